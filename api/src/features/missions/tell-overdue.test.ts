import type { TimedLeg } from '@borne/geodata/itinerary/mission-types'
import { expect, test } from 'vitest'
import type { MissionEvent } from './contract.ts'
import { tellOverdue } from './tell-overdue.ts'

const at = (time: string) => `2026-03-02T${time}:00.000Z`

function leg(from: string, to: string, [departs, arrives, p90]: [string, string, string]): TimedLeg {
  return {
    fromPlaceId: from,
    toPlaceId: to,
    hasWay: true,
    ignoresAreas: false,
    departsAt: at(departs),
    arrivesAt: at(arrives),
    arrivesP90At: at(p90),
    driveSeconds: 0,
    restSeconds: 0,
    metres: 0,
    litres: 0,
  }
}

const legs = [
  leg('base', 'post', ['07:00', '09:00', '09:40']),
  leg('post', 'base', ['11:00', '13:00', '13:50']),
]
const itinerary = { days: [{ teamId: 'A', legs }], droppedVisitIds: [] }

function event(kind: MissionEvent['kind'], time: string, payload: object): MissionEvent {
  return { kind, happenedAt: at(time), payload: { note: '', ...payload } } as unknown as MissionEvent
}

function overdueAt(time: string, told: readonly MissionEvent[], radioMinutes: number | null = null) {
  const events = [event('cleared', '06:00', { itinerary }), event('begun', '07:00', {}), ...told]
  const placeNames = new Map([
    ['post', 'Gouraye'],
    ['base', 'Sélibaby'],
  ])
  const teams = [{ id: 'A', name: 'Équipe A' }]
  return tellOverdue({ teams, events, radioMinutes, placeNames, nowMs: Date.parse(at(time)) })
}

test('a team is overdue once nine journeys of ten would have arrived, and no longer when it tells so', () => {
  expect(overdueAt('09:39', [])).toEqual([])
  expect(overdueAt('10:10', [])).toMatchObject([
    { teamName: 'Équipe A', placeName: 'Gouraye', expectedBy: at('09:40'), minutesLate: 30 },
  ])
  const arrived = event('checked-in', '09:50', { teamId: 'A', placeId: 'post' })
  expect(overdueAt('10:10', [arrived])).toEqual([])
  expect(overdueAt('14:00', [arrived])).toMatchObject([{ placeName: 'Sélibaby', minutesLate: 10 }])
  const back = event('checked-in', '13:30', { teamId: 'A', placeId: 'base' })
  expect(overdueAt('20:00', [arrived, back])).toEqual([])
})

test('whoever is heard of on the way is waited for; another team says nothing of this one', () => {
  const delayed = event('deviated', '09:30', { teamId: 'A' })
  expect(overdueAt('10:10', [delayed])).toEqual([])
  expect(overdueAt('10:40', [delayed])).toMatchObject([{ placeName: 'Gouraye', expectedBy: at('10:30') }])
  expect(overdueAt('10:10', [event('deviated', '09:30', { teamId: 'B' })])).toHaveLength(1)
})

test('a rule on the radio is asked of whoever is on the road', () => {
  expect(overdueAt('07:59', [], 60)).toEqual([])
  expect(overdueAt('08:10', [], 60)).toMatchObject([{ placeName: null, expectedBy: at('08:00') }])
  const heard = event('checked-in', '08:05', { teamId: 'A', placeId: null })
  expect(overdueAt('08:10', [heard], 60)).toEqual([])
})

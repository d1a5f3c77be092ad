import type { Mission, MissionEvent } from '@borne/api/contracts/missions'
import type { TimedDay } from '@borne/geodata/itinerary/mission-types'
import { expect, test } from 'vitest'
import type { KeptEvent } from './kept-events.ts'
import { checkedInOn, courseOfTeam, nextLeg, standingSteps, withKept } from './mission-course.ts'

const legs = (...places: string[]) =>
  places.slice(1).map((toPlaceId, index) => ({ fromPlaceId: places[index]!, toPlaceId }))
const days = [
  { teamId: 'A', date: '2026-12-01', legs: legs('base', 'ghabou', 'base') },
  { teamId: 'A', date: '2026-12-02', legs: legs('base', 'base', 'wompou', 'base') },
  { teamId: 'B', date: '2026-12-01', legs: legs('base', 'gouraye') },
] as unknown as TimedDay[]

let count = 0
function event(kind: string, payload: object = {}, happenedAt = '2026-12-01T09:00:00Z'): MissionEvent {
  return { id: `event-${++count}`, ordinal: count, kind, happenedAt, payload } as unknown as MissionEvent
}
const checkIn = (placeId: string | null, at?: string) => event('checked-in', { teamId: 'A', placeId }, at)

test('an arrival told of is that of the next leg that leads there; legs that go nowhere are none', () => {
  const course = courseOfTeam(days, [checkIn('ghabou'), checkIn(null), checkIn('base')], 'A')
  expect(course.map(({ leg, arrivedAt }) => [leg.toPlaceId, arrivedAt !== null])).toEqual([
    ['ghabou', true],
    ['base', true],
    ['wompou', false],
    ['base', false],
  ])
  expect(nextLeg(course)?.leg.toPlaceId).toBe('wompou')
})

test('a stop that nobody told of is passed by a later one, and at the end nothing comes next', () => {
  const course = courseOfTeam(days, [checkIn('wompou')], 'A')
  expect(nextLeg(course)).toMatchObject({ leg: { toPlaceId: 'base' }, index: 2 })
  expect(nextLeg(courseOfTeam(days, [checkIn('wompou'), checkIn('base')], 'A'))).toBeUndefined()
})

test('what a change or a refusal took back does not stand', () => {
  const kinds = (...events: string[]) => [...standingSteps(events.map((kind) => event(kind))).keys()]
  expect(kinds('submitted', 'cleared', 'begun')).toEqual(['submitted', 'cleared', 'begun'])
  expect(kinds('submitted', 'refused')).toEqual(['refused'])
  expect(kinds('submitted', 'cleared', 'reopened', 'submitted')).toEqual(['submitted'])
})

test('what waits on the device counts, but not what was refused, nor that of another mission', () => {
  const mission = {
    id: 'm',
    status: 'cleared',
    events: [],
    mayRecord: ['begun'],
    overdue: [{ teamId: 'A' }],
  } as unknown as Mission
  const kept = (facts: object, event: object): KeptEvent =>
    ({ accountId: 'me', missionId: 'm', refusal: null, event, ...facts }) as unknown as KeptEvent
  const begun = { id: '1', kind: 'begun', happenedAt: '2026-12-01T06:00:00Z', payload: { note: '' } }
  const arrived = {
    id: '2',
    kind: 'checked-in',
    happenedAt: '2026-12-01T08:00:00Z',
    payload: { teamId: 'A', placeId: 'ghabou' },
  }
  const after = withKept(mission, [
    kept({}, begun),
    kept({}, arrived),
    kept({ missionId: 'n' }, { ...arrived, id: '3' }),
  ])
  expect(after).toMatchObject({
    status: 'under-way',
    overdue: [],
    mayRecord: ['checked-in', 'deviated', 'done'],
  })
  expect(after.events.map(({ kind }) => kind)).toEqual(['begun', 'checked-in'])
  expect(withKept(mission, [kept({ refusal: 'Non.' }, begun)])).toEqual(mission)
  expect(checkedInOn(after.events, 'ghabou')).toBe('2026-12-01')
  expect(checkedInOn(after.events, 'wompou')).toBeNull()
})

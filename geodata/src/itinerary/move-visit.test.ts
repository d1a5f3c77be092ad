import { expect, test } from 'vitest'
import { comparePlans } from './compare-plans.ts'
import { BASE, place, question, straightTravel, visit } from './mission.fixture.ts'
import type { MissionPlan, MissionQuestion } from './mission-types.ts'
import { dropVisit, moveNight, moveVisit } from './move-visit.ts'
import { timeMission } from './time-mission.ts'

const [MONDAY, TUESDAY] = ['2026-11-16', '2026-11-17']
const PLAN: MissionPlan = {
  days: [
    { teamId: 'A', date: MONDAY, visitIds: ['a', 'b', 'c'], endPlaceId: 'base' },
    { teamId: 'A', date: TUESDAY, visitIds: ['d'], endPlaceId: 'base' },
  ],
  droppedVisitIds: ['e'],
}

const orders = ({ days, droppedVisitIds }: MissionPlan) => [
  ...days.map(({ visitIds }) => visitIds.join('')),
  droppedVisitIds.join(''),
]

test('a visit is moved within a day, to another day, out of the plan and back', () => {
  const to = (date: string, position: number) => ({ teamId: 'A', date, position })
  expect(orders(moveVisit(PLAN, 'a', to(MONDAY, 2)))).toEqual(['bca', 'd', 'e'])
  expect(orders(moveVisit(PLAN, 'b', to(TUESDAY, 0)))).toEqual(['ac', 'bd', 'e'])
  expect(orders(moveVisit(PLAN, 'e', to(TUESDAY, 9)))).toEqual(['abc', 'de', ''])
  expect(orders(dropVisit(PLAN, 'b'))).toEqual(['ac', 'd', 'eb'])
  expect(orders(PLAN)).toEqual(['abc', 'd', 'e'])
  expect(moveNight(PLAN, 'A', MONDAY, 'b').days.map(({ endPlaceId }) => endPlaceId)).toEqual(['b', 'base'])
})

test('what the plan lacks is named', () => {
  expect(() => dropVisit(PLAN, 'x')).toThrow('no visit x')
  expect(() => moveVisit(PLAN, 'a', { teamId: 'B', date: MONDAY, position: 0 })).toThrow(
    `no day ${MONDAY} of team B`,
  )
  expect(() => moveNight(PLAN, 'A', '2026-11-18', 'b')).toThrow('no day 2026-11-18')
})

test('two plans are compared by what fell, came in, moved or shifted', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const of: MissionQuestion = question({
    dates: [MONDAY!, TUESDAY!],
    places: [
      place('base', BASE, { allowsNight: true }),
      ...ids.map((id, index) => place(id, [BASE[0] + (index + 1) / 10, BASE[1]])),
    ],
    visits: ids.map((id) => visit(id)),
  })
  const timed = (plan: MissionPlan) => timeMission(of, straightTravel(of), plan)
  const same = comparePlans(timed(PLAN), timed(PLAN))
  expect(same).toEqual({
    fallen: [],
    added: [],
    moved: [],
    shifted: [],
    nights: [],
    driveSeconds: 0,
    waitSeconds: 0,
    metres: 0,
    litres: 0,
  })
  const other = moveNight(
    moveVisit(dropVisit(moveVisit(PLAN, 'a', { teamId: 'A', date: MONDAY!, position: 2 }), 'd'), 'e', {
      teamId: 'A',
      date: TUESDAY!,
      position: 0,
    }),
    'A',
    MONDAY!,
    'c',
  )
  const difference = comparePlans(timed(PLAN), timed(other))
  expect(difference).toMatchObject({
    fallen: ['d'],
    added: ['e'],
    nights: [{ teamId: 'A', date: MONDAY, before: 'base', after: 'c' }],
  })
  expect(difference.moved.map(({ visitId }) => visitId)).toEqual(['a'])
  expect(difference.shifted.map(({ visitId }) => visitId)).toEqual(['b', 'c'])
  const metres = (plan: MissionPlan) => timed(plan).days.reduce((sum, day) => sum + day.metres, 0)
  expect(difference.metres).toBeCloseTo(metres(other) - metres(PLAN), 6)
})

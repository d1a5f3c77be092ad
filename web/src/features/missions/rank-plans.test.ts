import type { Itinerary, MissionQuestion, TimedDay } from '@borne/geodata/itinerary/mission-types'
import { expect, test } from 'vitest'
import { isBetter } from './rank-plans.ts'

const question = {
  visits: [
    { id: 'must', priority: 'required' },
    { id: 'may', priority: 'low' },
  ],
} as unknown as MissionQuestion
const plan = (droppedVisitIds: string[], driveSeconds: number, metres = 0): Itinerary => ({
  days: [{ driveSeconds, waitSeconds: 0, metres } as TimedDay],
  droppedVisitIds,
})

test('any plan is better than none; required visits count before all others, visits before time', () => {
  expect(isBetter(question, plan(['must', 'may'], 9), null)).toBe(true)
  expect(isBetter(question, plan(['may'], 90_000), plan(['must'], 60))).toBe(true)
  expect(isBetter(question, plan([], 90_000), plan(['may'], 60))).toBe(true)
  expect(isBetter(question, plan([], 3600), plan([], 7200))).toBe(true)
  expect(isBetter(question, plan([], 3600, 20), plan([], 3600, 10))).toBe(false)
  expect(isBetter(question, plan([], 3600), plan([], 3600))).toBe(false)
})

import type { MissionPlan, MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { dropStoredPlan, isPlanFor, storedPlan, storePlan } from './stored-plans.ts'

const OWNER = { accountId: 'mine', missionId: 'one' }

function plan(visitIds: string[], dropped: string[] = []): MissionPlan {
  return {
    days: [{ teamId: 'A', date: '2026-12-01', visitIds, endPlaceId: 'base' }],
    droppedVisitIds: dropped,
  }
}

const question = {
  dates: ['2026-12-01'],
  teams: [{ id: 'A' }],
  visits: [{ id: 'v1' }, { id: 'v2' }],
  places: [{ id: 'base' }],
} as unknown as MissionQuestion

beforeEach(() => {
  const kept = new Map<string, string>()
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  })
})
afterEach(() => vi.unstubAllGlobals())

test('a plan is kept for its person and mission alone, the latest of each, until it is dropped', () => {
  storePlan(OWNER, plan(['v1']))
  storePlan(OWNER, plan(['v1', 'v2']))
  expect(storedPlan(OWNER)?.plan).toEqual(plan(['v1', 'v2']))
  expect(storedPlan({ ...OWNER, accountId: 'another' })).toBeNull()
  expect(storedPlan({ ...OWNER, missionId: 'two' })).toBeNull()
  dropStoredPlan(OWNER)
  expect(storedPlan(OWNER)).toBeNull()
})

test('of many plans the oldest go', () => {
  for (let count = 1; count <= 11; count++) storePlan({ ...OWNER, missionId: String(count) }, plan([]))
  expect([1, 2, 11].map((id) => storedPlan({ ...OWNER, missionId: String(id) }) !== null)).toEqual([
    false,
    true,
    true,
  ])
})

test('what somebody else wrote under the name, or a storage that is shut, is no plan and no fault', () => {
  for (const text of ['{', '7', '[{"accountId": 1}]', '[null]']) {
    localStorage.setItem('borne.plans', text)
    expect(storedPlan(OWNER)).toBeNull()
  }
  vi.stubGlobal('localStorage', undefined)
  storePlan(OWNER, plan([]))
  expect(storedPlan(OWNER)).toBeNull()
})

test.each([
  ['the same days and visits', plan(['v2', 'v1']), true],
  ['a visit left aside', plan(['v1'], ['v2']), true],
  ['a visit missing', plan(['v1']), false],
  ['a visit too many', plan(['v1', 'v2', 'v3']), false],
  ['a visit twice', plan(['v1', 'v1']), false],
  ['another day', { ...plan(['v1', 'v2']), days: [] }, false],
])('%s', (_case, given, isFit) => {
  expect(isPlanFor(question, given)).toBe(isFit)
})

test('a night at a place that the mission no longer has is no plan of it', () => {
  expect(isPlanFor({ ...question, places: [] }, plan(['v1', 'v2']))).toBe(false)
})

import type { CoverageScenario } from '@borne/api/contracts/coverage'
import { describe, expect, test } from 'vitest'
import { askedOf, readSide } from './sides.ts'

const ID = '6f3c2b1e-0000-4000-8000-000000000001'
const question = { network: { vehicle: '4x4', date: '2026-03-01' }, minutes: 60 }
const scenario = {
  id: ID,
  question: { network: { vehicle: 'pickup', date: '2026-10-15' }, minutes: 90 },
  changes: [{ kind: 'post-opens', postId: 'ghabou' }],
} as unknown as CoverageScenario
const context = { today: '2026-11-28', question, scenarios: [scenario] }

describe('the sides of a comparison', () => {
  test('are days of the same question', () => {
    const [may, august] = [readSide('2026-05-15'), readSide('2026-08-15')]
    expect(askedOf(may, august, context)).toEqual({
      question: { ...question, network: { vehicle: '4x4', date: '2026-05-15' } },
      changes: [],
    })
    expect(askedOf(readSide('today'), august, context)?.question?.network?.date).toBe('2026-11-28')
    expect(askedOf(readSide('dry'), august, context)?.question?.network).toEqual({ vehicle: '4x4' })
  })

  test('ask as the scenario on the other side does', () => {
    const side = readSide(ID)
    expect(askedOf(side, readSide('base'), context)).toEqual({
      question: scenario.question,
      changes: scenario.changes,
    })
    expect(askedOf(readSide('base'), side, context)).toEqual({ question: scenario.question, changes: [] })
    expect(askedOf(readSide('2026-08-15'), side, context)?.question).toEqual({
      network: { vehicle: 'pickup', date: '2026-08-15' },
      minutes: 90,
    })
  })

  test('are nothing where the scenario is gone', () => {
    expect(askedOf(readSide('6f3c2b1e-0000-4000-8000-000000000002'), readSide('base'), context)).toBeNull()
  })
})

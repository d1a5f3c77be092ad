import { describe, expect, test } from 'vitest'
import { FIRST_FORM, sitingInput } from './siting-form.ts'

const question = { network: { vehicle: '4x4' }, minutes: 60 }
const asked = { model: 'covering', demand: 'border', count: 2, question } as const

describe('the form of siting', () => {
  test('asks settlements near the border and crossings, and keeps the posts', () => {
    expect(sitingInput(FIRST_FORM, asked)).toMatchObject({
      question,
      model: 'covering',
      count: 2,
      budget: null,
      keepPosts: true,
      candidates: {
        settlements: { maxBorderMetres: 10_000 },
        crossings: true,
        points: [],
      },
    })
  })

  test('wants some place at all', () => {
    const none = { ...FIRST_FORM, hasSettlements: false, hasCrossings: false }
    expect(sitingInput(none, asked)).toBe('no-candidate')
    const point = { id: 'a', name: 'Point 1', position: [-12, 15] as [number, number] }
    expect(sitingInput({ ...none, points: [point] }, asked)).toMatchObject({
      candidates: { settlements: null, crossings: false, points: [{ id: 'a', cost: null }] },
    })
  })

  test('wants whole amounts where a budget limits', () => {
    const form = { ...FIRST_FORM, hasBudget: true, budget: '15 000' }
    expect(sitingInput(form, asked)).toBe('budget')
    const costs = { settlement: '7 000', crossing: '9000', point: '8000' }
    expect(sitingInput({ ...form, costs }, asked)).toMatchObject({
      budget: 15_000,
      costs: { settlement: 7000, crossing: 9000, point: 8000 },
    })
    expect(sitingInput({ ...form, costs: { ...costs, point: '7,5' } }, asked)).toBe('budget')
  })

  test('lets a scenario bring its question', () => {
    const input = sitingInput({ ...FIRST_FORM, scenarioId: 'plan' }, asked)
    expect(input).toMatchObject({ scenarioId: 'plan' })
    expect(input).not.toHaveProperty('question')
  })
})

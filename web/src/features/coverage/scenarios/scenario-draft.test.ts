import { describe, expect, test } from 'vitest'
import { compareDrafts, isSameDraft, mergeDrafts, newDraft, type ScenarioDraft } from './scenario-draft.ts'

const question = { network: { vehicle: '4x4', date: '2026-08-15' }, minutes: 60 }
const base: ScenarioDraft = {
  ...newDraft(question, [{ kind: 'post-opens', postId: 'ghabou' }]),
  name: 'Plan 2027',
}

describe('two versions of a scenario', () => {
  test('are the same whatever the order of what they hold', () => {
    const other = { ...base, question: { minutes: 60, network: { date: '2026-08-15', vehicle: '4x4' } } }
    expect(isSameDraft(base, other)).toBe(true)
    expect(isSameDraft(base, { ...base, question: { ...question, minutes: 90 } })).toBe(false)
  })

  test('tell who changed what', () => {
    const mine = { ...base, name: 'Plan de 2027', note: 'Avec Ghabou' }
    const theirs = { ...base, name: 'Plan 2027–2028', changes: [] }
    expect(compareDrafts(base, mine, theirs)).toEqual([
      { field: 'name', changedBy: 'both' },
      { field: 'note', changedBy: 'mine' },
      { field: 'changes', changedBy: 'theirs' },
    ])
  })

  test('are merged by what a person keeps', () => {
    const mine = { ...base, name: 'Plan de 2027', note: 'Avec Ghabou' }
    const theirs = { ...base, changes: [] }
    expect(mergeDrafts(mine, theirs, { name: 'mine', note: 'mine', changes: 'theirs' })).toEqual({
      ...base,
      name: 'Plan de 2027',
      note: 'Avec Ghabou',
      changes: [],
    })
  })
})

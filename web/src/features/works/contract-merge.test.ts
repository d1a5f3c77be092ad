import { expect, test } from 'vitest'
import { keptSides } from '../../ui/merge-sides.ts'
import { newContractDraft } from './contract-editor-draft.ts'
import { compareContractDrafts, mergeContractDrafts } from './contract-merge.ts'

const opened = newContractDraft()
const base = { texts: { ...opened.texts, title: 'Poste de Ghabou', reference: 'R-1' }, postIds: ['a'] }
const mine = { texts: { ...base.texts, title: 'Poste de Ghabou, lot 1', taxPpm: '16' }, postIds: ['a'] }
const theirs = { texts: { ...base.texts, title: 'Logement de Ghabou' }, postIds: ['a', 'b'] }

test('only what differs is asked, with who changed it; what both changed is to be chosen', () => {
  const differences = compareContractDrafts(base, mine, theirs)
  expect(differences).toEqual([
    { field: 'title', changedBy: 'both' },
    { field: 'taxPpm', changedBy: 'mine' },
    { field: 'postIds', changedBy: 'theirs' },
  ])
  expect(keptSides(differences, {})).toEqual({ taxPpm: 'mine', postIds: 'theirs' })
})

test('each field comes from the side that is kept, and nothing else changes', () => {
  const differences = compareContractDrafts(base, mine, theirs)
  const merged = mergeContractDrafts(mine, theirs, keptSides(differences, { title: 'theirs' }))
  expect(merged).toEqual({
    texts: { ...base.texts, title: 'Logement de Ghabou', taxPpm: '16' },
    postIds: ['a', 'b'],
  })
  const all = (side: 'mine' | 'theirs') =>
    Object.fromEntries(differences.map(({ field }) => [field, side])) as Parameters<
      typeof mergeContractDrafts
    >[2]
  expect(mergeContractDrafts(mine, theirs, all('mine'))).toEqual(mine)
  expect(mergeContractDrafts(mine, theirs, all('theirs'))).toEqual(theirs)
})

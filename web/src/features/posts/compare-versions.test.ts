import type { PostInput } from '@borne/api/contracts/posts'
import { expect, test } from 'vitest'
import { keptSides } from '../../ui/merge-sides.ts'
import { changedFields, compareVersions, isSame, mergeVersions, POST_FIELDS } from './compare-versions.ts'
import { givenPost } from './given-posts.ts'
import { statementOf } from './post-draft.ts'

const base = statementOf(givenPost({ name: 'Ghabou', notes: 'Puits à 200 m.' }))

test('every field of a statement has its place', () => {
  expect([...POST_FIELDS].sort()).toEqual(Object.keys(base).sort())
})

test('only what differs is shown, with who changed it', () => {
  const mine: PostInput = { ...base, name: 'Ghabou Nord', agency: 'police', facingPost: 'Khabou' }
  const theirs: PostInput = { ...base, name: 'Ghabou Sud', agency: 'police', notes: 'Puits à sec.' }
  expect(compareVersions(base, mine, theirs).map(({ field, changedBy }) => [field, changedBy])).toEqual([
    ['name', 'both'],
    ['facingPost', 'mine'],
    ['notes', 'theirs'],
  ])
})

test('what one side changed is kept; what both changed waits for a choice', () => {
  const mine: PostInput = { ...base, name: 'Ghabou Nord', facingPost: 'Khabou' }
  const theirs: PostInput = { ...base, name: 'Ghabou Sud', notes: 'Puits à sec.' }
  const differences = compareVersions(base, mine, theirs)
  expect(keptSides(differences, {})).toEqual({ facingPost: 'mine', notes: 'theirs' })

  const kept = keptSides(differences, { name: 'mine', notes: 'mine' })
  expect(mergeVersions(mine, theirs, kept)).toEqual({
    ...base,
    name: 'Ghabou Nord',
    facingPost: 'Khabou',
    notes: 'Puits à 200 m.',
  })
})

test.each([
  [{ name: 'Ghabou Nord' }, { name: 'Ghabou Sud' }],
  [{ position: [-12.1, 15] }, { position: null, notes: '' }],
  [{ components: [] }, { aliases: [{ name: 'Khabou', language: 'fr' }] }],
] as [Partial<PostInput>, Partial<PostInput>][])(
  'taking mine everywhere gives mine, taking theirs gives theirs (%j, %j)',
  (left, right) => {
    const [mine, theirs] = [
      { ...base, ...left },
      { ...base, ...right },
    ]
    const differences = compareVersions(base, mine, theirs)
    const all = (side: 'mine' | 'theirs') =>
      mergeVersions(mine, theirs, Object.fromEntries(differences.map(({ field }) => [field, side])))
    expect(all('mine')).toEqual(mine)
    expect(all('theirs')).toEqual(theirs)
  },
)

test('a save sends the changed fields alone', () => {
  expect(changedFields(base, { ...base, position: [-12.2, 15.2] })).toEqual({ position: [-12.2, 15.2] })
  expect(changedFields(base, { ...base })).toEqual({})
})

test('two values are the same whatever the order of their keys', () => {
  expect(isSame([{ a: 1, b: null }], [{ b: null, a: 1 }])).toBe(true)
  expect(isSame({ a: undefined }, { b: undefined })).toBe(false)
  expect(isSame([1, 2], [2, 1])).toBe(false)
  expect(isSame([], {})).toBe(false)
})

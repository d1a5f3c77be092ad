import { expect, test } from 'vitest'
import type { PostEdit, StoredPost } from './post-queries.ts'
import { postsOnDay } from './posts-on-day.ts'

const POST: StoredPost = {
  id: 'a',
  name: 'Ghabou',
  nameAr: null,
  aliases: [],
  kind: 'river',
  moughataa: 'Ghabou',
  agency: 'police',
  position: [-12, 15],
  uncertaintyMetres: 50,
  isArchived: false,
  isDemonstration: false,
  physicalHistory: [
    { status: 'planned', validFrom: '2024-01-01', progressPercent: null },
    { status: 'under-works', validFrom: '2025-01-01', progressPercent: 10 },
    { status: 'under-works', validFrom: '2025-06-01', progressPercent: 60 },
    { status: 'operational', validFrom: '2026-01-01', progressPercent: null },
  ],
  legalHistory: [{ status: 'bilateral', validFrom: '2025-03-01' }],
}

interface Given {
  readonly edits?: readonly PostEdit[]
  readonly knownAt?: string | null
  readonly named?: readonly string[]
}
function on(day: string, post: StoredPost = POST, { edits = [], knownAt = null, named = [] }: Given = {}) {
  const question = { on: day, knownAt, namedPostIds: new Set(named) }
  const [found] = postsOnDay([post], new Map([[post.id, edits]]), question)
  return found
}

const edit = (given: Partial<PostEdit>): PostEdit => ({
  postId: 'a',
  version: 2,
  action: 'updated',
  changedAt: '2026-05-01T10:00:00.000Z',
  fields: [],
  ...given,
})
const EVENING = '2026-04-30T23:59:59.999Z'

test('a post has the status, its progress and the legal status of the day', () => {
  expect(on('2023-12-31')).toBeUndefined()
  expect(on('2024-01-01')).toMatchObject({ status: 'planned', legalStatus: 'undetermined' })
  expect(on('2025-05-31')).toMatchObject({ status: 'under-works', progressPercent: 10 })
  expect(on('2025-07-01')).toMatchObject({
    status: 'under-works',
    statusSince: '2025-01-01',
    progressPercent: 60,
    legalStatus: 'bilateral',
  })
  expect(on('2026-01-01')).toMatchObject({ status: 'operational', progressPercent: null })
})

test('what was corrected later does not count, the latest correction undone first', () => {
  const edits = [
    edit({ version: 4, fields: [{ field: 'name', before: 'Ghabou bis' }] }),
    edit({
      version: 3,
      fields: [
        { field: 'name', before: 'Ghabou ancien' },
        { field: 'physicalHistory', before: [{ status: 'closed', validFrom: '2020-01-01' }] },
        { field: 'notes', before: 'secret' },
      ],
    }),
    edit({ version: 2, changedAt: '2026-04-01T10:00:00.000Z', fields: [{ field: 'name', before: 'X' }] }),
  ]
  const known = on('2026-04-30', POST, { edits, knownAt: EVENING })
  expect(known).toMatchObject({ name: 'Ghabou ancien', status: 'closed' })
  expect(JSON.stringify(known)).not.toContain('secret')
  expect(on('2026-04-30', POST, { edits })).toMatchObject({ name: 'Ghabou', status: 'operational' })
})

test('a post that was entered later counts as it was entered first', () => {
  const edits = [
    edit({ version: 2, fields: [{ field: 'name', before: 'Ghabou saisi' }] }),
    edit({ version: 1, action: 'created', fields: [{ field: 'name', before: null }] }),
  ]
  expect(on('2026-04-30', POST, { edits, knownAt: EVENING })).toMatchObject({ name: 'Ghabou saisi' })
})

test('an archived post is told where it is named, and on days before it was archived', () => {
  const archived = { ...POST, isArchived: true }
  expect(on('2026-06-01', archived)).toBeUndefined()
  expect(on('2026-06-01', archived, { named: ['a'] })).toMatchObject({ isArchived: true })
  const edits = [edit({ action: 'archived' })]
  expect(on('2026-04-30', archived, { edits, knownAt: EVENING })).toMatchObject({ isArchived: true })
  const restored = [edit({ action: 'restored' })]
  expect(on('2026-04-30', POST, { edits: restored, knownAt: EVENING })).toBeUndefined()
})

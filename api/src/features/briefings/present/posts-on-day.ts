import type { PostFact } from '../facts.ts'
import type { PostEdit, StoredPost } from './post-queries.ts'

/** What a day needs besides the posts themselves. */
export interface DayQuestion {
  readonly on: string
  /** Later corrections do not count; null: everything that is known. */
  readonly knownAt: string | null
  /** Posts that are told though they were archived by then. */
  readonly namedPostIds: ReadonlySet<string>
}

export type PostOnDay = Omit<PostFact, 'donorIds' | 'plaques'>

/**
 * The posts as they were at the end of a day. One whose history begins later was not there yet. What was entered after
 * `knownAt` altogether counts as it was entered first.
 *
 * @param edits The latest first.
 */
export function postsOnDay(
  posts: readonly StoredPost[],
  edits: ReadonlyMap<string, readonly PostEdit[]>,
  question: DayQuestion,
): PostOnDay[] {
  return posts.flatMap((post) => {
    const then = undoEdits(post, edits.get(post.id) ?? [], question.knownAt)
    if (then.isArchived && !question.namedPostIds.has(post.id)) return []
    const fact = postOnDay({ ...then, id: post.id }, question.on)
    return fact ? [{ ...fact, isArchived: post.isArchived }] : []
  })
}

function postOnDay(post: StoredPost, on: string): PostOnDay | null {
  const history = post.physicalHistory.filter(({ validFrom }) => validFrom <= on)
  const last = history.at(-1)
  if (!last) return null
  const before = history.findLastIndex(({ status }) => status !== last.status)
  const legal = post.legalHistory.findLast(({ validFrom }) => validFrom <= on)
  return {
    id: post.id,
    name: post.name,
    nameAr: post.nameAr,
    aliases: post.aliases,
    kind: post.kind,
    moughataa: post.moughataa,
    status: last.status,
    statusSince: history[before + 1]?.validFrom ?? null,
    progressPercent: last.status === 'under-works' ? last.progressPercent : null,
    legalStatus: legal?.status ?? 'undetermined',
    agency: post.agency,
    staffCount: null,
    position: post.position,
    precisionMetres: post.uncertaintyMetres ?? 0,
    isArchived: post.isArchived,
  }
}

/** Fields of a change, in the words of the register, that a post of a day has under the same name. */
const UNDONE = new Set([
  'name',
  'nameAr',
  'kind',
  'agency',
  'position',
  'uncertaintyMetres',
  'physicalHistory',
  'legalHistory',
])

function undoEdits(post: StoredPost, edits: readonly PostEdit[], knownAt: string | null): StoredPost {
  if (knownAt === null) return post
  let then = post
  for (const { version, action, changedAt, fields } of edits) {
    if (changedAt <= knownAt || version === 1) break
    const before = fields.filter(({ field }) => UNDONE.has(field)).map(({ field, before }) => [field, before])
    then = { ...then, ...Object.fromEntries(before) }
    if (action === 'archived') then = { ...then, isArchived: false }
    if (action === 'restored') then = { ...then, isArchived: true }
  }
  return {
    ...then,
    physicalHistory: [...then.physicalHistory].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
    legalHistory: [...then.legalHistory].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1)),
  }
}

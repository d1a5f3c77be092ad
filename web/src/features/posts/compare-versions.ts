import type { PostInput } from '@borne/api/contracts/posts'
import type { Side } from '../../ui/merge-sides.ts'

export type PostField = keyof PostInput

/** The fields of a statement in the order in which they are shown. */
export const POST_FIELDS = [
  'name',
  'nameAr',
  'aliases',
  'kind',
  'agency',
  'subOfficeId',
  'position',
  'positionConfidence',
  'uncertaintyMetres',
  'positionMethod',
  'positionNote',
  'facingPost',
  'physicalHistory',
  'legalHistory',
  'components',
  'contacts',
  'notes',
] as const satisfies readonly PostField[]

/** One field in which two versions that grew from the same one differ. */
export interface FieldDifference {
  readonly field: PostField
  readonly base: unknown
  readonly mine: unknown
  readonly theirs: unknown
  /** Who changed it; when both did, in different ways, a person must choose. */
  readonly changedBy: Side | 'both'
}

/** The fields in which my version and theirs differ, each with who changed it since `base`. */
export function compareVersions(base: PostInput, mine: PostInput, theirs: PostInput): FieldDifference[] {
  return POST_FIELDS.flatMap((field) => {
    if (isSame(mine[field], theirs[field])) return []
    const isMine = !isSame(base[field], mine[field])
    const isTheirs = !isSame(base[field], theirs[field])
    const changedBy = isMine && isTheirs ? 'both' : isMine ? 'mine' : 'theirs'
    return [{ field, base: base[field], mine: mine[field], theirs: theirs[field], changedBy }]
  })
}

/** Their version with my fields where mine are kept. */
export function mergeVersions(
  mine: PostInput,
  theirs: PostInput,
  kept: Partial<Record<PostField, Side>>,
): PostInput {
  const chosen = POST_FIELDS.filter((field) => kept[field] === 'mine').map((field) => [field, mine[field]])
  return { ...theirs, ...Object.fromEntries(chosen) }
}

/** Only the fields in which `next` differs from `base`. */
export function changedFields(base: PostInput, next: PostInput): Partial<PostInput> {
  const changed = POST_FIELDS.filter((field) => !isSame(base[field], next[field]))
  return Object.fromEntries(changed.map((field) => [field, next[field]]))
}

/** Whether two JSON values say the same, whatever the order of their keys. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const keys = Object.keys(a)
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && isSame(a[key as keyof typeof a], b[key as keyof typeof b]))
  )
}

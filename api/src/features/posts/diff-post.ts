import { isDeepStrictEqual } from 'node:util'
import type { PostChange, PostInput } from './contract.ts'

export type FieldChange = PostChange['fields'][number]

/**
 * The stated fields in which `after` differs from `before`, in the order of `after`'s fields.
 * Without `before`, the fields of a new post that say something.
 */
export function diffPost(before: PostInput | null, after: PostInput): FieldChange[] {
  return (Object.keys(after) as (keyof PostInput)[])
    .map((field) => ({ field, before: before?.[field] ?? null, after: after[field] ?? null }))
    .filter((change) =>
      before === null ? saysSomething(change.after) : !isDeepStrictEqual(change.before, change.after),
    )
}

/** A move is a change of the position and of nothing but what is said about the position. */
export function nameAction(changes: readonly FieldChange[]): 'moved' | 'updated' {
  const fields = changes.map(({ field }) => field)
  const isMove = fields.includes('position') && fields.every((field) => ABOUT_POSITION.has(field))
  return isMove ? 'moved' : 'updated'
}

const ABOUT_POSITION = new Set([
  'position',
  'positionConfidence',
  'positionMethod',
  'positionNote',
  'uncertaintyMetres',
])

function saysSomething(value: unknown): boolean {
  return value !== null && value !== '' && !(Array.isArray(value) && value.length === 0)
}

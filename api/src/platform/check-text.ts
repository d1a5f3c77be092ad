import { problem } from './problems.ts'

/**
 * Lets a record through whose texts a database can hold: without NUL, and without half of a surrogate pair, which is
 * what a text cut in the middle of an emoji ends with.
 *
 * @throws problem `text-not-storable` on the first field that is not so.
 */
export function checkText(record: object): void {
  for (const [field, value] of Object.entries(record)) {
    if (!isStorable(value)) throw problem('text-not-storable', { field }, { field })
  }
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  if (typeof value !== 'object' || value === null) return true
  return Object.values(value).every(isStorable)
}

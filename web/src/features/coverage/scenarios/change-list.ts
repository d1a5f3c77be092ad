import type { CoverageChange } from '@borne/geodata/coverage/coverage-types'

/** What a change is about: two changes of the same thing cannot stand side by side. */
export function subjectOf(change: CoverageChange): string {
  switch (change.kind) {
    case 'post-opens':
    case 'post-closes':
      return `post ${change.postId}`
    case 'place-opens':
      return `place ${change.placeId}`
    case 'works-done':
      return `works ${change.contractId}`
    case 'road-built':
      return `road ${change.roadId}`
    case 'road-cut':
      return `cut ${change.cutId}`
    case 'closure-lifted':
      return `closure ${change.closureId}`
  }
}

/** The changes with one more; it takes the place of another one about the same thing. */
export function addChange(changes: readonly CoverageChange[], added: CoverageChange): CoverageChange[] {
  const at = changes.findIndex((change) => subjectOf(change) === subjectOf(added))
  return at === -1 ? [...changes, added] : changes.with(at, added)
}

export function removeChange(changes: readonly CoverageChange[], removed: CoverageChange): CoverageChange[] {
  return changes.filter((change) => subjectOf(change) !== subjectOf(removed))
}

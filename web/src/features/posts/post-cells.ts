import type { BorderPostSummary } from '@borne/api/contracts/posts'
import type { Formats } from '../../ui/formats.ts'
import type { PostRow } from './post-row.ts'
import type { TableColumn } from './table-columns.ts'
import type { termMessages } from './term-messages.ts'

export interface CellWords {
  readonly terms: (typeof termMessages)['fr']
  readonly statuses: Record<BorderPostSummary['physicalStatus'], string>
  readonly kinds: Record<BorderPostSummary['kind'], string>
}

/** What a cell of the table says; a column without a value says «—». */
export function cellText(post: PostRow, column: TableColumn, words: CellWords, formats: Formats): string {
  switch (column) {
    case 'since':
      return formats.day(post.physicalStatusSince)
    case 'progress':
      return formats.percent(post.progressPercent === null ? null : post.progressPercent / 100)
    case 'borderDistance':
      return formats.distance(post.borderDistanceMetres)
    case 'position':
      return formats.position(post.position)
    case 'photos':
      return formats.number(post.photoCount)
    case 'updated':
      return formats.instant(post.updatedAt)
    default:
      return wordOf(post, column, words) ?? '—'
  }
}

/** What a cell of the export holds: numbers as numbers, days and moments as ISO 8601, nothing for unknown. */
export function cellValue(post: PostRow, column: TableColumn, words: CellWords): string | number | null {
  switch (column) {
    case 'since':
      return post.physicalStatusSince
    case 'progress':
      return post.progressPercent
    case 'borderDistance':
      return post.borderDistanceMetres === null ? null : Math.round(post.borderDistanceMetres)
    case 'position':
      return post.position ? `${post.position[1]} ${post.position[0]}` : null
    case 'photos':
      return post.photoCount
    case 'updated':
      return post.updatedAt
    default:
      return wordOf(post, column, words)
  }
}

type WordColumn = Exclude<
  TableColumn,
  'since' | 'progress' | 'borderDistance' | 'position' | 'photos' | 'updated'
>

function wordOf(post: PostRow, column: WordColumn, { terms, statuses, kinds }: CellWords): string | null {
  const words: Record<WordColumn, string | null> = {
    name: post.name,
    nameAr: post.nameAr,
    status: statuses[post.physicalStatus],
    legal: terms.legalStatuses[post.legalStatus],
    kind: kinds[post.kind],
    agency: post.agency && terms.agencies[post.agency],
    moughataa: post.moughataa,
    commune: post.commune,
    neighbour: post.neighbour && (terms.neighbours[post.neighbour] ?? post.neighbour),
    confidence: terms.confidences[post.positionConfidence],
  }
  return words[column]
}

import { type CsvDialect, writeCsv } from '../../ui/write-csv.ts'
import { type CellWords, cellValue } from './post-cells.ts'
import type { PostRow } from './post-row.ts'
import type { TableColumn } from './table-columns.ts'
import type { tableMessages } from './table-messages.ts'

interface PostsExport {
  readonly posts: readonly PostRow[]
  readonly columns: readonly TableColumn[]
  readonly words: CellWords
  readonly m: (typeof tableMessages)['fr']
  readonly attribution: string
  readonly dialect: CsvDialect
}

/** The table as a CSV text: its columns with their units, which rows are fictional, and the sources at the foot. */
export function postsCsv({ posts, columns, words, m, attribution, dialect }: PostsExport): string {
  const head = columns.map((column) => {
    const unit = m.units[column]
    return unit ? `${m.columns[column]} (${unit})` : m.columns[column]
  })
  return writeCsv(
    [
      [...head, m.archivedColumn, m.demonstrationColumn],
      ...posts.map((post) => [
        ...columns.map((column) => cellValue(post, column, words)),
        post.isArchived ? m.yes : m.no,
        post.isDemonstration ? m.demonstration : m.no,
      ]),
      [],
      [m.sources, attribution],
    ],
    dialect,
  )
}

/** «postes-DÉMONSTRATION-2026-10-15.csv»: a file with fictional rows says so in its name. */
export function exportName(
  posts: readonly PostRow[],
  m: Pick<(typeof tableMessages)['fr'], 'fileName' | 'demonstration'>,
  now: Date,
) {
  const isDemonstration = posts.some((post) => post.isDemonstration)
  const parts = [m.fileName, isDemonstration ? m.demonstration : '', now.toISOString().slice(0, 10)]
  return `${parts.filter(Boolean).join('-')}.csv`
}

/** What can be wrong with a whole file. Codes are stable; the words belong to whoever shows them. */
export type ImportErrorCode =
  | 'import-file-missing'
  | 'import-file-not-geojson'
  | 'import-file-truncated'
  | 'import-file-not-gzip'
  | 'import-file-empty'
  | 'import-fields-missing'
  | 'import-file-not-osm'
  | 'import-osm-damaged'
  | 'import-osm-feature'
  | 'import-osm-no-road'

/** A file that cannot be imported at all. Nothing of it is taken. */
export class ImportError extends Error {
  readonly code: ImportErrorCode
  readonly fileName: string
  /** Names of the fields that no row has, with `import-fields-missing`. */
  readonly fields: readonly string[]
  /** What fills the words of the code. */
  readonly facts: Readonly<Record<string, string | number>>

  constructor(
    code: ImportErrorCode,
    fileName: string,
    detail: string,
    fields: readonly string[] = [],
    facts: Readonly<Record<string, string | number>> = {},
  ) {
    super(`${fileName}: ${detail}`)
    this.name = 'ImportError'
    this.code = code
    this.fileName = fileName
    this.fields = fields
    this.facts = facts
  }
}

export type RejectReason =
  | 'geometry-missing'
  | 'geometry-kind'
  | 'position-outside-world'
  | 'field-missing'
  | 'field-kind'
  | 'duplicate-id'
  | 'unknown-class'
  | 'zero-length'
  | 'dangling-node'
  | 'unknown-edge'
  | 'unknown-settlement'
  | 'unknown-unit'

/** A row that was left out. */
export interface RejectedRow {
  /** Position in the file, from 1. */
  rowNumber: number
  reason: RejectReason
  /** The field or value that is wrong. */
  detail: string
}

/** What a reader makes of a file. */
export interface CheckedRows<T> {
  rows: T[]
  rejected: RejectedRow[]
  rowsRead: number
}

/** Why a database could not be opened or used. Stable: messages in each language are written against these. */
export type DatabaseErrorCode =
  | 'backup-damaged'
  | 'backup-foreign'
  | 'backup-migrations-differ'
  | 'backup-missing'
  | 'backup-newer'
  | 'backup-not-writable'
  | 'backup-running'
  | 'backup-unknown'
  | 'cannot-connect'
  | 'copy-differs'
  | 'data-folder-damaged'
  | 'data-folder-locked'
  | 'data-folder-not-writable'
  | 'database-being-restored'
  | 'database-in-use'
  | 'disk-full'
  | 'embedded-engine-failed'
  | 'postgis-too-old'
  | 'row-count-unexpected'
  | 'server-not-empty'
  | 'server-too-old'
  | 'server-without-postgis'
  | 'transaction-over'

/** An error of the database door itself. Errors of the SQL keep the class of the client, with their SQLSTATE. */
export class DatabaseError extends Error {
  override readonly name = 'DatabaseError'
  readonly code: DatabaseErrorCode
  readonly details: Readonly<Record<string, string | number>>

  constructor(
    code: DatabaseErrorCode,
    message: string,
    details: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(message, options)
    this.code = code
    this.details = details
  }
}

import type { Db } from './db.ts'
import { sql } from './sql.ts'

export interface RejectedRow {
  /** From 1, as a person counts. */
  readonly rowNumber: number
  readonly reason: string
  readonly detail: string
}
export interface RunSource {
  readonly dataset: string
  readonly source: string
  readonly licence: string
  readonly attribution: string
  readonly fileName: string
  readonly sha256: string
  /** Raised when the reader of the data set reads more or otherwise than before, so that the file is read again. */
  readonly readerVersion?: number
}

/** Raised when the same file would be read differently. */
const READER_VERSION = 1

/** Notes where rows come from, before they come. */
export async function openImportRun(db: Db, run: RunSource): Promise<number> {
  const { id } = await db.one<{ id: number }>(sql`
    insert into import_run (dataset, source, licence, attribution, file_name, file_sha256, reader_version,
                            status)
    values (${run.dataset}, ${run.source}, ${run.licence}, ${run.attribution}, ${run.fileName}, ${run.sha256},
            ${run.readerVersion ?? READER_VERSION}, 'running')
    returning id`)
  return id
}

/** Notes what was taken and what was refused, and why; `rejects` may tell of more than one row each. */
export async function closeImportRun(
  db: Db,
  importRunId: number,
  rowsRead: number,
  rejects: readonly RejectedRow[],
  rowsRejected = rejects.length,
): Promise<void> {
  await db.run(sql`
    insert into import_reject (import_run_id, row_number, reason, detail)
    select ${importRunId}::bigint, reject."rowNumber", reject.reason, reject.detail
      from jsonb_to_recordset(${JSON.stringify(rejects)}::jsonb)
        as reject("rowNumber" int, reason text, detail text)`)
  await db.run(sql`
    update import_run
       set status = 'loaded', finished_at = clock_timestamp(), rows_read = ${rowsRead},
           rows_loaded = ${rowsRead - rowsRejected}, rows_rejected = ${rowsRejected}
     where id = ${importRunId}`)
}

/** Keeps a file that could not be used, and why; outside the transaction that was rolled back. */
export async function noteFailedImport(
  db: Db,
  run: RunSource,
  failure: { readonly code: string; readonly detail: string },
): Promise<void> {
  await db.transaction(async () => {
    const importRunId = await openImportRun(db, run)
    await db.run(sql`
      update import_run set status = 'failed', finished_at = clock_timestamp() where id = ${importRunId}`)
    await db.run(sql`
      insert into import_reject (import_run_id, row_number, reason, detail)
      values (${importRunId}, 0, ${failure.code}, ${failure.detail})`)
  })
}

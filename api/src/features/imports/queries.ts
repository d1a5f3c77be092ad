import type { PageQuery } from '../../contract-kit/page.ts'
import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { sql } from '../../platform/sql.ts'
import type { ImportReject, ImportRun } from './contract.ts'

/** The latest imports first. */
export async function findImportRuns(
  db: Db,
  { limit, offset }: PageQuery,
): Promise<{ items: ImportRun[]; total: number }> {
  const items = await db.many<ImportRun>(sql`
    select run.id, run.dataset, run.source, run.licence, run.attribution,
           run.file_name   as "fileName",
           run.file_sha256 as "fileSha256",
           ${instant(sql`run.started_at`)}  as "startedAt",
           ${instant(sql`run.finished_at`)} as "finishedAt",
           run.status,
           run.rows_read     as "rowsRead",
           run.rows_loaded   as "rowsLoaded",
           run.rows_rejected as "rowsRejected"
      from import_run run
     order by run.id desc
     limit ${limit} offset ${offset}`)
  const { total } = await db.one<{ total: number }>(sql`select count(*)::int as total from import_run`)
  return { items, total }
}

/** The rows that an import refused, in the order of its file. */
export async function findImportRejects(
  db: Db,
  importRunId: number,
  { limit, offset }: PageQuery,
): Promise<{ items: ImportReject[]; total: number } | undefined> {
  const run = await db.maybeOne<{ total: number }>(sql`
    select (select count(*) from import_reject reject where reject.import_run_id = run.id) as total
      from import_run run
     where run.id = ${importRunId}`)
  if (!run) return undefined
  const items = await db.many<ImportReject>(sql`
    select reject.row_number as "rowNumber", reject.reason, reject.detail
      from import_reject reject
     where reject.import_run_id = ${importRunId}
     order by reject.row_number, reject.id
     limit ${limit} offset ${offset}`)
  return { items, total: run.total }
}

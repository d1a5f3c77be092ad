import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** The version of the road network that the bundled files make. */
export const BUNDLED_NETWORK = 1

/** The day of the bundled extract. */
const VALID_FROM = '2021-08-06'
const LABEL = 'OpenStreetMap, août 2021'

/** Keeps the bundled version beside those of other extracts: in service from the start, and only ever filled anew. */
export async function noteBundledNetwork(db: Db, importRunId: number): Promise<void> {
  await db.run(sql`
    insert into road_network (id, label, source, licence, attribution, source_file_name, source_sha256, valid_from,
                              state, report, import_run_id, decided_at)
    select ${BUNDLED_NETWORK}::bigint, ${LABEL}, run.source, run.licence, run.attribution, run.file_name,
           run.file_sha256, ${VALID_FROM}::date, 'accepted', '{}', run.id, now()
      from import_run run
     where run.id = ${importRunId}
    on conflict (id) do update
       set source_file_name = excluded.source_file_name, source_sha256 = excluded.source_sha256,
           import_run_id = excluded.import_run_id`)
}

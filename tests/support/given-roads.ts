import { randomInt } from 'node:crypto'
import type { Db } from '../../api/src/platform/db.ts'
import { openImportRun } from '../../api/src/platform/import-run.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { SELIBABY } from './given-post.ts'

/** The least road network: one track of Mauritania that passes Sélibaby from west to east. */
export async function roads(db: Db): Promise<void> {
  const [lon, lat] = SELIBABY
  // On a server, test files insert side by side: numbers of one's own make nobody wait.
  const first = randomInt(2 ** 40)
  const run = await openImportRun(db, {
    dataset: 'roads',
    source: 'essai',
    licence: '—',
    attribution: '—',
    fileName: 'roads.geojson',
    sha256: '0'.repeat(64),
    readerVersion: 1,
  })
  await db.run(sql`
    insert into road_node (id, import_run_id, geom)
    select ${first}::bigint + node, ${run}, st_setsrid(st_makepoint(${lon}::float8 + node * 0.02 - 0.04, ${lat}::float8), 4326)
      from generate_series(1, 3) as node`)
  await db.run(sql`
    insert into road_edge (id, u, v, highway, length_metres, is_oneway, is_ferry, grade, iso3, in_guidimakha,
                           component, import_run_id, geom)
    select u.id, u.id, v.id, 'track', st_length(st_makeline(u.geom, v.geom)::geography), false, false, 'mapped',
           'MRT', true, 1, ${run}, st_makeline(u.geom, v.geom)
      from road_node u
      join road_node v on v.id = u.id + 1
     where u.import_run_id = ${run}`)
}

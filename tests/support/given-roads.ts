import { randomInt } from 'node:crypto'
import { BUNDLED_NETWORK, noteBundledNetwork } from '../../api/src/features/imports/note-bundled-network.ts'
import { insertCandidate, storeComparison } from '../../api/src/features/networks/queries.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { openImportRun } from '../../api/src/platform/import-run.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { SELIBABY } from './given-post.ts'

const RUN = {
  dataset: 'roads',
  source: 'essai',
  licence: '—',
  attribution: '—',
  fileName: 'roads.geojson',
  sha256: '0'.repeat(64),
}

/** The least road network: one track of Mauritania that passes Sélibaby from west to east, and that town if there is none. */
export async function roads(db: Db): Promise<void> {
  const [lon, lat] = SELIBABY
  // On a server, test files insert side by side: numbers of one's own make nobody wait.
  const first = randomInt(2 ** 40)
  const run = await openImportRun(db, RUN)
  await db.run(sql`
    insert into settlement (id, name, name_fr, place, iso3, is_nearest_unit, import_run_id, geom)
    select ${`essai-${first}`}, 'Sélibaby', 'Sélibaby', 'town', 'MRT', false, ${run},
           st_setsrid(st_makepoint(${lon}::float8, ${lat}::float8), 4326)
     where not exists (select from settlement)`)
  await noteBundledNetwork(db, run)
  await db.run(sql`
    insert into road_edge (network_id, id, u, v, highway, length_metres, is_oneway, is_ferry, grade, iso3, in_guidimakha,
                           geom)
    select ${BUNDLED_NETWORK}, ${first}::bigint + node, ${first}::bigint + node, ${first}::bigint + node + 1, 'track',
           st_length(line::geography), false, false, 'mapped', 'MRT', true, line
      from generate_series(1, 2) as node,
           st_setsrid(st_makeline(st_makepoint(${lon}::float8 + node * 0.02 - 0.04, ${lat}::float8),
                                  st_makepoint(${lon}::float8 + node * 0.02 - 0.02, ${lat}::float8)), 4326) as line`)
}

/** A version of the network that waits for a decision, compared with the one in service, whose roads it has. */
export async function candidateNetwork(db: Db): Promise<number> {
  const importRunId = await openImportRun(db, RUN)
  const network = {
    ...RUN,
    label: 'Extrait d’essai',
    dataAt: null,
    validFrom: '2026-01-01',
    report: {},
    importRunId,
  }
  await noteBundledNetwork(db, importRunId)
  // A number that is in no other text, where answers are compared.
  await db.run(
    sql`select setval(pg_get_serial_sequence('road_network', 'id'), ${randomInt(2 ** 32, 2 ** 40)})`,
  )
  const id = await insertCandidate(db, network)
  const none = { formerMetres: 0, latterMetres: 0, addedMetres: 0, removedMetres: 0, reclassedMetres: 0 }
  await storeComparison(db, id, BUNDLED_NETWORK, {
    figures: { ...none, byClass: [] },
    stretches: [],
    stretchesLeftOut: 0,
  })
  await reviveCandidate(db, id)
  return id
}

/** Undoes whatever was decided of it. Its roads are those around Sélibaby. */
export async function reviveCandidate(db: Db, networkId: number): Promise<void> {
  const [lon, lat] = SELIBABY
  await db.run(sql`
    update road_network set state = 'candidate', decided_at = null where id = ${networkId} and state <> 'candidate'`)
  await db.run(sql`
    insert into road_edge (network_id, id, u, v, highway, length_metres, is_oneway, is_ferry, grade, iso3, in_guidimakha,
                           geom)
    select ${networkId}, edge.id, edge.u, edge.v, edge.highway, edge.length_metres, edge.is_oneway, edge.is_ferry,
           edge.grade, edge.iso3, edge.in_guidimakha, edge.geom
      from road_edge edge
     where edge.network_id = ${BUNDLED_NETWORK} and edge.grade = 'mapped'
       and edge.geom && st_expand(st_setsrid(st_makepoint(${lon}::float8, ${lat}::float8), 4326), 0.2)
       and not exists (select from road_edge own where own.network_id = ${networkId})`)
}

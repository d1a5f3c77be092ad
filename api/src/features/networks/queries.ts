import type { Position } from '@borne/geodata/geometry/position'
import type { NetworkComparison, NetworkFigures } from '@borne/geodata/import/osm/compare-networks'
import type { DocumentedRoadRow } from '@borne/geodata/import/read-documented-roads'
import type { RoadGapRow } from '@borne/geodata/import/read-road-gaps'
import type { Db } from '../../platform/db.ts'
import { inBatches, lineHex } from '../../platform/geometry-text.ts'
import { instant } from '../../platform/instant.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { RoadNetworkVersion } from './contract.ts'

function selectNetworks(where: Sql): Sql {
  return sql`
    select network.id, network.label, network.source, network.licence, network.attribution,
           network.source_file_name                as "sourceFileName",
           network.source_sha256                   as "sourceSha256",
           ${instant(sql`network.data_at`)}        as "dataAt",
           network.valid_from                      as "validFrom",
           network.state,
           network.id is not distinct from road_network_in_service(current_date) as "isInService",
           nullif(network.report, '{}'::jsonb)     as report,
           network.compared_with                   as "comparedWith",
           network.comparison                      as figures,
           network.compared_with is not distinct from road_network_in_service(network.valid_from)
             as "isComparisonCurrent",
           ${instant(sql`network.created_at`)}     as "createdAt",
           ${instant(sql`network.decided_at`)}     as "decidedAt"
      from road_network network
     where ${where}`
}

/** Candidates first, then those in service from the latest on, and what was discarded at the end. */
export function findNetworks(db: Db): Promise<RoadNetworkVersion[]> {
  return db.many<RoadNetworkVersion>(sql`
    ${selectNetworks(sql`true`)}
     order by array_position(array['candidate', 'accepted', 'discarded'], network.state),
              network.valid_from desc, network.id desc`)
}

export function findNetwork(db: Db, networkId: number): Promise<RoadNetworkVersion | undefined> {
  return db.maybeOne<RoadNetworkVersion>(selectNetworks(sql`network.id = ${networkId}`))
}

/** The version whose roads are those of a day; null before the first import. */
export async function findInService(db: Db, day: string): Promise<number | null> {
  const { id } = await db.one<{ id: number | null }>(sql`select road_network_in_service(${day}::date) as id`)
  return id
}

/** An accepted version that was imported later and holds from the same day on. */
export async function findNewerOfDay(
  db: Db,
  { id, validFrom }: RoadNetworkVersion,
): Promise<number | undefined> {
  const newer = await db.maybeOne<{ id: number }>(sql`
    select network.id
      from road_network network
     where network.state = 'accepted' and network.valid_from = ${validFrom}::date and network.id > ${id}
     order by network.id desc
     limit 1`)
  return newer?.id
}

/** The stretches that a version changes, as GeoJSON. */
export async function findChangesText(db: Db, { id, attribution }: RoadNetworkVersion): Promise<string> {
  const { text } = await db.one<{ text: string }>(sql`
    select json_build_object('type', 'FeatureCollection', 'attribution', ${attribution}::text,
             'features', coalesce(json_agg(json_build_object(
               'type', 'Feature',
               'id', change.number,
               'geometry', st_asgeojson(change.geom, 5)::json,
               'properties', json_build_object(
                 'kind', change.kind,
                 'highway', change.highway,
                 'formerHighway', change.former_highway,
                 'lengthMetres', change.length_metres)) order by change.number), '[]'))::text as text
      from road_network_change change
     where change.network_id = ${id}`)
  return text
}

/** Whether it was still undecided, or accepted and now discarded. Whoever comes second changes nothing. */
export async function decideNetwork(
  db: Db,
  networkId: number,
  { from, to, accountId }: { from: string; to: 'accepted' | 'discarded'; accountId: string | null },
): Promise<boolean> {
  const count = await db.run(sql`
    update public.road_network
       set state = ${to}, decided_at = clock_timestamp(), decided_by = ${accountId}::uuid
     where id = ${networkId} and state = ${from}`)
  return count === 1
}

export interface NewNetwork {
  readonly label: string
  readonly source: string
  readonly licence: string
  readonly attribution: string
  readonly fileName: string
  readonly sha256: string
  readonly dataAt: string | null
  readonly validFrom: string
  readonly report: object
  readonly importRunId: number
}

export async function insertCandidate(db: Db, network: NewNetwork): Promise<number> {
  const { id } = await db.one<{ id: number }>(sql`
    insert into road_network (label, source, licence, attribution, source_file_name, source_sha256, data_at, valid_from,
                              state, report, import_run_id)
    values (${network.label}, ${network.source}, ${network.licence}, ${network.attribution}, ${network.fileName},
            ${network.sha256}, ${network.dataAt}::timestamptz, ${network.validFrom}::date, 'candidate',
            ${JSON.stringify(network.report)}::jsonb, ${network.importRunId})
    returning id`)
  return id
}

/** Keeps what a version changes in place of what was kept of an earlier comparison. */
export async function storeComparison(
  db: Db,
  networkId: number,
  comparedWith: number,
  { figures, stretches }: NetworkComparison,
): Promise<void> {
  await db.run(sql`
    update road_network
       set compared_with = ${comparedWith}, comparison = ${JSON.stringify(figures satisfies NetworkFigures)}::jsonb
     where id = ${networkId}`)
  await db.run(sql`delete from road_network_change where network_id = ${networkId}`)
  const numbered = stretches.map((stretch, index) => ({ ...stretch, number: index + 1 }))
  await inBatches(numbered, (batch) => {
    const rows = batch.map((row) => ({ ...row, geom: lineHex(row.coordinates), coordinates: undefined }))
    return db.run(sql`
      insert into road_network_change (network_id, number, kind, highway, former_highway, length_metres, geom)
      select ${networkId}::bigint, r.number, r.kind, r.highway, r."formerHighway", r."lengthMetres", r.geom::geometry
        from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
          as r (number int, kind text, highway text, "formerHighway" text, "lengthMetres" float8, geom text)`)
  })
}

export type PublishedFacts = Pick<DocumentedRoadRow, 'publishedSource' | 'note'>

/** Where the length of each documented road was published. */
export async function findPublishedFacts(db: Db, networkId: number): Promise<Map<number, PublishedFacts>> {
  const rows = await db.many<PublishedFacts & { id: number }>(sql`
    select edge.id, edge.published_source as "publishedSource", edge.published_note as note
      from road_edge edge
     where edge.network_id = ${networkId} and edge.grade = 'documented'
     order by edge.id`)
  return new Map(rows.map(({ id, ...facts }) => [id, facts]))
}

export async function findGapKinds(db: Db, networkId: number): Promise<Map<string, RoadGapRow['kind']>> {
  const rows = await db.many<Pick<RoadGapRow, 'id' | 'kind'>>(sql`
    select gap.id, gap.kind from road_gap gap where gap.network_id = ${networkId} order by gap.id`)
  return new Map(rows.map(({ id, kind }) => [id, kind]))
}

interface AreaRow {
  readonly name: string
  readonly polygons: Position[][][]
}

/** The countries of the region by their codes. */
export function findCountryAreas(db: Db): Promise<AreaRow[]> {
  return db.many<AreaRow>(sql`
    select country.iso3 as name, st_asgeojson(country.geom)::json -> 'coordinates' as polygons
      from country
     order by country.iso3`)
}

/** The wilaya that the office works in. */
export function findRegionAreas(db: Db): Promise<AreaRow[]> {
  return db.many<AreaRow>(sql`
    select unit.pcode as name, st_asgeojson(unit.geom)::json -> 'coordinates' as polygons
      from admin_unit unit
     where unit.level = 1 and unit.in_guidimakha
     order by unit.pcode`)
}

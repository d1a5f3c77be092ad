import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import type { PhysicalStatus } from '../posts/contract.ts'
import type { Overview } from './contract.ts'

type PostFigures = Pick<
  Overview,
  'isDemonstration' | 'postCount' | 'postsByStatus' | 'unconfirmedPositionCount'
>
export type RegionFigures = Omit<Overview, keyof PostFigures>

export async function findPostFigures(db: Db): Promise<PostFigures> {
  const rows = await db.many<{
    status: PhysicalStatus
    count: number
    unconfirmed: number
    demonstration: number
  }>(sql`
    select post.physical_status                                              as status,
           count(*)                                                          as count,
           count(*) filter (where post.position_confidence = 'unconfirmed') as unconfirmed,
           count(*) filter (where post.is_demonstration)                     as demonstration
      from border_post_summary post
     where not post.is_archived
     group by post.physical_status
     order by post.physical_status`)
  const sum = (read: (row: (typeof rows)[number]) => number) =>
    rows.reduce((total, row) => total + read(row), 0)
  return {
    isDemonstration: sum((row) => row.demonstration) > 0,
    postCount: sum((row) => row.count),
    postsByStatus: rows.map(({ status, count }) => ({ status, count })),
    unconfirmedPositionCount: sum((row) => row.unconfirmed),
  }
}

/** What only a new import changes. */
export async function findRegionFigures(db: Db): Promise<RegionFigures> {
  const border = await db.many<{ neighbour: string; lengthMetres: number; geometryVersion: string }>(sql`
    select segment.neighbour,
           sum(segment.length_metres)    as "lengthMetres",
           max(segment.geometry_version) as "geometryVersion"
      from border_segment segment
     where segment.in_guidimakha
     group by segment.neighbour
     order by segment.neighbour`)
  const counts = await db.one<{ settlementCount: number; roadMetres: number }>(sql`
    select (select count(*)
              from settlement
              join admin_unit moughataa on moughataa.pcode = settlement.moughataa_pcode
             where moughataa.in_guidimakha) as "settlementCount",
           (select coalesce(sum(edge.length_metres), 0)
              from road_edge edge
             where edge.network_id = road_network_in_service(current_date)
               and edge.in_guidimakha and edge.grade = 'mapped' and not edge.is_ferry) as "roadMetres"`)
  const geometryVersion = border[0]?.geometryVersion ?? ''
  return {
    ...counts,
    dataDate: /\d{4}-\d{2}-\d{2}/.exec(geometryVersion)?.[0] ?? null,
    borderMetres: border.reduce((total, { lengthMetres }) => total + lengthMetres, 0),
    borderByNeighbour: border.map(({ neighbour, lengthMetres }) => ({ neighbour, lengthMetres })),
    geometryVersion,
    attribution: await findAttribution(db),
  }
}

/** One line for each source of what is loaded. */
async function findAttribution(db: Db): Promise<string[]> {
  const rows = await db.many<{ attribution: string }>(sql`
    select distinct run.attribution
      from import_run run
     where run.status = 'loaded' and run.attribution not in ('', '—')
     order by run.attribution`)
  return rows.map(({ attribution }) => attribution)
}

/** Changes with every import: the geometry of the region stands as long as it. */
export async function findRegionRevision(db: Db): Promise<string> {
  return (await findRevisions(db)).region
}

/** The region's revision, and the register's beside it: its figures stand as long as both. */
export function findRevisions(db: Db): Promise<{ region: string; register: string }> {
  return db.one(sql`
    select (select count(*) || '.' || coalesce(max(id), 0) || '.' || coalesce(max(finished_at)::text, '')
              from import_run where status = 'loaded') as region,
           (select count(*) || '.' || coalesce(sum(revision), 0) || '.' || coalesce(max(updated_at)::text, '')
              from border_post) as register`)
}

export async function findBorderSegmentsText(db: Db, attribution: string): Promise<string> {
  const { text } = await db.one<{ text: string }>(sql`
    select json_build_object('type', 'FeatureCollection', 'attribution', ${attribution}::text,
             'features', coalesce(json_agg(json_build_object(
               'type', 'Feature',
               'id', segment.id,
               'geometry', st_asgeojson(segment.geom, 5)::json,
               'properties', json_build_object(
                 'name', segment.name,
                 'border', segment.border,
                 'neighbour', segment.neighbour,
                 'follows', segment.follows,
                 'moughataa', segment.moughataa,
                 'inGuidimakha', segment.in_guidimakha,
                 'lengthMetres', segment.length_metres,
                 'geometryVersion', segment.geometry_version)) order by segment.id), '[]'))::text as text
      from border_segment segment`)
  return text
}

export async function findAdminUnitsText(db: Db, level: number, attribution: string): Promise<string> {
  const { text } = await db.one<{ text: string }>(sql`
    select json_build_object('type', 'FeatureCollection', 'attribution', ${attribution}::text,
             'features', coalesce(json_agg(json_build_object(
               'type', 'Feature',
               'id', unit.pcode,
               'geometry', st_asgeojson(unit.geom, 5)::json,
               'properties', json_build_object(
                 'name', unit.name,
                 'level', unit.level,
                 'parentPcode', unit.parent_pcode,
                 'areaSquareKilometres', unit.area_square_kilometres)) order by unit.pcode), '[]'))::text as text
      from admin_unit unit
     where unit.level = ${level}`)
  return text
}

export async function findEvidenceText(db: Db, attribution: string): Promise<string> {
  const { text } = await db.one<{ text: string }>(sql`
    select json_build_object('type', 'FeatureCollection', 'attribution', ${attribution}::text,
             'features', coalesce(json_agg(json_build_object(
               'type', 'Feature',
               'id', evidence.id,
               'geometry', st_asgeojson(evidence.geom, 5)::json,
               'properties', json_build_object(
                 'name', evidence.name,
                 'nameAr', evidence.name_ar,
                 'kind', evidence.kind,
                 'statusEvidence', evidence.status_evidence,
                 'evidence', coalesce(evidence.evidence, ''),
                 'sources', evidence.sources,
                 'coordMethod', evidence.coord_method,
                 'coordNote', evidence.coord_note)) order by evidence.id), '[]'))::text as text
      from post_evidence evidence`)
  return text
}

import type { Position } from '@borne/geodata/geometry/position'
import type { RoadGraph } from '@borne/geodata/road-network/graph'
import type { TrackLines } from '@borne/geodata/tracks/track-lines'
import type { Db } from '../../platform/db.ts'
import { inBatches } from '../../platform/geometry-text.ts'
import { edgesById, roadOf } from '../../platform/road-learning-queries.ts'
import { sql } from '../../platform/sql.ts'
import type { AnalysedTrack } from './analyse-track.ts'
import type { Refusal } from './refusal.ts'

/** What the queue asks of the database, as the owner: the request of whoever uploaded the track may be over. */
export interface WaitingTrack {
  readonly id: string
  readonly name: string
  readonly vehicleId: string
  readonly fileSha256: string
  readonly fileBytes: number
}

/** Tracks that wait, and those matched to another version of the network than the one in service, the oldest first. */
export function findWaiting(db: Db): Promise<{ id: string }[]> {
  return db.many(sql`
    select track.id
      from gps_track track
     where track.state = 'waiting'
        or (track.state = 'matched'
            and track.network_id <> road_network_in_service(${new Date().toISOString().slice(0, 10)}::date))
     order by track.uploaded_at, track.id`)
}

export function findWaitingTrack(db: Db, trackId: string): Promise<WaitingTrack | undefined> {
  return db.maybeOne<WaitingTrack>(sql`
    select id, name, vehicle_id as "vehicleId", file_sha256 as "fileSha256", file_bytes as "fileBytes"
      from gps_track
     where id = ${trackId}`)
}

export async function storeRefusal(db: Db, trackId: string, refusal: Refusal): Promise<void> {
  await db.run(sql`
    update gps_track
       set state = 'refused', refusal = ${JSON.stringify(refusal)}::jsonb, matching = matching + 1
     where id = ${trackId}`)
}

/** Replaces what was found of a track before. Does nothing when the track was deleted meanwhile. */
export function storeAnalysis(
  db: Db,
  trackId: string,
  network: { readonly graph: RoadGraph; readonly version: { readonly id: number } },
  found: AnalysedTrack,
): Promise<void> {
  return db.transaction(async () => {
    const isThere = await writeTrack(db, trackId, network.version.id, found)
    if (!isThere) return
    await db.run(sql`delete from road_passage where track_id = ${trackId}`)
    await writePassages(db, trackId, network, found)
    await db.run(sql`delete from road_edit where track_id = ${trackId} and state = 'proposed'`)
    for (const proposal of found.proposals) await propose(db, trackId, proposal)
  })
}

async function writeTrack(
  db: Db,
  trackId: string,
  networkId: number,
  { startedMs, endedMs, matchedMetres, unmatchedMetres, lines, report }: AnalysedTrack,
): Promise<boolean> {
  const iso = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
  const written = await db.run(sql`
    update gps_track
       set state = 'matched', refusal = null, report = ${JSON.stringify(report)}::jsonb,
           started_at = ${iso(startedMs)}::timestamptz, ended_at = ${iso(endedMs)}::timestamptz,
           matched_metres = ${matchedMetres}, unmatched_metres = ${unmatchedMetres},
           network_id = ${networkId}, matched_at = now(), matching = matching + 1,
           geom = st_geomfromtext(${linesText(lines.recorded)}::text, 4326),
           matched_geom = st_geomfromtext(${linesText(lines.matched)}::text, 4326),
           unmatched_geom = st_geomfromtext(${linesText(lines.unmatched)}::text, 4326)
     where id = ${trackId}`)
  return written === 1
}

function linesText(lines: TrackLines): string | null {
  const text = (line: readonly Position[]) => `(${line.map((position) => position.join(' ')).join(',')})`
  return lines.length === 0 ? null : `MULTILINESTRING(${lines.map(text).join(',')})`
}

async function writePassages(
  db: Db,
  trackId: string,
  { graph, version }: { readonly graph: RoadGraph; readonly version: { readonly id: number } },
  { passages }: AnalysedTrack,
): Promise<void> {
  const edges = edgesById(graph)
  const lengthOf = (road: string) =>
    edges.get(road)!.reduce((sum, edge) => sum + graph.edgeLengthMetres[edge]!, 0)
  const rows = passages.map(({ edge, isForward, metres, seconds, haltSeconds, passedMs }, ordinal) => {
    const road = roadOf(graph, edge)
    const [editId, edgeId] = road.startsWith('edit:') ? [road.slice(5), null] : [null, Number(road)]
    const share = metres / lengthOf(road)
    const passedAt = new Date(passedMs).toISOString()
    return { ordinal, editId, edgeId, isForward, metres, share, seconds, haltSeconds, passedAt }
  })
  await inBatches(rows, (batch) =>
    db.run(sql`
      insert into road_passage (track_id, ordinal, network_id, edge_id, edit_id, is_forward, metres, share, seconds,
                                halt_seconds, passed_at)
      select ${trackId}::uuid, r.ordinal, ${version.id}::bigint, r."edgeId", r."editId", r."isForward", r.metres,
             r.share, r.seconds, r."haltSeconds", r."passedAt"
        from jsonb_to_recordset(${JSON.stringify(batch)}::jsonb)
          as r (ordinal int, "edgeId" bigint, "editId" uuid, "isForward" boolean, metres float8, share float8,
                seconds float8, "haltSeconds" float8, "passedAt" timestamptz)`),
  )
  await markOtherRoads(db, trackId)
}

/** Thirty metres, in degrees. */
const SAME_PLACE_DEGREES = 0.0003

/** A passage says nothing of a road that had another class on its day: it is asphalt now, or was not there. */
async function markOtherRoads(db: Db, trackId: string): Promise<void> {
  await db.run(sql`
    update road_passage passage
       set is_of_this_road = false
      from road_edge edge
     where passage.track_id = ${trackId}
       and edge.network_id = passage.network_id and edge.id = passage.edge_id
       and passage.network_id <> road_network_in_service((passage.passed_at at time zone 'UTC')::date)
       and not exists (
           select from road_edge former
            where former.network_id = road_network_in_service((passage.passed_at at time zone 'UTC')::date)
              and former.highway = edge.highway
              and st_dwithin(former.geom, st_lineinterpolatepoint(edge.geom, 0.5), ${SAME_PLACE_DEGREES}))`)
}

/** Unless somebody has proposed, accepted or rejected a road at the same place before. */
async function propose(
  db: Db,
  trackId: string,
  { coordinates, points, meanKmh }: AnalysedTrack['proposals'][number],
): Promise<void> {
  const evidence = { points, meanKmh: meanKmh === null ? null : Math.round(meanKmh) }
  const line = JSON.stringify({ type: 'LineString', coordinates })
  await db.run(sql`
    insert into road_edit (kind, geom, highway, origin, track_id, evidence, proposed_by)
    select 'add', line.geom, 'track', 'track', track.id, ${JSON.stringify(evidence)}::jsonb, track.uploaded_by
      from gps_track track,
           lateral (select st_setsrid(st_geomfromgeojson(${line}), 4326) as geom) line
     where track.id = ${trackId}
       and not exists (
           select from road_edit known
            where known.kind = 'add'
              and st_dwithin(known.geom, st_lineinterpolatepoint(line.geom, 0.5), ${SAME_PLACE_DEGREES}))`)
}

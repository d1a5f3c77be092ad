import type { Geometry } from 'geojson'
import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { Track, TrackDetail, TrackReport, TracksQuery } from './contract.ts'
import type { Refusal } from './refusal.ts'
import type { ReceivedFile } from './track-file.ts'

/** A track as it is stored, without what is being done with it just now. */
export type StoredTrack = Omit<Track, 'progress' | 'refusal'> & {
  readonly refusal: Refusal | null
  readonly fileSha256: string
}

const today = (): string => new Date().toISOString().slice(0, 10)

const TRACK = (): Sql => sql`
  select track.id, track.name,
         track.vehicle_id                       as "vehicleId",
         track.state, track.refusal,
         track.matched_metres                   as "matchedMetres",
         track.unmatched_metres                 as "unmatchedMetres",
         coalesce((track.report ->> 'passages')::int, 0) as "passageCount",
         (select count(*)::int from road_edit edit
           where edit.track_id = track.id and edit.state = 'proposed') as "openProposalCount",
         track.network_id is not null and track.network_id <> road_network_in_service(${today()}::date) as "isOutdated",
         track.file_bytes                       as "fileBytes",
         track.file_sha256                      as "fileSha256",
         ${instant(sql`track.started_at`)}      as "startedAt",
         ${instant(sql`track.ended_at`)}        as "endedAt",
         ${instant(sql`track.uploaded_at`)}     as "uploadedAt",
         uploader.name                          as "uploadedBy",
         coalesce(track.uploaded_by = caller_id(), false) as "isOwn",
         track.is_demonstration                 as "isDemonstration"
    from gps_track track
    left join account uploader on uploader.id = track.uploaded_by`

/** The latest first. */
export function findTracks(db: Db, { limit, offset }: TracksQuery): Promise<StoredTrack[]> {
  return db.many<StoredTrack>(sql`
    ${TRACK()}
     order by coalesce(track.started_at, track.uploaded_at) desc, track.id
     limit ${limit} offset ${offset}`)
}

export async function countTracks(db: Db): Promise<number> {
  const { total } = await db.one<{ total: number }>(sql`select count(*)::int as total from gps_track`)
  return total
}

export function findTrack(db: Db, trackId: string): Promise<StoredTrack | undefined> {
  return db.maybeOne<StoredTrack>(sql`${TRACK()} where track.id = ${trackId}`)
}

export function findTrackByFile(db: Db, sha256: string): Promise<StoredTrack | undefined> {
  return db.maybeOne<StoredTrack>(sql`${TRACK()} where track.file_sha256 = ${sha256}`)
}

export interface TrackShapes {
  readonly report: TrackReport | null
  readonly recorded: Geometry | null
  readonly matched: Geometry | null
  readonly unmatched: Geometry | null
}

export function findTrackShapes(db: Db, trackId: string): Promise<TrackShapes> {
  return db.one<TrackShapes>(sql`
    select track.report,
           st_asgeojson(track.geom, 5)::json           as recorded,
           st_asgeojson(track.matched_geom, 5)::json   as matched,
           st_asgeojson(track.unmatched_geom, 5)::json as unmatched
      from gps_track track
     where track.id = ${trackId}`)
}

export function findTrackProposals(db: Db, trackId: string): Promise<TrackDetail['proposals']> {
  return db.many<TrackDetail['proposals'][number]>(sql`
    select edit.id                        as "editId",
           edit.state,
           st_length(edit.geom::geography) as "lengthMetres"
      from road_edit edit
     where edit.track_id = ${trackId}
     order by edit.proposed_at, edit.id`)
}

/** @returns The id; undefined when the file is there already. */
export async function insertTrack(
  db: Db,
  { name, vehicleId, sha256, bytes }: ReceivedFile & { readonly name: string; readonly vehicleId: string },
): Promise<string | undefined> {
  const inserted = await db.maybeOne<{ id: string }>(sql`
    insert into public.gps_track (name, file_sha256, file_bytes, vehicle_id, uploaded_by)
    values (${name}, ${sha256}, ${bytes}, ${vehicleId}, caller_id())
    on conflict do nothing
    returning id`)
  return inserted?.id
}

/** It is matched again when its turn comes. */
export async function askForMatching(db: Db, trackId: string): Promise<void> {
  await db.run(sql`update public.gps_track set state = 'waiting', refusal = null where id = ${trackId}`)
}

export async function deleteTrack(db: Db, trackId: string): Promise<boolean> {
  return (await db.run(sql`delete from public.gps_track where id = ${trackId}`)) === 1
}

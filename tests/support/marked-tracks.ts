import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { editInput } from './given-track.ts'
import type { Marker } from './marked-register.ts'

export interface MarkedTracks {
  readonly trackIds: readonly string[]
  readonly editIds: readonly string[]
}

/**
 * A track, the road that it proposes, and an edit in force with a history; each text with its mark. The numbers of the
 * first two have none: the journal names them to whoever reads it.
 */
export async function markedTracks(db: Db, marker: Marker): Promise<MarkedTracks> {
  const track = await db.one<{ id: string }>(sql`
    insert into gps_track (name, file_sha256, file_bytes, vehicle_id)
    values (${marker.word({ class: 'restricted', need: 'tracks', where: 'gps_track.name' })}, repeat('ab', 32), 1, '4x4')
    returning id`)
  const proposed = await markedEdit(db, marker, { state: 'proposed', trackId: track.id })
  const accepted = await markedEdit(db, marker, { state: 'accepted', trackId: track.id })
  marker.know({ text: accepted, where: 'road_edit.id', class: 'public' })
  return { trackIds: [track.id], editIds: [proposed, accepted] }
}

async function markedEdit(
  db: Db,
  marker: Marker,
  { state, trackId }: { state: 'proposed' | 'accepted'; trackId: string },
): Promise<string> {
  const open = state === 'proposed' ? { need: 'proposals' as const } : {}
  const earlier = marker.word({ class: 'restricted', where: 'road_state_change.before' })
  const { id } = await db.one<{ id: string }>(sql`
    insert into road_edit (kind, geom, highway, name, note, origin, track_id)
    values ('add', st_setsrid(st_geomfromgeojson(${JSON.stringify(editInput().geometry)}), 4326), 'track',
            ${marker.word({ class: 'public', ...open, where: `road_edit.name, ${state}` })}, ${earlier},
            'track', ${trackId})
    returning id`)
  const note = marker.word({ class: 'internal', ...open, where: `road_edit.note, ${state}` })
  await db.run(sql`update road_edit set note = ${note}, state = ${state}, version = 2 where id = ${id}`)
  return id
}

import { randomUUID } from 'node:crypto'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { onTrack } from './given-closure.ts'

type Position = readonly [lon: number, lat: number]

/** A recorded point: where, and how many seconds after the start. */
export interface RecordedPoint {
  readonly position: Position
  readonly seconds: number
}

/** Along the track of `roads`, from so many metres east of Sélibaby to so many, at 36 km/h, a point each 10 seconds. */
export function drivenAlong(from = -900, to = 900): RecordedPoint[] {
  const steps = Math.round(Math.abs(to - from) / 100)
  return Array.from({ length: steps + 1 }, (_, i) => ({
    position: onTrack(from + ((to - from) * i) / steps),
    seconds: 10 * i,
  }))
}

/** A GPX file of points in one segment. */
export function gpxOf(points: readonly RecordedPoint[], startMs = Date.UTC(2026, 2, 10, 8)): string {
  const lines = points.map(({ position: [lon, lat], seconds }) => {
    const time = new Date(startMs + 1000 * seconds).toISOString()
    return `<trkpt lat="${lat}" lon="${lon}"><ele>60</ele><time>${time}</time></trkpt>`
  })
  return `<?xml version="1.0"?><gpx version="1.1" creator="essai" xmlns="http://www.topografix.com/GPX/1/1"><trk><name>Essai</name><trkseg>${lines.join('')}</trkseg></trk></gpx>`
}

/** The form in which a browser sends a track. */
export function trackForm(
  gpx: string | Buffer,
  { fields = { vehicle: '4x4' }, fileName = 'mission.gpx' }: { fields?: object; fileName?: string } = {},
) {
  const boundary = 'borne'
  const part = (name: string, rest: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${rest}\r\n\r\n`
  const payload = Buffer.concat([
    Buffer.from(
      Object.entries(fields)
        .map(([name, value]) => `${part(name, '')}${value}\r\n`)
        .join(''),
    ),
    Buffer.from(part('file', `; filename="${fileName}"\r\ncontent-type: application/gpx+xml`)),
    Buffer.from(gpx),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
  return { payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } }
}

/** A track that waits; its file is not there. */
export async function waitingTrack(db: Db, uploadedBy: string): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into gps_track (name, file_sha256, file_bytes, vehicle_id, uploaded_by)
    values ('Tournée', ${randomUUID().replaceAll('-', '').repeat(2)}, 1, '4x4', ${uploadedBy})
    returning id`)
  return id
}

/** What a person draws: a road that leaves the track of `roads` to the north. */
export function editInput(facts: Readonly<Record<string, unknown>> = {}) {
  const [lon, lat] = onTrack(500)
  const coordinates = [0, 0.01, 0.02].map((north) => [lon, Math.round((lat + north) * 1e6) / 1e6])
  return { kind: 'add', highway: 'track', geometry: { type: 'LineString', coordinates }, ...facts }
}

/** An edit in force. */
export async function acceptedEdit(db: Db, proposedBy: string): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into road_edit (kind, geom, highway, origin, state, proposed_by)
    values ('add', st_setsrid(st_geomfromgeojson(${JSON.stringify(editInput().geometry)}), 4326), 'track', 'drawn',
            'accepted', ${proposedBy})
    returning id`)
  return id
}

import { createReadStream } from 'node:fs'
import type { Position } from '@borne/geodata/geometry/position'
import type { RecordedCourse } from '@borne/geodata/itinerary/compare-track'
import { createGpxReader, GPX_LIMITS } from '@borne/geodata/tracks/read-gpx'
import { TrackError } from '@borne/geodata/tracks/track-error'
import type { Db } from '../../../platform/db.ts'
import { sql } from '../../../platform/sql.ts'
import { trackFilePath } from '../../../platform/track-file-path.ts'

export interface DrivenTrack {
  readonly name: string
  readonly course: RecordedCourse
}

/** Points closer in time tell nothing more about a day. */
const STEP_MS = 5000

/** The recorded courses of tracks that the caller sees; one whose file is lost or without instants is left out. */
export async function readTracks(
  db: Db,
  filesDir: string,
  trackIds: readonly string[],
): Promise<DrivenTrack[]> {
  const rows = await db.many<{ name: string; sha256: string | null }>(sql`
    select name, file_sha256 as sha256 from gps_track where id = any(${trackIds}::uuid[]) order by started_at, id`)
  const tracks: DrivenTrack[] = []
  for (const { name, sha256 } of rows) {
    const course = sha256 === null ? null : await readCourse(trackFilePath(filesDir, sha256))
    if (course) tracks.push({ name, course })
  }
  return tracks
}

async function readCourse(path: string): Promise<RecordedCourse | null> {
  const reader = createGpxReader(GPX_LIMITS)
  try {
    for await (const text of createReadStream(path, 'utf8')) reader.write(text as string)
    const { lon, lat, instantMs, count } = reader.finish().points
    const timed = Array.from({ length: count }, (_, index) => index)
      .filter((index) => !Number.isNaN(instantMs[index]!))
      .sort((a, b) => instantMs[a]! - instantMs[b]!)
    const kept: number[] = []
    for (const index of timed) {
      const before = kept.at(-1)
      if (before === undefined || instantMs[index]! - instantMs[before]! >= STEP_MS) kept.push(index)
    }
    if (kept.length < 2) return null
    return {
      positions: kept.map((index): Position => [lon[index]!, lat[index]!]),
      instantsMs: kept.map((index) => instantMs[index]!),
    }
  } catch (error) {
    if (error instanceof TrackError || (error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

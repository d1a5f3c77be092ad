import ExifReader from 'exifreader'
import type { Position } from '../../contract-kit/geojson.ts'

export interface PhotoFacts {
  /** ISO 8601 in UTC. A camera without a time zone is taken at its word as UTC, which is Mauritania's time. */
  readonly takenAt: string | null
  readonly takenPosition: Position | null
}

const NOTHING: PhotoFacts = { takenAt: null, takenPosition: null }

/** Time and position from EXIF. A photo without EXIF, or with damaged EXIF, tells nothing: never an error. */
export function readPhotoFacts(bytes: Buffer): PhotoFacts {
  try {
    const { exif, gps } = ExifReader.load(bytes, { expanded: true })
    const taken = text(exif?.DateTimeOriginal?.description)
    const zone = text(exif?.OffsetTimeOriginal?.description)
    return { takenAt: readInstant(taken, zone), takenPosition: readPosition(gps?.Longitude, gps?.Latitude) }
  } catch {
    return NOTHING
  }
}

function readInstant(taken: string, zone: string): string | null {
  const found = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(taken)
  if (!found) return null
  const [, year, month, day, time] = found
  const offset = /^[+-]\d{2}:\d{2}$/.test(zone) ? zone : 'Z'
  const instant = new Date(`${year}-${month}-${day}T${time}${offset}`)
  return Number.isNaN(instant.getTime()) || instant.getTime() <= 0 ? null : instant.toISOString()
}

function readPosition(lon: number | undefined, lat: number | undefined): Position | null {
  if (lon === undefined || lat === undefined || !Number.isFinite(lon) || !Number.isFinite(lat)) return null
  const isNowhere = lon === 0 && lat === 0
  return isNowhere || Math.abs(lon) > 180 || Math.abs(lat) > 90 ? null : [lon, lat]
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

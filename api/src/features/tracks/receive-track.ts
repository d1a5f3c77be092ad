import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { loadVehicles } from '../../platform/road-state-queries.ts'
import { deleteTrack, findTrack, findTrackByFile, insertTrack, type StoredTrack } from './queries.ts'
import { keepTrackFile, type ReceivedFile, removeTrackFile } from './track-file.ts'
import type { TrackQueue } from './track-queue.ts'

export interface TracksAt {
  readonly db: Db
  readonly filesDir: string
  readonly queue: TrackQueue
}

export interface TrackUpload {
  readonly file: ReceivedFile
  readonly name: string
  readonly vehicleId: string
}

/** So long an upload waits for its result; most tracks take less. */
export const WAIT_MS = 8_000

/**
 * Takes a stored file as a track and has it matched. The same file sent again is the same track.
 *
 * @returns The track as it is after some seconds: matched, or still waiting when it is long.
 * @throws problem `track-…` when the file is refused within these seconds, and nothing of it is kept.
 */
export async function takeTrack(
  at: TracksAt,
  { file, name, vehicleId }: TrackUpload,
): Promise<{ track: StoredTrack; isNew: boolean }> {
  const known = await findTrackByFile(at.db, file.sha256)
  if (known) return { track: known, isNew: false }
  await checkUpload(at.db, name, vehicleId)
  await keepTrackFile(at.filesDir, file)
  const trackId = await insertTrack(at.db, { ...file, name, vehicleId }).catch(async (error: unknown) => {
    if (!(await findTrackByFile(at.db, file.sha256))) await removeTrackFile(at.filesDir, file.sha256)
    throw error
  })
  if (trackId) await at.queue.matchWithin(trackId, WAIT_MS)
  const track = await findTrackByFile(at.db, file.sha256)
  if (!track) throw problem('track-not-found', { trackId: trackId ?? '' })
  if (track.refusal) {
    await dropTrack(at, track)
    throw problem(track.refusal.code, track.refusal.params, { field: 'file' })
  }
  return { track, isNew: trackId !== undefined }
}

async function checkUpload(db: Db, name: string, vehicleId: string): Promise<void> {
  checkText({ name, vehicle: vehicleId })
  const vehicles = await loadVehicles(db)
  if (vehicles.some(({ id }) => id === vehicleId)) return
  const known = vehicles.map(({ id }) => id).join(', ')
  throw problem('vehicle-unknown', { vehicleId: vehicleId.slice(0, 60), known }, { field: 'vehicle' })
}

/** Deletes a track with its passages, its file, and what nobody has decided of its proposals. */
export async function dropTrack(at: TracksAt, { id, fileSha256 }: StoredTrack): Promise<void> {
  await at.queue.cancel(id)
  if (!(await deleteTrack(at.db, id))) throw problem('not-permitted')
  await removeTrackFile(at.filesDir, fileSha256)
}

export async function getTrack(db: Db, trackId: string): Promise<StoredTrack> {
  const track = await findTrack(db, trackId)
  if (!track) throw problem('track-not-found', { trackId })
  return track
}

import type { Track } from '@borne/api/contracts/tracks'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { reasonOf, uploadFile } from '../../platform/api.ts'
import { EDITS_KEY, renewRoads } from '../../platform/renew-roads.ts'
import { TRACKS_KEY } from './tracks-query.ts'

export interface PendingTrack {
  readonly file: File
  /** Sent share, 0–1; 1 while the server reads it; null while it waits for its turn. */
  readonly sentShare: number | null
  readonly failure: string | null
}

interface TrackQueueOptions {
  vehicle: string
  /** Said of what is no GPX file: it is not sent. */
  notGpx: string
  onSent(track: Track): void
}

/** Files that go one by one as soon as they are chosen; one that is refused stays with its reason. */
export function useTrackQueue({ vehicle, notGpx, onSent }: TrackQueueOptions) {
  const client = useQueryClient()
  const [pending, setPending] = useState<readonly PendingTrack[]>([])
  // One after the other: each is matched on its own, and the machine may be small.
  const turn = useRef(Promise.resolve())
  const change = (file: File, patch: Partial<PendingTrack>) =>
    setPending((all) => all.map((one) => (one.file === file ? { ...one, ...patch } : one)))
  const forget = (file: File) => setPending((all) => all.filter((one) => one.file !== file))

  async function send(file: File) {
    change(file, { sentShare: 0, failure: null })
    try {
      const track = await uploadFile<Track>('/api/tracks', file, (sentShare) => change(file, { sentShare }), {
        vehicle,
        name: nameOf(file),
      })
      forget(file)
      onSent(track)
    } catch (error) {
      change(file, { sentShare: null, failure: reasonOf(error) })
    }
    await Promise.all([
      client.invalidateQueries({ queryKey: [TRACKS_KEY] }),
      client.invalidateQueries({ queryKey: [EDITS_KEY] }),
      renewRoads(client),
    ])
  }
  const enqueue = (file: File) => {
    turn.current = turn.current.then(() => send(file))
  }

  return {
    pending,
    forget,
    again: enqueue,
    add: (files: readonly File[]) => {
      const added = files.map((file): PendingTrack => {
        return { file, sentShare: null, failure: isGpx(file) ? null : notGpx }
      })
      setPending((all) => [...all, ...added])
      for (const { file, failure } of added) if (!failure) enqueue(file)
    },
  }
}

function isGpx({ name }: File): boolean {
  return name.toLowerCase().endsWith('.gpx')
}

function nameOf({ name }: File): string {
  return name.replace(/\.gpx$/i, '').slice(0, 200)
}

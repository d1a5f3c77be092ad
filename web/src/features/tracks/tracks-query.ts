import type { Track, TrackDetail } from '@borne/api/contracts/tracks'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'

export const TRACKS_KEY = 'tracks'
export const MOST_TRACKS = 1000
const WORKING_MS = 1_500

/** Every recorded track, the latest first; asked again while one is being read. */
export const tracksQuery = queryOptions({
  queryKey: [TRACKS_KEY, 'list'],
  queryFn: ({ signal }) =>
    getJson<{ items: Track[]; total: number }>('/api/tracks', { limit: MOST_TRACKS }, signal),
  refetchInterval: ({ state }) => (state.data?.items.some(isWorking) ? WORKING_MS : false),
})

/** One track with its lines and its report. */
export function trackQuery(trackId: string) {
  return queryOptions({
    queryKey: [TRACKS_KEY, trackId],
    queryFn: ({ signal }) => getJson<TrackDetail>(`/api/tracks/${trackId}`, {}, signal),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? WORKING_MS : false),
  })
}

export function isWorking({ state }: Pick<Track, 'state'>): boolean {
  return state === 'waiting'
}

import type { ShareLink, Showing } from '@borne/api/contracts/briefings'
import { queryOptions } from '@tanstack/react-query'
import { getJson, sendJson } from '../../../platform/api.ts'
import { BRIEFINGS_KEY } from '../briefings-queries.ts'

/** The page as an audience gets it; null: as whoever asks sees it. Made for as long as it is looked at. */
export function donorShowingQuery(donorId: string, audienceId: string | null) {
  return queryOptions({
    queryKey: [BRIEFINGS_KEY, 'donor-showing', donorId, audienceId],
    queryFn: ({ signal }) =>
      sendJson<Showing>('POST', `/api/donors/${donorId}/showings`, { audienceId }, signal),
    staleTime: 60_000,
    gcTime: 0,
    refetchOnWindowFocus: false,
    retry: false,
  })
}

export function donorLinksQuery(donorId: string) {
  return queryOptions({
    queryKey: [BRIEFINGS_KEY, 'donor-links', donorId],
    queryFn: ({ signal }) => getJson<{ items: ShareLink[] }>(`/api/donors/${donorId}/links`, {}, signal),
    staleTime: 0,
  })
}

export function isLinkOpen({ revokedAt, expiresAt }: ShareLink): boolean {
  return revokedAt === null && Date.parse(expiresAt) > Date.now()
}

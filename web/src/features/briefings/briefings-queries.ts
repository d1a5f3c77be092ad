import type {
  Audience,
  Briefing,
  Briefings,
  BriefingVersions,
  ShareLink,
} from '@borne/api/contracts/briefings'
import type { CoverageScenarios } from '@borne/api/contracts/coverage'
import type { MissionRows } from '@borne/api/contracts/missions'
import type { BorderPostDetail } from '@borne/api/contracts/posts'
import type { WorksFile, WorksRows } from '@borne/api/contracts/works'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'

/** Every answer about briefings is kept under it. */
export const BRIEFINGS_KEY = 'briefings'

export function briefingsQuery(withArchived = false) {
  return queryOptions({
    queryKey: [BRIEFINGS_KEY, 'list', withArchived],
    queryFn: ({ signal }) =>
      getJson<Briefings>('/api/briefings', withArchived ? { includeArchived: true } : {}, signal),
  })
}

/** What is being written is not asked for again behind the back of whoever writes. */
export function briefingQuery(briefingId: string) {
  return queryOptions({
    queryKey: [BRIEFINGS_KEY, 'one', briefingId],
    queryFn: ({ signal }) => getBriefing(briefingId, signal),
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
}

export function getBriefing(briefingId: string, signal?: AbortSignal): Promise<Briefing> {
  return getJson<Briefing>(`/api/briefings/${encodeURIComponent(briefingId)}`, {}, signal)
}

export function versionsQuery(briefingId: string) {
  return queryOptions({
    queryKey: [BRIEFINGS_KEY, 'versions', briefingId],
    queryFn: ({ signal }) => getJson<BriefingVersions>(`/api/briefings/${briefingId}/versions`, {}, signal),
    staleTime: 0,
  })
}

export function linksQuery(briefingId: string) {
  return queryOptions({
    queryKey: [BRIEFINGS_KEY, 'links', briefingId],
    queryFn: ({ signal }) =>
      getJson<{ items: ShareLink[] }>(`/api/briefings/${briefingId}/links`, {}, signal),
    staleTime: 0,
  })
}

export const audiencesQuery = queryOptions({
  queryKey: [BRIEFINGS_KEY, 'audiences'],
  queryFn: ({ signal }) => getJson<{ items: Audience[] }>('/api/audiences', {}, signal),
})

export const missionChoicesQuery = queryOptions({
  queryKey: ['missions', 'list'],
  queryFn: ({ signal }) => getJson<MissionRows>('/api/missions', {}, signal),
})

export const scenarioChoicesQuery = queryOptions({
  queryKey: [BRIEFINGS_KEY, 'scenarios'],
  queryFn: ({ signal }) => getJson<CoverageScenarios>('/api/coverage/scenarios', {}, signal),
})

export const contractChoicesQuery = queryOptions({
  queryKey: ['works', 'portfolio'],
  queryFn: ({ signal }) => getJson<WorksRows>('/api/works/contracts', {}, signal),
})

export function postPhotosQuery(postId: string) {
  return queryOptions({
    queryKey: ['post', postId],
    queryFn: ({ signal }) => getJson<BorderPostDetail>(`/api/posts/${postId}`, {}, signal),
  })
}

export function worksPhotosQuery(contractId: string) {
  return queryOptions({
    queryKey: ['works', 'contract', contractId],
    queryFn: ({ signal }) => getJson<WorksFile>(`/api/works/contracts/${contractId}`, {}, signal),
  })
}

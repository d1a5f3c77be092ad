import type {
  DueVisits,
  Mission,
  MissionQuestionAnswer,
  MissionRows,
  MissionSettings,
} from '@borne/api/contracts/missions'
import type { Closure } from '@borne/api/contracts/road-state'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'
import { thisDay } from '../../ui/days.ts'

/** Every answer about missions is kept under it. */
export const MISSIONS_KEY = 'missions'

export const missionsQuery = queryOptions({
  queryKey: [MISSIONS_KEY, 'list'],
  queryFn: ({ signal }) => getJson<MissionRows>('/api/missions', {}, signal),
})

/** A mission that was read stays on the device for a day in the field, looked at or not. */
const KEPT_MS = 86_400_000

export function missionQuery(missionId: string) {
  return queryOptions({
    gcTime: KEPT_MS,
    queryKey: [MISSIONS_KEY, 'one', missionId],
    queryFn: ({ signal }) => getJson<Mission>(`/api/missions/${encodeURIComponent(missionId)}`, {}, signal),
  })
}

/** What the plan of a mission rests on; another version of the mission has another one. */
export function questionQuery(missionId: string, version: number) {
  return queryOptions({
    gcTime: KEPT_MS,
    queryKey: [MISSIONS_KEY, 'question', missionId, version],
    queryFn: ({ signal }) =>
      getJson<MissionQuestionAnswer>(`/api/missions/${encodeURIComponent(missionId)}/question`, {}, signal),
    staleTime: 60_000,
  })
}

export function dueQuery(on: string) {
  return queryOptions({
    queryKey: [MISSIONS_KEY, 'due', on],
    queryFn: ({ signal }) => getJson<DueVisits>('/api/missions/due', { on }, signal),
  })
}

export const missionSettingsQuery = queryOptions({
  gcTime: KEPT_MS,
  queryKey: [MISSIONS_KEY, 'settings'],
  queryFn: ({ signal }) => getJson<MissionSettings>('/api/missions/settings', {}, signal),
})

/** Every closure that is known, past ones too: any of them may be supposed to hold. */
export const closuresQuery = queryOptions({
  queryKey: [MISSIONS_KEY, 'closures'],
  queryFn: ({ signal }) =>
    getJson<{ items: Closure[] }>(
      '/api/closures',
      { date: thisDay(), includePast: true, limit: 1000 },
      signal,
    ),
})

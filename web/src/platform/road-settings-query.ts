import type { Calendar, Vehicle } from '@borne/api/contracts/road-state'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getJson } from './api.ts'

export const vehiclesQuery = queryOptions({
  queryKey: ['vehicles'],
  queryFn: ({ signal }) => getJson<{ items: Vehicle[] }>('/api/vehicles', {}, signal),
  staleTime: 300_000,
})

export const calendarsQuery = queryOptions({
  queryKey: ['season-calendars'],
  queryFn: ({ signal }) => getJson<{ items: Calendar[] }>('/api/season-calendars', {}, signal),
  staleTime: 300_000,
})

export interface RoadSettings {
  readonly vehicles: readonly Vehicle[]
  readonly calendars: readonly Calendar[]
}

/** Who may travel, and what the seasons do; empty until they have come. */
export function useRoadSettings(): RoadSettings {
  return {
    vehicles: useQuery(vehiclesQuery).data?.items ?? [],
    calendars: useQuery(calendarsQuery).data?.items ?? [],
  }
}

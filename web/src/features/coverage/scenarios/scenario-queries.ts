import type {
  Coverage,
  CoverageInput,
  CoverageScenario,
  CoverageScenarios,
  Openings,
} from '@borne/api/contracts/coverage'
import type { Closures } from '@borne/api/contracts/road-state'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson, sendJson } from '../../../platform/api.ts'
import { ROADS_KEY } from '../../../platform/renew-roads.ts'
import { thisDay } from '../../../ui/days.ts'

/** Every answer about stored scenarios is kept under it. */
export const SCENARIOS_KEY = 'coverage-scenarios'

export const scenariosQuery = queryOptions({
  queryKey: [SCENARIOS_KEY, 'list'],
  queryFn: ({ signal }) =>
    getJson<CoverageScenarios>('/api/coverage/scenarios', { includeArchived: true }, signal),
})

export function scenarioQuery(scenarioId: string) {
  return queryOptions({
    queryKey: [SCENARIOS_KEY, 'one', scenarioId],
    queryFn: ({ signal }) =>
      getJson<CoverageScenario>(`/api/coverage/scenarios/${encodeURIComponent(scenarioId)}`, {}, signal),
  })
}

/** On which day the posts of which contract open. */
export const openingsQuery = queryOptions({
  queryKey: ['works', 'openings'],
  queryFn: ({ signal }) => getJson<Openings>('/api/coverage/openings', {}, signal),
  staleTime: 300_000,
})

/** What is measured for a question with its changes; what was measured before stays while it comes. */
export function askedQuery(input: CoverageInput) {
  return queryOptions({
    queryKey: [ROADS_KEY, 'coverage', input],
    queryFn: () => sendJson<Coverage>('POST', '/api/coverage/measure', input),
    placeholderData: keepPreviousData,
    staleTime: 300_000,
  })
}

/** Every closure, past ones too: what a change of one may name. */
export const closuresQuery = queryOptions({
  queryKey: ['closures', 'all'],
  queryFn: ({ signal }) =>
    getJson<Closures>('/api/closures', { date: thisDay(), includePast: true, limit: 1000 }, signal),
})

/** Those that hold on a day. */
export function closuresOnQuery(date: string) {
  return queryOptions({
    queryKey: ['closures', 'on', date],
    queryFn: ({ signal }) => getJson<Closures>('/api/closures', { date, limit: 1000 }, signal),
  })
}

import type { Closure } from '@borne/api/contracts/road-state'
import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'

export interface ClosuresOnDay {
  items: Closure[]
  total: number
  date: string
}

/** Every closure as it stands on a day, past ones too; the latest first. */
export function closuresQuery(date: string) {
  return queryOptions({
    queryKey: ['closures', date],
    queryFn: ({ signal }) =>
      getJson<ClosuresOnDay>('/api/closures', { date, includePast: true, limit: 1000 }, signal),
    placeholderData: keepPreviousData,
  })
}

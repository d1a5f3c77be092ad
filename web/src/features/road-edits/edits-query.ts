import type { RoadEdit } from '@borne/api/contracts/road-edits'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'
import { EDITS_KEY } from '../../platform/renew-roads.ts'

/** More than this the server does not send at once. */
export const MOST_EDITS = 1000

/** Every correction that the person may see: what nobody has decided on first, then the latest. */
export const editsQuery = queryOptions({
  queryKey: [EDITS_KEY],
  queryFn: ({ signal }) =>
    getJson<{ items: RoadEdit[]; total: number }>('/api/road-edits', { limit: MOST_EDITS }, signal),
})

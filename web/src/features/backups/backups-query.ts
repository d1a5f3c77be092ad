import type { Backups } from '@borne/api/contracts/backups'
import { queryOptions } from '@tanstack/react-query'
import { getJson } from '../../platform/api.ts'

const RUNNING_EVERY_MS = 2_000

export const backupsQuery = queryOptions({
  queryKey: ['backups'],
  queryFn: ({ signal }) => getJson<Backups>('/api/backups', {}, signal),
  refetchInterval: ({ state }) => state.data?.isRunning && RUNNING_EVERY_MS,
})

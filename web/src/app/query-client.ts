import { QueryClient } from '@tanstack/react-query'
import { ApiProblem } from '../platform/api.ts'

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      // Offline is our own state: the server may be on this very machine while the network is down.
      networkMode: 'always',
      retry: (failures, error) => failures < 1 && isWorthRetrying(error),
      retryDelay: 500,
    },
    mutations: { networkMode: 'always' },
  },
})

/** A refusal stays a refusal; silence or a server that is starting may pass. */
export function isWorthRetrying(error: unknown): boolean {
  return error instanceof ApiProblem && (error.problem.status === 0 || error.problem.status === 503)
}

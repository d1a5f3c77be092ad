import type { SessionState, SignedIn } from '@borne/api/contracts/session'
import { type QueryClient, queryOptions, useQuery } from '@tanstack/react-query'
import { getJson } from './api.ts'
import { forgetCaller, lastCaller, meetCaller, SESSION_KEY } from './caller.ts'

/** Who is signed in, and how one can sign in here. */
export const sessionQuery = queryOptions({
  queryKey: SESSION_KEY,
  queryFn: async ({ client, signal }) => {
    const state = await getJson<SessionState>('/api/session', {}, signal)
    meetCaller(client, state)
    return state
  },
  staleTime: 60_000,
})

/** Takes over the session that the server answered to a sign-in, a code, a role looked through. */
export function takeSession(client: QueryClient, state: SessionState, isOtherSight = false): void {
  if (isOtherSight) forgetCaller()
  meetCaller(client, state, true)
  client.setQueryData(sessionQuery.queryKey, state)
}

/** The server knows the session no more. */
export function endSession(client: QueryClient): void {
  client.setQueryData(sessionQuery.queryKey, (state) => state && { ...state, signedIn: null })
}

/** Whose page this is. A session that has ended leaves its page as it was, under the sign-in that covers it. */
export function useSignedIn(): SignedIn | null {
  return useQuery({ ...sessionQuery, select: signedInOf }).data ?? null
}

function signedInOf({ signedIn }: SessionState): SignedIn | null {
  return signedIn?.stage === 'full' ? signedIn : lastCaller()
}

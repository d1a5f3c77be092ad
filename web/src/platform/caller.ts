import type { SessionState, SignedIn } from '@borne/api/contracts/session'
import type { Query, QueryClient } from '@tanstack/react-query'
import { useSyncExternalStore } from 'react'

/** Whose data the cache and the screens hold: the last person who was wholly signed in. */
let caller: SignedIn | null = null
let epoch = 0
let returns = 0
const listeners = new Set<() => void>()

export const SESSION_KEY = ['session'] as const

export function lastCaller(): SignedIn | null {
  return caller
}

/** Grows whenever the caller or their sight becomes another: what is keyed by it starts anew. */
export function useCallerEpoch(): number {
  return useSyncExternalStore(onCallerChange, callerEpoch)
}

/** As `useCallerEpoch`, outside of components. */
export function callerEpoch(): number {
  return epoch
}

/** How often a person came back after their session had ended: what was refused meanwhile is asked again. */
export function useReturns(): number {
  return useSyncExternalStore(onCallerChange, () => returns)
}

/**
 * Notes who the server says is signed in. Another person, or the same one with another sight, finds nothing of
 * what was read before; the same person finds everything as it was, read again.
 *
 * @param isFresh The session was just made or changed by hand: what was read without it is not kept either.
 */
export function meetCaller(client: QueryClient, { signedIn }: SessionState, isFresh = false): void {
  if (signedIn?.stage !== 'full') return
  const before = caller
  caller = signedIn
  if (before && isSameCaller(before, signedIn)) {
    if (isFresh) welcomeBack(client)
    return
  }
  if (!before && !isFresh) return
  void client.cancelQueries({ predicate: isOfCaller })
  client.removeQueries({ predicate: isOfCaller })
  epoch += 1
  for (const listener of listeners) listener()
}

function welcomeBack(client: QueryClient): void {
  void client.invalidateQueries({ predicate: isOfCaller })
  returns += 1
  for (const listener of listeners) listener()
}

/** «Voir comme…» changes the sight even when person and role are as before. */
export function forgetCaller(): void {
  caller = null
}

function isSameCaller(one: SignedIn, other: SignedIn): boolean {
  return one.accountId === other.accountId && one.role === other.role && one.isViewingAs === other.isViewingAs
}

/** All but the session itself, and what says of itself that everyone is told the same. */
function isOfCaller({ queryKey, meta }: Pick<Query, 'queryKey' | 'meta'>): boolean {
  return queryKey[0] !== SESSION_KEY[0] && meta?.isSameForAll !== true
}

/** Tells of another caller, or of one who came back. */
export function onCallerChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

import type { UseQueryResult } from '@tanstack/react-query'
import { useState } from 'react'
import { useSlow } from './use-slow.ts'

interface NearestAnswer<T> {
  readonly answer: T | undefined
  /** It no longer matches what is asked, and has not for a tenth of a second. */
  readonly isStale: boolean
  /** Computed in this browser. */
  readonly isHere: boolean
  /** The server gave no answer, nor did the browser. */
  readonly isRefused: boolean
}

/**
 * Of an answer by the server and one computed in this browser, the one to be shown. The server's counts where it has
 * come for what is asked; until then, under the hand, and where the server is silent, the browser's.
 *
 * @param isMoving What is asked is still under the hand, ahead of what the server was asked.
 */
export function useNearestAnswer<T>(
  server: UseQueryResult<T>,
  browser: UseQueryResult<T>,
  isMoving: boolean,
): NearestAnswer<T> {
  const isFromServer = !isMoving && server.isSuccess && !server.isPlaceholderData
  const isHere = !isFromServer && browser.data !== undefined
  const isComing = !isFromServer && browser.isFetching
  const isLate = useSlow(isComing)
  const matches = isFromServer || (isHere && !browser.isPlaceholderData)
  const found = isHere ? browser.data : server.isError ? undefined : server.data
  const [last, setLast] = useState(found)
  if (found !== undefined && found !== last) setLast(found)
  const answer = found ?? (isComing ? last : undefined)
  return {
    answer,
    isStale: !matches && (!isComing || isLate),
    isHere,
    isRefused: answer === undefined && server.isError && !isComing,
  }
}

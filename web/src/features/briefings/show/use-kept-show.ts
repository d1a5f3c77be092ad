import { useCallback, useEffect, useState } from 'react'
import { keepShow } from './keep-show.ts'
import type { ShowSource } from './show-source.ts'

export interface KeptShow {
  readonly share: number
  readonly hasFailed: boolean
  retry(): void
}

/** Fetches in the background all that the slides need, once the first one stands. */
export function useKeptShow(source: ShowSource, hasFirst: boolean): KeptShow {
  const [share, setShare] = useState(0)
  const [hasFailed, setHasFailed] = useState(false)
  const keep = useCallback(() => {
    setHasFailed(false)
    keepShow(source, setShare).catch(() => setHasFailed(true))
  }, [source])
  useEffect(() => {
    if (hasFirst) keep()
  }, [hasFirst, keep])
  return { share, hasFailed, retry: keep }
}

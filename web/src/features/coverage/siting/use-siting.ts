import type { SitingAnswer, SitingInput } from '@borne/api/contracts/coverage'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { streamLines } from '../../../platform/api.ts'
import { ROADS_KEY } from '../../../platform/renew-roads.ts'

export interface SitingRun {
  readonly status: 'idle' | 'running' | 'stopped' | 'done'
  readonly startedAt: number
  readonly error: unknown
}

const IDLE: SitingRun = { status: 'idle', startedAt: 0, error: null }

/**
 * A search for places: the server tells a quick answer at once and better ones as they are found. Answers are kept under what
 * was asked; the last one stays while another is looked for.
 */
export function useSiting(input: SitingInput | null) {
  const client = useQueryClient()
  const queryKey = [ROADS_KEY, 'siting', input]
  const { data: found = null } = useQuery<SitingAnswer | null>({
    queryKey,
    queryFn: () => null,
    enabled: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const [run, setRun] = useState(IDLE)
  const [last, setLast] = useState<SitingAnswer | null>(null)
  if (found && found !== last) setLast(found)
  const abort = useRef<AbortController | null>(null)
  useEffect(() => () => abort.current?.abort(), [])

  async function start() {
    if (!input) return
    abort.current?.abort()
    const own = new AbortController()
    abort.current = own
    client.removeQueries({ queryKey })
    setRun({ status: 'running', startedAt: performance.now(), error: null })
    try {
      for await (const answer of streamLines<SitingAnswer>('/api/coverage/siting', input, own.signal))
        client.setQueryData(queryKey, answer)
      if (!own.signal.aborted) setRun((old) => ({ ...old, status: 'done' }))
    } catch (error) {
      if (!own.signal.aborted) setRun((old) => ({ ...old, status: 'idle', error }))
    }
  }
  function stop() {
    abort.current?.abort()
    setRun((old) => (old.status === 'running' ? { ...old, status: 'stopped' } : old))
  }
  return {
    answer: found ?? last,
    /** The answer is that of what is asked now. */
    isAnswered: found !== null,
    run,
    start: () => void start(),
    stop,
  }
}

export type Siting = ReturnType<typeof useSiting>

import type { Presentation } from '@borne/api/contracts/briefings'
import { useCallback, useState } from 'react'
import type { ShowState } from './show-channel.ts'

/** Where a show is, and how it goes on. */
export function useShowState({ slides }: Presentation, first = 0) {
  const last = Math.max(0, slides.length - 1)
  const [state, setState] = useState<ShowState>(() => {
    const now = Date.now()
    return { index: Math.min(first, last), blank: 'none', startedAt: now, slideSince: now, isAuto: false }
  })
  const goTo = useCallback(
    (index: number) =>
      setState((old) => {
        const next = Math.min(last, Math.max(0, index))
        // One who goes on wants to see something.
        if (next === old.index) return { ...old, blank: 'none' }
        return { ...old, index: next, blank: 'none', slideSince: Date.now() }
      }),
    [last],
  )
  return { state, setState, goTo }
}

import { type RefObject, useEffect, useRef, useState } from 'react'

const STEP = 200

/**
 * How many rows of a long table are drawn: the first 200, then more whenever the end comes into view.
 *
 * @param needed The rows up to the selected one are drawn in any case.
 * @returns The count, and the ref of the last drawn row.
 */
export function useShownRows(total: number, needed: number): [number, RefObject<HTMLTableRowElement | null>] {
  const end = useRef<HTMLTableRowElement>(null)
  const [asked, setAsked] = useState(STEP)
  const shown = Math.min(total, Math.max(asked, needed))
  useEffect(() => {
    if (!end.current || shown >= total) return
    const watch = new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting) setAsked(shown + STEP)
    })
    watch.observe(end.current)
    return () => watch.disconnect()
  }, [shown, total])
  return [shown, end]
}

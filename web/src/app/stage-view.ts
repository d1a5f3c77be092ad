import { useLocation, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** The table of posts takes the place of the map. */
export function useIsTable(): boolean {
  const { view } = useSearch({ strict: false })
  return useLocation({ select: ({ pathname }) => pathname === '/posts' }) && view === 'table'
}

/** Calls back when another page is opened or a place is marked, not for what was there at first. */
export function useWhenOpened(onOpened: () => void) {
  const opened = useLocation({ select: ({ pathname }) => pathname })
  const { mark } = useSearch({ strict: false })
  const key = `${opened} ${mark ?? ''}`
  const last = useRef(key)
  useEffect(() => {
    if (last.current === key) return
    last.current = key
    onOpened()
  }, [key, onOpened])
}

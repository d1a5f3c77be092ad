import { useLocation, useMatches, useRouterState, useSearch } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'

/** The page takes the place of the map: the tables of posts, works and missions, the account, the administration. */
export function useIsWide(): boolean {
  const { view } = useSearch({ strict: false })
  const hasTable = useLocation({
    select: ({ pathname }) => pathname === '/posts' || /^\/(works|missions)/.test(pathname),
  })
  const isTable = hasTable && view === 'table'
  const isWide = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.isWide) })
  return isTable || isWide
}

/** A page that replaces the one that held the focus takes it: the keyboard goes on from there. */
export function useFocusOfNewPage() {
  // The address of what is drawn, not of what is on its way.
  const pathname = useRouterState({ select: (state) => state.resolvedLocation?.pathname })
  const last = useRef(pathname)
  useEffect(() => {
    const before = last.current
    last.current = pathname
    if (before === undefined || before === pathname) return
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      document.getElementById('content')?.focus({ preventScroll: true })
    })
    return () => cancelAnimationFrame(frame)
  }, [pathname])
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

import { type ReactNode, useLayoutEffect, useState } from 'react'
import { createPortal } from 'react-dom'

/** Where the stage keeps the drawer under the map; a phone has none. */
export const DRAWER_ID = 'drawer'

/** What belongs to time, in the drawer under the map; on a phone in its place on the page. */
export function Drawer({ label, children }: { label: string; children: ReactNode }) {
  const [place, setPlace] = useState<HTMLElement | null>()
  useLayoutEffect(() => setPlace(document.getElementById(DRAWER_ID)), [])
  if (place === undefined) return null
  const content = <section aria-label={label}>{children}</section>
  return place ? createPortal(content, place) : content
}

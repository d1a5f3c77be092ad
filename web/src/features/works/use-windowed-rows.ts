import { type RefObject, useLayoutEffect, useRef, useState } from 'react'

/** Lists up to here are drawn whole. */
const WHOLE = 200
/** Rows above and below what is in view, so that a fast scroll does not show a gap. */
const SPARE = 12

export interface RowWindow {
  readonly first: number
  /** Not included. */
  readonly end: number
  /** Room of the rows that are not drawn, in pixels. */
  readonly before: number
  readonly after: number
}

/** Which rows of equal height are in view of a frame of `height` that has been scrolled by `top`. */
export function windowOf(count: number, rowHeight: number, top: number, height: number): RowWindow {
  if (count <= WHOLE) return { first: 0, end: count, before: 0, after: 0 }
  const last = Math.max(0, count - 1)
  const first = Math.min(last, Math.max(0, Math.floor(top / rowHeight) - SPARE))
  const end = Math.min(count, Math.max(first + 1, Math.ceil((top + height) / rowHeight) + SPARE))
  return { first, end, before: first * rowHeight, after: (count - end) * rowHeight }
}

/**
 * Draws of a long list only what is in view. All rows are `rowHeight` high.
 *
 * @returns The window, and the ref of the element that holds the rows.
 */
export function useWindowedRows<E extends HTMLElement>(
  count: number,
  rowHeight: number,
): [RowWindow, RefObject<E | null>] {
  const body = useRef<E>(null)
  const [view, setView] = useState({ top: 0, height: 1200 })
  useLayoutEffect(() => {
    if (!body.current || count <= WHOLE) return
    const rows = body.current
    const frame = scrollFrame(rows)
    const read = () => {
      const top = Math.max(0, frame.getBoundingClientRect().top - rows.getBoundingClientRect().top)
      // Half the spare rows may pass before they are drawn anew.
      const step = (SPARE / 2) * rowHeight
      const next = { top: Math.floor(top / step) * step, height: frame.clientHeight + step }
      setView((old) => (old.top === next.top && old.height === next.height ? old : next))
    }
    read()
    const watch = new ResizeObserver(read)
    watch.observe(frame)
    frame.addEventListener('scroll', read, { passive: true })
    return () => {
      watch.disconnect()
      frame.removeEventListener('scroll', read)
    }
  }, [count, rowHeight])
  return [windowOf(count, rowHeight, view.top, view.height), body]
}

/** Brings a row into view, drawn or not. */
export function scrollToRow(rows: HTMLElement, index: number, rowHeight: number, headHeight = 0): void {
  const frame = scrollFrame(rows)
  const at = rows.getBoundingClientRect().top - frame.getBoundingClientRect().top + index * rowHeight
  if (at < headHeight) frame.scrollTop += at - headHeight
  else if (at + rowHeight > frame.clientHeight) frame.scrollTop += at + rowHeight - frame.clientHeight
}

function scrollFrame(of: HTMLElement): HTMLElement {
  for (let parent = of.parentElement; parent; parent = parent.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(parent).overflowY)) return parent
  }
  return document.documentElement
}

import { type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react'
import { type RowWindow, scrollToRow } from './use-windowed-rows.ts'

const PAGE_ROWS = 8

/**
 * One row of a long list takes the Tab key, arrows move to another: it is scrolled into view first, and gets the
 * focus when it has been drawn.
 *
 * @param start The row that takes the Tab key at first.
 */
export function useRowFocus(
  body: RefObject<HTMLElement | null>,
  rows: readonly { id: string }[],
  start: number,
  rowHeight: number,
  view: RowWindow,
  headHeight = 0,
) {
  const [at, setAt] = useState(start)
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    // After each drawing: the row that was asked for may only be there now.
    if (wanted.current === null) return
    const row = body.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(wanted.current)}"]`)
    if (!row) return
    wanted.current = null
    row.focus({ preventScroll: true })
  })
  const tabStop = Math.min(rows.length - 1, Math.max(view.first, Math.min(at, view.end - 1)))

  function onKeyDown(event: KeyboardEvent) {
    const to = rowAfterKey(event.key, tabStop, rows.length)
    const row = to === undefined ? undefined : rows[to]
    if (to === undefined || !row || !body.current) return
    event.preventDefault()
    wanted.current = row.id
    setAt(to)
    scrollToRow(body.current, to, rowHeight, headHeight)
  }
  return { tabStop, onKeyDown, setAt }
}

/** The row to which a key moves; undefined when it does not move. */
export function rowAfterKey(key: string, at: number, count: number): number | undefined {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE_ROWS,
    PageUp: at - PAGE_ROWS,
    Home: 0,
    End: count - 1,
  }[key]
  return to === undefined || count === 0 ? undefined : Math.min(Math.max(to, 0), count - 1)
}

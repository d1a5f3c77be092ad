const PAGE_ROWS = 10

/** The row to which a key moves from row `at` (−1: none yet) of `count`; undefined when the key does not move. */
export function rowAfterKey(key: string, at: number, count: number): number | undefined {
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    PageDown: at + PAGE_ROWS,
    PageUp: at - PAGE_ROWS,
    Home: 0,
    End: count - 1,
  }[key]
  if (to === undefined || count === 0) return undefined
  return Math.min(Math.max(to, 0), count - 1)
}

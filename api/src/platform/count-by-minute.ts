const MINUTE_MS = 60_000
const MOST_NAMES = 10_000

export interface CountedMinute {
  /** With this one. */
  readonly count: number
  /** Of the minute before that was counted; 0 but at the first of a minute. */
  readonly before: number
  readonly secondsLeft: number
}

/** Counts what comes from each name, minute by minute, in memory. */
export function countByMinute(now = Date.now): (name: string) => CountedMinute {
  const windows = new Map<string, { until: number; count: number }>()
  return (name) => {
    const moment = now()
    const known = windows.get(name)
    if (known && moment < known.until) {
      known.count += 1
      return { count: known.count, before: 0, secondsLeft: Math.ceil((known.until - moment) / 1000) }
    }
    if (windows.size > MOST_NAMES) windows.clear()
    windows.set(name, { until: moment + MINUTE_MS, count: 1 })
    return { count: 1, before: known?.count ?? 0, secondsLeft: MINUTE_MS / 1000 }
  }
}

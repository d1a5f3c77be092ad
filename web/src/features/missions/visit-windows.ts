import type { MissionVisitInput } from '@borne/api/contracts/missions'

export type VisitWindow = MissionVisitInput['hours'][number]

/** The hours of an office, in two windows about its midday rest. */
const MORNING = { opens: '08:00', closes: '12:00' } as const
const AFTERNOON = { opens: '14:00', closes: '17:00' } as const

/** What one more window begins with: the morning, and after it the afternoon of the same days. */
export function windowAfter(last: VisitWindow | undefined): VisitWindow {
  if (!last) return { weekdays: null, date: null, ...MORNING }
  const { weekdays, date } = last
  return { weekdays, date, ...(last.closes <= AFTERNOON.opens ? AFTERNOON : MORNING) }
}

/** The hours with one window changed; the others stay as they are. */
export function changeWindow(
  hours: readonly VisitWindow[],
  index: number,
  patch: Partial<VisitWindow>,
): VisitWindow[] {
  return hours.map((window, each) => (each === index ? { ...window, ...patch } : window))
}

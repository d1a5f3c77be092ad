/** May is dry, in August the wadis are up, in October the river: the days to compare. */
export const MONTHS_TO_KNOW = [5, 8, 10] as const
export type MonthToKnow = (typeof MONTHS_TO_KNOW)[number]

const DAY_MS = 86_400_000

/** Mauritania's clock is that of Greenwich. */
export function thisDay(): string {
  return new Date().toISOString().slice(0, 10)
}

/** The middle of a month. */
export function dayInMonth(year: string, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-15`
}

export function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * DAY_MS).toISOString().slice(0, 10)
}

/** The same day of another month, its last one where there is none: 31 January + 1 = 28 February. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month + count, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + count, Math.min(date, last))).toISOString().slice(0, 10)
}

/** 0 on 1 January. */
export function dayOfYear(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / DAY_MS)
}

export function daysInYear(year: string): number {
  return dayOfYear(`${year}-12-31`) + 1
}

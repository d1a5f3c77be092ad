export { addDays, addMonths } from '@borne/geodata/works/days'

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

/** 0 on 1 January. */
export function dayOfYear(day: string): number {
  return Math.round((Date.parse(day) - Date.parse(`${day.slice(0, 4)}-01-01`)) / DAY_MS)
}

export function daysInYear(year: string): number {
  return dayOfYear(`${year}-12-31`) + 1
}

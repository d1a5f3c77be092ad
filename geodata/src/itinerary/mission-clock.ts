import type { IsoDate } from '../road-state/types.ts'
import type { ClockTime, MissionRule } from './mission-types.ts'
import type { PlanSeconds } from './types.ts'

export const DAY_SECONDS = 86_400
const DAY_MILLISECONDS = 1000 * DAY_SECONDS

/** A span of time that both ends belong to. */
export interface Span {
  readonly opens: PlanSeconds
  readonly closes: PlanSeconds
}

/** Seconds since midnight of `07:30`, up to `24:00`. @throws RangeError when it is no time of a day. */
export function clockSeconds(time: ClockTime): number {
  const match = /^(\d{2}):(\d{2})$/.exec(time)
  const seconds = match ? 3600 * Number(match[1]) + 60 * Number(match[2]) : NaN
  if (!(seconds <= DAY_SECONDS) || Number(match?.[2]) > 59)
    throw new RangeError(`not a time of a day: ${time}`)
  return seconds
}

/** Days from one date to another. @throws RangeError when one is no date. */
export function daysBetween(from: IsoDate, to: IsoDate): number {
  const days = (midnightOf(to) - midnightOf(from)) / DAY_MILLISECONDS
  return Math.round(days)
}

export function addDays(date: IsoDate, days: number): IsoDate {
  return new Date(midnightOf(date) + days * DAY_MILLISECONDS).toISOString().slice(0, 10)
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(date: IsoDate): number {
  return new Date(midnightOf(date)).getUTCDay() || 7
}

/** Seconds of the plan as an instant: Mauritania keeps Greenwich's time. */
export function instantOf(firstDate: IsoDate, seconds: PlanSeconds): string {
  return new Date(midnightOf(firstDate) + Math.round(1000 * seconds)).toISOString()
}

export function planSecondsOf(firstDate: IsoDate, instant: string): PlanSeconds {
  return (Date.parse(instant) - midnightOf(firstDate)) / 1000
}

/**
 * A daily span that begins on a day; one that closes before it opens runs over midnight.
 *
 * @param day Days after the first of the plan.
 */
export function spanOn(day: number, opens: ClockTime, closes: ClockTime): Span {
  const [from, until] = [clockSeconds(opens), clockSeconds(closes)]
  const midnight = day * DAY_SECONDS
  return { opens: midnight + from, closes: midnight + (until > from ? until : until + DAY_SECONDS) }
}

/** The same time in spans that stand in order and apart. */
export function joinSpans(spans: readonly Span[]): Span[] {
  const joined: Span[] = []
  for (const span of [...spans].sort((a, b) => a.opens - b.opens)) {
    const last = joined.at(-1)
    if (last && span.opens <= last.closes)
      joined[joined.length - 1] = { opens: last.opens, closes: Math.max(last.closes, span.closes) }
    else joined.push(span)
  }
  return joined
}

/** Whether a rule holds on a date: its part of the year may run over the new year. */
export function isInSeason(date: IsoDate, { season }: Pick<MissionRule, 'season'>): boolean {
  if (season === null) return true
  const day = date.slice(5)
  const { starts, ends } = season
  return starts <= ends ? starts <= day && day <= ends : starts <= day || day <= ends
}

function midnightOf(date: IsoDate): number {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(midnight)) throw new RangeError(`not a date: ${date}`)
  return midnight
}

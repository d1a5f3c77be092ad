import { dayNumber, dayOf, isDay } from './days.ts'
import type { Day, WorkCalendar } from './types.ts'

/** Working time is counted in whole thousandths of a working day, so that shares of a day add up exactly. */
export const WORKING_DAY = 1000

const MONTH_DAY = /^\d{2}-\d{2}$/
/** A leap year holds every `MM-DD` that a year can have. */
const LEAP_YEAR = '2024'
/** Longer than any works; a calendar that works less than this asks for is wrong. */
const MOST_DAYS = 36_525

/** The working time that a calendar allows, measured along the days from `start` on. */
export interface WorkAxis {
  readonly start: Day
  /** Thousandths of a working day from the start of `start` to the start of `day`; 0 where `day` is earlier. */
  workedBefore(day: Day): number
  /** The day on which work begins that follows `worked` thousandths of a working day. */
  startDayAt(worked: number): Day
  /** The day on which `worked` thousandths of a working day are done; `start` where nothing is to do. */
  finishDayAt(worked: number): Day
}

/**
 * How much of a day is worked: 0 = none, 1 = a full day, in steps of a thousandth.
 *
 * The last exception that holds decides, and where there is none, the day of the week. A span of `MM-DD` recurs each
 * year and may run over its end (`12-20` to `01-05`).
 *
 * @throws RangeError if `day` is no day, or the calendar is faulty (see `refuseCalendar`).
 */
export function workShareOn(calendar: WorkCalendar, day: Day): number {
  refuseCalendar(calendar)
  return workedOn(calendar, dayNumber(day)) / WORKING_DAY
}

/**
 * The day on which a work of `count` working days is done that begins at the start of `from`.
 *
 * @param count Working days, at least 0. With 0, `from` itself, be it worked or not.
 * @throws RangeError if `count` is negative, `from` is no day, the calendar is faulty, or it never works that much.
 */
export function addWorkingDays(calendar: WorkCalendar, from: Day, count: number): Day {
  return layWorkAxis(calendar, from).finishDayAt(Math.round(count * WORKING_DAY))
}

/**
 * Working days from the start of `from` to the start of `until`, in steps of a thousandth; 0 where `until` is not later.
 *
 * @throws RangeError if one of them is no day, the calendar is faulty, or they lie over a century apart.
 */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, until: Day): number {
  return layWorkAxis(calendar, from).workedBefore(until) / WORKING_DAY
}

/**
 * Lays the working time of a calendar along the days from `start` on, as far as it is asked for.
 *
 * @throws RangeError if `start` is no day or the calendar is faulty (see `refuseCalendar`). The functions of the axis
 *   throw it where `worked` is negative, or lies more than a century after `start`.
 */
export function layWorkAxis(calendar: WorkCalendar, start: Day): WorkAxis {
  refuseCalendar(calendar)
  const first = dayNumber(start)
  // sums[i] = thousandths worked before the day `first + i`.
  const sums = [0]

  function growTo(index: number): void {
    if (index > MOST_DAYS) throw new RangeError(`calendar ${calendar.id}: over a century after ${start}`)
    while (sums.length <= index) sums.push(sums.at(-1)! + workedOn(calendar, first + sums.length - 1))
  }
  /** The first day at whose end `isReached` holds; sums never fall, so it is found by halving. */
  function firstDay(isReached: (sum: number) => boolean): Day {
    while (!isReached(sums.at(-1)!)) growTo(sums.length)
    let low = 1
    let high = sums.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if (isReached(sums[middle]!)) high = middle
      else low = middle + 1
    }
    return dayOf(first + low - 1)
  }
  function refuseNegative(worked: number): void {
    if (!(worked >= 0)) throw new RangeError(`negative working time: ${worked}`)
  }

  return {
    start,
    workedBefore(day) {
      const index = dayNumber(day) - first
      if (index <= 0) return 0
      growTo(index)
      return sums[index]!
    },
    startDayAt(worked) {
      refuseNegative(worked)
      return firstDay((sum) => sum > worked)
    },
    finishDayAt(worked) {
      refuseNegative(worked)
      return worked === 0 ? start : firstDay((sum) => sum >= worked)
    },
  }
}

/**
 * Refuses a calendar that cannot be read.
 *
 * @throws RangeError naming the weekday or the exception: a share outside 0 to 1, dates that are neither both
 *   `YYYY-MM-DD` nor both `MM-DD`, a dated span that ends before it begins, or no weekday worked at all.
 */
export function refuseCalendar(calendar: WorkCalendar): void {
  const isShare = (share: number) => share >= 0 && share <= 1
  const weekday = calendar.weekShares.findIndex((share) => !isShare(share))
  if (weekday >= 0)
    throw new RangeError(`calendar ${calendar.id}: share of weekday ${weekday + 1} outside 0 to 1`)
  if (calendar.weekShares.every((share) => Math.round(share * WORKING_DAY) === 0)) {
    throw new RangeError(`calendar ${calendar.id}: no weekday is worked`)
  }
  calendar.exceptions.forEach(({ label, from, until, share }, row) => {
    const name = `calendar ${calendar.id}: exception ${row + 1} (${label})`
    if (!isShare(share)) throw new RangeError(`${name}: share outside 0 to 1`)
    const recurs = isMonthDay(from) && isMonthDay(until)
    if (!recurs && !(isDay(from) && isDay(until))) {
      throw new RangeError(`${name}: ${from} and ${until} are neither both YYYY-MM-DD nor both MM-DD`)
    }
    if (!recurs && until < from) throw new RangeError(`${name}: ends before it begins`)
  })
}

function workedOn(calendar: WorkCalendar, number: number): number {
  const day = dayOf(number)
  const exception = calendar.exceptions.findLast(({ from, until }) => isWithin(day, from, until))
  // 1970-01-01 was a Thursday.
  const share = exception?.share ?? calendar.weekShares[(((number + 3) % 7) + 7) % 7]!
  return Math.round(share * WORKING_DAY)
}

function isWithin(day: Day, from: string, until: string): boolean {
  if (!MONTH_DAY.test(from)) return from <= day && day <= until
  const monthDay = day.slice(5)
  return from <= until ? from <= monthDay && monthDay <= until : from <= monthDay || monthDay <= until
}

function isMonthDay(text: string): boolean {
  return MONTH_DAY.test(text) && isDay(`${LEAP_YEAR}-${text}`)
}

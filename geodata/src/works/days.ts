import type { Day } from './types.ts'

const SHAPE = /^\d{4}-\d{2}-\d{2}$/
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const DAYS_IN_400_YEARS = 146_097
/** From 1 March of the year 0 to 1 January 1970. */
const EPOCH_SHIFT = 719_468

/** Whether this is a day of the Gregorian calendar written `YYYY-MM-DD`. */
export function isDay(text: string): text is Day {
  if (!SHAPE.test(text)) return false
  const [year, month, dayOfMonth] = numbersOf(text)
  return month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
}

/**
 * Days since 1970-01-01, negative before. Whole numbers throughout: no instant and no time zone takes part.
 *
 * @throws RangeError if `day` is no day of the calendar.
 * @see Howard Hinnant (2013), chrono-Compatible Low-Level Date Algorithms, `days_from_civil`.
 */
export function dayNumber(day: Day): number {
  const [year, month, dayOfMonth] = partsOf(day)
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * DAYS_IN_400_YEARS + dayOfEra - EPOCH_SHIFT
}

/**
 * The day that is `number` days after 1970-01-01: the inverse of `dayNumber`.
 *
 * @throws RangeError if `number` is not whole, or falls outside the years 0000 to 9999.
 * @see Howard Hinnant (2013), chrono-Compatible Low-Level Date Algorithms, `civil_from_days`.
 */
export function dayOf(number: number): Day {
  if (!Number.isInteger(number)) throw new RangeError(`not a whole number of days: ${number}`)
  const shifted = number + EPOCH_SHIFT
  const era = Math.floor(shifted / DAYS_IN_400_YEARS)
  const dayOfEra = shifted - era * DAYS_IN_400_YEARS
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return writeDay(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1)
}

/** The day `count` calendar days after `day`, before it where negative. @throws RangeError as `dayNumber` and `dayOf`. */
export function addDays(day: Day, count: number): Day {
  return dayOf(dayNumber(day) + count)
}

/** Calendar days from `from` to `to`: 0 on the same day, negative where `to` is earlier. @throws RangeError as `dayNumber`. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

/**
 * The same day of the month `count` months later, or the last day of that month where it is shorter.
 *
 * @throws RangeError if `day` is no day of the calendar, `count` is not whole, or the year leaves 0000 to 9999.
 */
export function addMonths(day: Day, count: number): Day {
  if (!Number.isInteger(count)) throw new RangeError(`not a whole number of months: ${count}`)
  const [year, month, dayOfMonth] = partsOf(day)
  const months = year * 12 + month - 1 + count
  const toYear = Math.floor(months / 12)
  const toMonth = months - toYear * 12 + 1
  return writeDay(toYear, toMonth, Math.min(dayOfMonth, daysInMonth(toYear, toMonth)))
}

function partsOf(day: Day): [year: number, month: number, dayOfMonth: number] {
  if (!isDay(day)) throw new RangeError(`not a day (YYYY-MM-DD): ${day}`)
  return numbersOf(day)
}

function numbersOf(text: string): [year: number, month: number, dayOfMonth: number] {
  return [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))]
}

function writeDay(year: number, month: number, dayOfMonth: number): Day {
  if (year < 0 || year > 9999) throw new RangeError(`outside the years 0000 to 9999: ${year}`)
  const written = (number: number, digits: number) => String(number).padStart(digits, '0')
  return `${written(year, 4)}-${written(month, 2)}-${written(dayOfMonth, 2)}`
}

function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  return month === 2 && leap ? 29 : (MONTH_DAYS[month - 1] ?? 0)
}

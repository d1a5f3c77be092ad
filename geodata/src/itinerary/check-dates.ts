const DAY_MILLISECONDS = 86_400_000

/** Minutes since midnight of `07:30`. */
export function minutesOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number)
  return 60 * hours! + minutes!
}

/** Whole days from one date to another. */
export function daysFrom(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS)
}

/** Whether a date lies in a part of the year, both ends included, over the new year too; null = always. */
export function isWithinSeason(date: string, season: { starts: string; ends: string } | null): boolean {
  if (season === null) return true
  const [day, { starts, ends }] = [date.slice(5), season]
  return starts <= ends ? day >= starts && day <= ends : day >= starts || day <= ends
}

/** When a daily span that begins on a date lasts, in milliseconds since 1970; over midnight where it closes before it opens. */
export function spanOfDay(date: string, opens: string, closes: string): [number, number] {
  const midnight = Date.parse(`${date}T00:00:00Z`)
  const [from, until] = [midnight + 60_000 * minutesOf(opens), midnight + 60_000 * minutesOf(closes)]
  return [from, until > from ? until : until + DAY_MILLISECONDS]
}

/** The date of an instant, and the one before it. */
export function datesUpTo(milliseconds: number): [string, string] {
  const dateAt = (time: number) => new Date(time).toISOString().slice(0, 10)
  return [dateAt(milliseconds - DAY_MILLISECONDS), dateAt(milliseconds)]
}

/** 1 Monday to 7 Sunday. */
export function dayOfWeek(date: string): number {
  return ((new Date(date).getUTCDay() + 6) % 7) + 1
}

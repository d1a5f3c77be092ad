const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/

/**
 * Instant of an XML Schema `dateTime`. GPX is in UTC, so a text without a zone is read as UTC.
 *
 * @returns Milliseconds since 1970; NaN when the text is no such instant or names a day that no calendar has.
 * @see https://www.w3.org/TR/xmlschema-2/#dateTime
 */
export function parseInstant(text: string): number {
  const parts = INSTANT.exec(text)
  if (!parts) return Number.NaN
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const [hour, minute, second] = [Number(parts[4]), Number(parts[5]), Number(parts[6])]
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return Number.NaN
  if (hour > 23 || minute > 59 || second > 60) return Number.NaN
  const fraction = parts[7] === undefined ? 0 : Number(parts[7])
  return Date.UTC(year, month - 1, day, hour, minute, second) + 1000 * fraction - offsetMs(parts[8])
}

function daysOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function offsetMs(zone: string | undefined): number {
  if (zone === undefined || zone === 'Z') return 0
  const minutes = 60 * Number(zone.slice(1, 3)) + Number(zone.slice(4, 6))
  return (zone.startsWith('-') ? -1 : 1) * minutes * 60_000
}

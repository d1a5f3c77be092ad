import type { Position } from '../geometry/position.ts'
import { addDays } from '../works/days.ts'

export interface CalendarEvent {
  /** The same for the same thing whenever it is written. */
  readonly id: string
  /** When it was last changed: ISO 8601 in UTC. */
  readonly changedAt: string
  /** Raised with each change: what was taken over before is replaced. */
  readonly version: number
  /** Whether it is settled. */
  readonly isSettled: boolean
  /** ISO 8601 in UTC; or days, `YYYY-MM-DD`, the last one included: such an event keeps nobody busy. */
  readonly begins: string
  readonly ends: string
  readonly title: string
  readonly description: string
  readonly place: string
  readonly position: Position | null
  /** Where more of it is told. */
  readonly url?: string
}

export interface Calendar {
  readonly name: string
  /** After how long a program that follows the calendar asks for it again; null for a file. */
  readonly refreshHours: number | null
  readonly events: readonly CalendarEvent[]
}

const MOST_OCTETS = 75
const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * Writes a calendar as iCalendar (RFC 5545, with REFRESH-INTERVAL of RFC 7986): instants in UTC, lines of at most 75
 * octets that end in CRLF.
 */
export function writeIcs({ name, refreshHours, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Borne//Missions//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${icsText(name)}`,
    ...(refreshHours === null
      ? []
      : [`REFRESH-INTERVAL;VALUE=DURATION:PT${refreshHours}H`, `X-PUBLISHED-TTL:PT${refreshHours}H`]),
    ...events.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

function eventLines(event: CalendarEvent): string[] {
  const { id, changedAt, version, isSettled, title, description, place, position, url } = event
  return [
    'BEGIN:VEVENT',
    `UID:${icsText(id)}`,
    `DTSTAMP:${icsInstant(changedAt)}`,
    `SEQUENCE:${version}`,
    `STATUS:${isSettled ? 'CONFIRMED' : 'TENTATIVE'}`,
    ...whenLines(event),
    `SUMMARY:${icsText(title)}`,
    ...(description ? [`DESCRIPTION:${icsText(description)}`] : []),
    ...(place ? [`LOCATION:${icsText(place)}`] : []),
    ...(position ? [`GEO:${position[1].toFixed(6)};${position[0].toFixed(6)}`] : []),
    ...(url ? [`URL:${url}`] : []),
    'END:VEVENT',
  ]
}

/** The end of whole days is the day after. */
function whenLines({ begins, ends }: CalendarEvent): string[] {
  if (!DAY.test(begins)) return [`DTSTART:${icsInstant(begins)}`, `DTEND:${icsInstant(ends)}`]
  return [
    `DTSTART;VALUE=DATE:${begins.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(ends, 1).replaceAll('-', '')}`,
    'TRANSP:TRANSPARENT',
  ]
}

function icsInstant(instant: string): string {
  return `${new Date(instant).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

function icsText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/(?!\n)\p{Cc}/gu, '')
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')
}

/** Between letters, never inside of one: what follows begins with a space. */
function fold(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > MOST_OCTETS) {
      parts.push(part)
      part = ' '
      octets = 1
    }
    part += letter
    octets += size
  }
  return [...parts, part].join('\r\n')
}

/** Of a letter in UTF-8. */
function octetsOf(letter: string): number {
  const code = letter.codePointAt(0)!
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}

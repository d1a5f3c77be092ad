import type { Position } from '../geometry/position.ts'

export interface CalendarEvent {
  /** The same for the same thing whenever it is written. */
  readonly id: string
  /** ISO 8601 in UTC. */
  readonly begins: string
  readonly ends: string
  readonly title: string
  readonly description: string
  readonly place: string
  readonly position: Position | null
}

export interface Calendar {
  readonly name: string
  readonly madeAt: string
  /** Raised with each change: what was taken over before is replaced. */
  readonly version: number
  /** Whether what stands in it is settled. */
  readonly isSettled: boolean
  readonly events: readonly CalendarEvent[]
}

const MOST_OCTETS = 75

/** Writes a calendar as iCalendar (RFC 5545): instants in UTC, lines of at most 75 octets that end in CRLF. */
export function writeIcs({ name, madeAt, version, isSettled, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Borne//Missions//FR',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${icsText(name)}`,
    ...events.flatMap(({ id, begins, ends, title, description, place, position }) => [
      'BEGIN:VEVENT',
      `UID:${icsText(id)}`,
      `DTSTAMP:${icsInstant(madeAt)}`,
      `SEQUENCE:${version}`,
      `STATUS:${isSettled ? 'CONFIRMED' : 'TENTATIVE'}`,
      `DTSTART:${icsInstant(begins)}`,
      `DTEND:${icsInstant(ends)}`,
      `SUMMARY:${icsText(title)}`,
      ...(description ? [`DESCRIPTION:${icsText(description)}`] : []),
      ...(place ? [`LOCATION:${icsText(place)}`] : []),
      ...(position ? [`GEO:${position[1].toFixed(6)};${position[0].toFixed(6)}`] : []),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
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

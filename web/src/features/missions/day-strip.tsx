import type { MissionQuestion, TimedDay } from '@borne/geodata/itinerary/mission-types'
import { useId } from 'react'
import { clockTime } from './clock.ts'
import { type CoursePart, courseParts } from './day-course.ts'
import { stopLabel } from './itinerary-layers.ts'
import styles from './profile.module.css'
import { visitName } from './rule-words.ts'

const ROW = 34
const HOUR_MS = 3_600_000
const AXIS = 16

interface DayStripProps {
  question: MissionQuestion
  /** Of one date, team after team. */
  days: readonly TimedDay[]
  span: readonly [number, number]
  time: number
  colour: string
}

/** The day from left to right: night hatched, driving as a line, visits as boxes with their number, late arrivals as whiskers. */
export function DayStrip({ question, days, span, time, colour }: DayStripProps) {
  const hatch = useId()
  const [from, until] = span
  const x = (at: number) => `${((at - from) / (until - from)) * 100}%`
  const height = ROW * days.length + AXIS
  const hours = Array.from({ length: (until - from) / HOUR_MS + 1 }, (_, index) => from + index * HOUR_MS)
  return (
    <svg height={height} aria-hidden="true" direction="ltr">
      <defs>
        <pattern id={hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="3" height="6" fill="currentColor" opacity="0.5" />
        </pattern>
      </defs>
      {days.map((day, row) => (
        <g key={day.teamId}>
          <Night from={x(from)} until={x(Date.parse(day.sunrise))} row={row} />
          <Night from={x(Date.parse(day.sunset))} until={x(until)} row={row} />
          <line x1="0" x2="100%" y1={mid(row)} y2={mid(row)} stroke="var(--line-strong)" strokeWidth="1" />
          {courseParts(day).map((part) => (
            <Part
              key={`${part.kind} ${part.index}`}
              part={part}
              x={x}
              row={row}
              colour={colour}
              hatch={`url(#${hatch})`}
              label={part.kind === 'visit' ? stopLabel(question, day.teamId, day.date, part.index) : ''}
              title={
                part.kind === 'visit'
                  ? `${visitName(question, day.visits[part.index]!.visitId)}, ${clockTime(day.visits[part.index]!.beginsAt)}`
                  : ''
              }
            />
          ))}
          {day.legs.map(({ arrivesAt, arrivesP90At }) => (
            <line
              key={arrivesAt}
              x1={x(Date.parse(arrivesAt))}
              x2={x(Date.parse(arrivesP90At))}
              y1={mid(row) + 14}
              y2={mid(row) + 14}
              stroke="var(--ink)"
              strokeWidth="2"
            />
          ))}
        </g>
      ))}
      {hours.map((hour, index) => (
        <g key={hour}>
          <line
            x1={x(hour)}
            x2={x(hour)}
            y1={height - AXIS}
            y2={height - AXIS + 4}
            stroke="var(--line-strong)"
          />
          {index % 2 === 0 && (
            <text
              x={x(hour)}
              y={height - 2}
              textAnchor={index === 0 ? 'start' : index === hours.length - 1 ? 'end' : 'middle'}
              className={styles.hour}
            >
              {new Date(hour).toISOString().slice(11, 13)} h
            </text>
          )}
        </g>
      ))}
      <line
        x1={x(time)}
        x2={x(time)}
        y1="0"
        y2={height - AXIS}
        stroke="var(--ink)"
        strokeWidth="2"
        strokeDasharray="3 2"
      />
    </svg>
  )
}

function mid(row: number): number {
  return row * ROW + ROW / 2
}

function Night({ from, until, row }: { from: string; until: string; row: number }) {
  const width = `${Number.parseFloat(until) - Number.parseFloat(from)}%`
  return <rect x={from} width={width} y={row * ROW + 2} height={ROW - 4} className={styles.night} />
}

interface PartProps {
  part: CoursePart
  x(at: number): string
  row: number
  colour: string
  hatch: string
  label: string
  title: string
}

function Part({ part, x, row, colour, hatch, label, title }: PartProps) {
  const { kind, from, until } = part
  const width = `${Number.parseFloat(x(until)) - Number.parseFloat(x(from))}%`
  const middle = `${(Number.parseFloat(x(until)) + Number.parseFloat(x(from))) / 2}%`
  if (kind === 'drive') return <rect x={x(from)} width={width} y={mid(row) - 4} height={8} fill={colour} />
  if (kind === 'wait')
    return <rect x={x(from)} width={width} y={mid(row) - 7} height={14} fill={hatch} color={colour} />
  return (
    <g>
      <title>{title}</title>
      <rect
        x={x(from)}
        width={width}
        y={mid(row) - 11}
        height={22}
        rx={3}
        fill="var(--surface)"
        stroke={colour}
        strokeWidth={2}
      />
      <text x={middle} y={mid(row) + 4} textAnchor="middle">
        {label}
      </text>
    </g>
  )
}

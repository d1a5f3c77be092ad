import type { Calendar } from '@borne/api/contracts/road-state'
import { phasesOn } from '@borne/geodata/road-state/season-on'
import { type KeyboardEvent, useId } from 'react'
import { addDays, addMonths, dayOfYear, daysInYear } from '../../ui/days.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { useOwnName } from '../../ui/road-words.ts'
import { SeasonBands } from '../../ui/season-bands.tsx'
import { messages } from './messages.ts'
import styles from './year-strip.module.css'

interface YearStripProps {
  day: string
  calendars: readonly Calendar[]
  onChange(day: string): void
}

/** The year with its rains and its flood, and the day on it: dragged, or moved by months with the arrows. */
export function YearStrip({ day, calendars, onChange }: YearStripProps) {
  const m = useMessages(messages)
  const formats = useFormats()
  const nameOf = useOwnName()
  const id = useId()
  const year = day.slice(0, 4)
  const phases = phasesOn(calendars, day).map(({ phase }) => nameOf(phase))
  const said = phases.length > 0 ? formats.list(phases) : m.noPhase

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key]
    if (step === undefined) return
    event.preventDefault()
    onChange(event.shiftKey ? addDays(day, step) : addMonths(day, step))
  }

  return (
    <div className={styles.strip}>
      <output htmlFor={id} className={styles.day}>
        <strong>{formats.day(day)}</strong> <span>{said}</span>
      </output>
      <SeasonBands calendars={calendars} year={year} marked={day}>
        <input
          id={id}
          type="range"
          min={0}
          max={daysInYear(year) - 1}
          step={1}
          value={dayOfYear(day)}
          aria-label={m.dayOfYear}
          aria-valuetext={`${formats.day(day)}, ${said}`}
          title={m.keys}
          onKeyDown={onKeyDown}
          onChange={(event) => onChange(addDays(`${year}-01-01`, Number(event.target.value)))}
        />
      </SeasonBands>
    </div>
  )
}

import type { Calendar } from '@borne/api/contracts/road-state'
import type { ReactNode } from 'react'
import { dayOfYear, daysInYear } from './days.ts'
import { useFormats } from './formats.ts'
import { defineMessages, useLanguage, useMessages } from './language.tsx'
import { useOwnName } from './road-words.ts'
import styles from './season-bands.module.css'

const messages = defineMessages({
  fr: {
    regimes: { wadi: 'Pluies', river: 'Crue' },
    phaseDays: (name: string, from: string, to: string) => `${name}, du ${from} au ${to}`,
  },
  en: {
    regimes: { wadi: 'Rains', river: 'Flood' },
    phaseDays: (name: string, from: string, to: string) => `${name}, ${from} to ${to}`,
  },
})

interface SeasonBandsProps {
  calendars: readonly Pick<Calendar, 'id' | 'regime' | 'phases'>[]
  year: string
  /** A day of the year that stands out. */
  marked?: string
  /** Under the bands, as wide as they are: a slider. */
  children?: ReactNode
}

type Phase = Calendar['phases'][number]

/** A year in which every phase of the calendars is a band: the darker, the more it closes. */
export function SeasonBands({ calendars, year, marked, children }: SeasonBandsProps) {
  const m = useMessages(messages)
  const days = daysInYear(year)
  return (
    <div className={styles.bands} dir="ltr">
      {calendars.map(({ id, regime, phases }) => (
        <div key={id} className={styles.row} aria-hidden="true">
          <span className={styles.label}>{m.regimes[regime]}</span>
          <span className={styles.track} data-regime={regime}>
            {phases.flatMap((phase, index) =>
              spansOf(phase, year).map(([from, to]) => (
                <Band
                  key={`${index} ${from}`}
                  phase={phase}
                  year={year}
                  start={from / days}
                  length={(to - from + 1) / days}
                />
              )),
            )}
            {marked && (
              <span
                className={styles.mark}
                style={{ insetInlineStart: `${(dayOfYear(marked) / (days - 1)) * 100}%` }}
              />
            )}
          </span>
        </div>
      ))}
      <div className={styles.row}>
        <span />
        <div className={styles.under}>
          {children}
          <Months year={year} />
        </div>
      </div>
    </div>
  )
}

function Band({ phase, year, start, length }: { phase: Phase; year: string; start: number; length: number }) {
  const m = useMessages(messages)
  const { day } = useFormats()
  const nameOf = useOwnName()
  const [from, to] = [day(`${year}-${phase.starts}`), day(`${year}-${phase.ends}`)].map(withoutYear) as [
    string,
    string,
  ]
  return (
    <span
      className={styles.band}
      data-worst={worstLevel(phase)}
      title={m.phaseDays(nameOf(phase), from, to)}
      style={{ insetInlineStart: `${start * 100}%`, inlineSize: `${length * 100}%` }}
    />
  )
}

function Months({ year }: { year: string }) {
  const { language } = useLanguage()
  const format = new Intl.DateTimeFormat(language, { month: 'narrow', timeZone: 'UTC' })
  return (
    <ol className={styles.months} aria-hidden="true">
      {Array.from({ length: 12 }, (_, month) => (
        <li key={month}>{format.format(Date.UTC(Number(year), month, 1))}</li>
      ))}
    </ol>
  )
}

/** Days of the year on which a phase holds, both ends included; two spans where it runs over the new year. */
function spansOf({ starts, ends }: Phase, year: string): [number, number][] {
  const from = dayOfYear(`${year}-${starts}`)
  const to = dayOfYear(`${year}-${ends}`)
  if (Number.isNaN(from) || Number.isNaN(to)) return []
  const last = daysInYear(year) - 1
  return from <= to
    ? [[from, to]]
    : [
        [0, to],
        [from, last],
      ]
}

function worstLevel({ effects }: Phase): string {
  const levels = effects.map(({ level }) => level)
  return (['cut', 'four-wheel-drive', 'slow'] as const).find((level) => levels.includes(level)) ?? 'open'
}

function withoutYear(day: string): string {
  return day.replace(/\s\d{4}$/, '')
}

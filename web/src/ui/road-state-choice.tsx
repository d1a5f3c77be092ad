import type { Calendar, Vehicle } from '@borne/api/contracts/road-state'
import { phasesOn } from '@borne/geodata/road-state/season-on'
import { Button } from './button.tsx'
import { dayInMonth, MONTHS_TO_KNOW, thisDay } from './days.ts'
import { Field } from './field.tsx'
import { useFormats } from './formats.ts'
import { defineMessages, useMessages } from './language.tsx'
import styles from './road-state-choice.module.css'
import { useOwnName } from './road-words.ts'

const messages = defineMessages({
  fr: {
    title: 'État des routes',
    dry: 'Saison sèche, sans coupures',
    noPhase: 'hors saison des pluies et de crue',
    day: 'Jour',
    vehicle: 'Véhicule',
    quick: 'Jours à connaître',
    today: 'Aujourd’hui',
    months: { 5: 'Mai', 8: 'Août', 10: 'Octobre' },
    drySeason: 'Saison sèche',
    invitation: 'Ni saison ni coupures comptées.',
    forToday: 'Voir pour aujourd’hui',
    forTodayIn: (phases: string) => `Voir pour aujourd’hui : ${phases}`,
  },
  en: {
    title: 'State of the roads',
    dry: 'Dry season, without closures',
    noPhase: 'neither rains nor flood',
    day: 'Day',
    vehicle: 'Vehicle',
    quick: 'Days to know',
    today: 'Today',
    months: { 5: 'May', 8: 'August', 10: 'October' },
    drySeason: 'Dry season',
    invitation: 'Neither season nor closures counted.',
    forToday: 'See for today',
    forTodayIn: (phases: string) => `See for today: ${phases}`,
  },
})

/** The day and the vehicle of a question to the roads, as the address holds them: absent = default. */
export interface RoadStateAsked {
  on?: string | undefined
  vehicle?: string | undefined
}
export const DEFAULT_VEHICLE = '4x4'

interface RoadStateChoiceProps {
  choice: RoadStateAsked
  vehicles: readonly Vehicle[]
  calendars: readonly Calendar[]
  onChange(change: RoadStateAsked): void
}

/** On which day and with what one travels: one line until it is opened. */
export function RoadStateChoice({ choice, vehicles, calendars, onChange }: RoadStateChoiceProps) {
  const m = useMessages(messages)
  const formats = useFormats()
  const nameOf = useOwnName()
  const { on } = choice
  const vehicle = vehicles.find(({ id }) => id === (choice.vehicle ?? DEFAULT_VEHICLE))
  const phases = phasesOn(calendars, on ?? thisDay()).map(({ phase }) => nameOf(phase))
  const season = on ? [formats.day(on), ...(phases.length > 0 ? phases : [m.noPhase])] : [m.dry]
  return (
    <div className={styles.choice}>
      <details>
        <summary>
          {m.title} <span>{[...season, ...(vehicle ? [nameOf(vehicle)] : [])].join(' · ')}</span>
        </summary>
        <div className={styles.fields}>
          <QuickDays on={on} onChange={(day) => onChange({ on: day })} />
          <div className={styles.pair}>
            <Field label={m.day}>
              {(control) => (
                <input
                  {...control}
                  type="date"
                  value={on ?? ''}
                  onChange={(event) => onChange({ on: event.target.value || undefined })}
                />
              )}
            </Field>
            <VehicleChoice vehicle={choice.vehicle} vehicles={vehicles} onChange={onChange} />
          </div>
        </div>
      </details>
      {!on && (
        <p className={styles.invitation}>
          {m.invitation}{' '}
          <button type="button" onClick={() => onChange({ on: thisDay() })}>
            {phases.length > 0 ? m.forTodayIn(formats.list(phases)) : m.forToday}
          </button>
        </p>
      )}
    </div>
  )
}

interface QuickDaysProps {
  on: string | undefined
  onChange(day: string | undefined): void
}

function QuickDays({ on, onChange }: QuickDaysProps) {
  const m = useMessages(messages)
  const year = (on ?? thisDay()).slice(0, 4)
  const days = [
    { label: m.today, day: thisDay() },
    ...MONTHS_TO_KNOW.map((month) => ({ label: m.months[month], day: dayInMonth(year, month) })),
    { label: m.drySeason, day: undefined },
  ]
  return (
    <fieldset className={styles.quick}>
      <legend className="visually-hidden">{m.quick}</legend>
      {days.map(({ label, day }) => (
        <Button key={label} size="small" aria-pressed={on === day} onClick={() => onChange(day)}>
          {label}
        </Button>
      ))}
    </fieldset>
  )
}

/** Who travels; nothing while the vehicles are on their way. */
export function VehicleChoice({
  vehicle,
  vehicles,
  onChange,
}: {
  vehicle: string | undefined
  vehicles: readonly Vehicle[]
  onChange(change: { vehicle: string | undefined }): void
}) {
  const m = useMessages(messages)
  const nameOf = useOwnName()
  return (
    <Field label={m.vehicle}>
      {(control) => (
        <select
          {...control}
          value={vehicle ?? DEFAULT_VEHICLE}
          onChange={({ target }) =>
            onChange({ vehicle: target.value === DEFAULT_VEHICLE ? undefined : target.value })
          }
        >
          {vehicles.map((one) => (
            <option key={one.id} value={one.id}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

import { useState } from 'react'
import type { RoadSettings } from '../../platform/road-settings-query.ts'
import { Button } from '../../ui/button.tsx'
import { addDays, dayInMonth, MONTHS_TO_KNOW, thisDay } from '../../ui/days.ts'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { NetworkOptions } from '../../ui/network-options.tsx'
import { DEFAULT_VEHICLE, VehicleChoice } from '../../ui/road-state-choice.tsx'
import { useOwnName } from '../../ui/road-words.ts'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './day-controls.module.css'
import { messages } from './messages.ts'
import type { RoadsQuestion } from './search.ts'
import { YearStrip } from './year-strip.tsx'

interface DayControlsProps {
  /** The day under the hand: it runs ahead of the address while it is dragged. */
  day: string
  search: RoadsQuestion
  settings: RoadSettings
  onDay(day: string): void
  onChange(change: Partial<RoadsQuestion>): void
}

/** Which day, which vehicle, beside which other day. */
export function DayControls({ day, search, settings, onDay, onChange }: DayControlsProps) {
  const m = useMessages(messages)
  return (
    <div className={styles.controls}>
      <MonthToggle day={day} onDay={onDay} />
      <YearStrip day={day} calendars={settings.calendars} onChange={onDay} />
      <div className={styles.compare}>
        <CompareChoice day={day} against={search.against} onChange={onChange} />
        <Segmented
          label={m.map}
          options={[
            { value: 'state', label: m.showState },
            { value: 'difference', label: m.showDifference },
          ]}
          value={search.show ?? 'state'}
          onChange={(show) => onChange({ show: show === 'difference' ? show : undefined })}
        />
      </div>
      <MoreChoices day={day} search={search} settings={settings} onDay={onDay} onChange={onChange} />
    </div>
  )
}

function MoreChoices({ day, search, settings, onDay, onChange }: DayControlsProps) {
  const m = useMessages(messages)
  const nameOf = useOwnName()
  const vehicle = settings.vehicles.find(({ id }) => id === (search.vehicle ?? DEFAULT_VEHICLE))
  return (
    <details className={styles.options}>
      <summary>
        {m.options} <span>{vehicle && nameOf(vehicle)}</span>
      </summary>
      <div className={styles.more}>
        <div className={styles.pair}>
          <Field label={m.day}>
            {(control) => (
              <input
                {...control}
                type="date"
                value={day}
                onChange={(event) => event.target.value && onDay(event.target.value)}
              />
            )}
          </Field>
          <VehicleChoice vehicle={search.vehicle} vehicles={settings.vehicles} onChange={onChange} />
        </div>
        <NetworkOptions choice={search} onChange={onChange} />
      </div>
    </details>
  )
}

function MonthToggle({ day, onDay }: Pick<DayControlsProps, 'day' | 'onDay'>) {
  const m = useMessages(messages)
  const year = day.slice(0, 4)
  return (
    <div className={styles.months}>
      <Segmented
        label={m.monthsLabel}
        options={MONTHS_TO_KNOW.map((month) => ({
          value: dayInMonth(year, month),
          label: m.months[month],
        }))}
        value={day}
        onChange={onDay}
      />
      <Button size="small" variant="quiet" disabled={day === thisDay()} onClick={() => onDay(thisDay())}>
        {m.today}
      </Button>
    </div>
  )
}

const DRY = 'dry'
const OTHER = 'other'

interface CompareChoiceProps {
  day: string
  against: string | undefined
  onChange(change: { against: string | undefined }): void
}

function CompareChoice({ day, against, onChange }: CompareChoiceProps) {
  const m = useMessages(messages)
  const formats = useFormats()
  const [isOther, setIsOther] = useState(false)
  const year = day.slice(0, 4)
  const days = [
    { value: thisDay(), label: m.today },
    ...MONTHS_TO_KNOW.map((month) => ({
      value: dayInMonth(year, month),
      label: `${m.months[month]} (${formats.day(dayInMonth(year, month))})`,
    })),
  ]
  const isListed = !against || days.some(({ value }) => value === against)
  const value = isOther || !isListed ? OTHER : (against ?? DRY)

  function choose(chosen: string) {
    setIsOther(chosen === OTHER)
    if (chosen === OTHER) onChange({ against: against ?? addDays(day, -30) })
    else onChange({ against: chosen === DRY ? undefined : chosen })
  }

  return (
    <div className={styles.against}>
      <Field label={m.compare}>
        {(control) => (
          <select {...control} value={value} onChange={(event) => choose(event.target.value)}>
            <option value={DRY}>{m.drySeason}</option>
            {days.map((one) => (
              <option key={one.value} value={one.value}>
                {one.label}
              </option>
            ))}
            <option value={OTHER}>{m.anotherDay}</option>
          </select>
        )}
      </Field>
      {value === OTHER && (
        <Field label={m.againstDay}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={against ?? ''}
              onChange={(event) => event.target.value && onChange({ against: event.target.value })}
            />
          )}
        </Field>
      )}
    </div>
  )
}

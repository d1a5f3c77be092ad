import type { MissionVisitInput } from '@borne/api/contracts/missions'
import { IconPlus, IconX } from '@tabler/icons-react'
import { Button, IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { weekdayNames } from './clock.ts'
import styles from './demand.module.css'
import { demandMessages } from './demand-messages.ts'
import { changeWindow, type VisitWindow, windowAfter } from './visit-windows.ts'

interface VisitHoursProps {
  hours: MissionVisitInput['hours']
  /** Of the mission. */
  dates: readonly string[]
  /** Of the visit, to be spoken. */
  name: string
  onChange(hours: MissionVisitInput['hours']): void
}

/** When a visit may be: several windows a day, each on every day, on days of the week, or on one date. */
export function VisitHours({ hours, dates, name, onChange }: VisitHoursProps) {
  const m = useMessages(demandMessages)
  return (
    <fieldset className={styles.hours}>
      <legend>{m.hours}</legend>
      {hours.length === 0 && <p className={styles.muted}>{m.anyHour}</p>}
      <ol>
        {hours.map((window, index) => (
          // A window is nothing but its place in the list.
          <li key={index}>
            <WindowRow
              window={window}
              number={index + 1}
              dates={dates}
              name={name}
              onChange={(patch) => onChange(changeWindow(hours, index, patch))}
              onRemove={() => onChange(hours.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      <Button
        size="small"
        icon={<IconPlus aria-hidden="true" />}
        onClick={() => onChange([...hours, windowAfter(hours.at(-1))])}
      >
        {hours.length === 0 ? m.addHours : m.addMoreHours}
      </Button>
    </fieldset>
  )
}

interface WindowRowProps {
  window: VisitWindow
  number: number
  dates: readonly string[]
  name: string
  onChange(patch: Partial<VisitWindow>): void
  onRemove(): void
}

const WEEKDAYS = 'weekdays'

function WindowRow({ window, number, dates, name, onChange, onRemove }: WindowRowProps) {
  const m = useMessages(demandMessages)
  const formats = useFormats()
  const { language } = useLanguage()
  const { weekdays, date, opens, closes } = window
  const shown = date !== null && !dates.includes(date) ? [date, ...dates] : dates
  return (
    <div className={styles.window}>
      <Field label={m.opens}>
        {(control) => (
          <input
            {...control}
            type="time"
            required
            value={opens}
            onChange={({ target }) => target.value && onChange({ opens: target.value })}
          />
        )}
      </Field>
      <Field label={m.closes}>
        {(control) => (
          <input
            {...control}
            type="time"
            required
            value={closes}
            onChange={({ target }) => target.value && onChange({ closes: target.value })}
          />
        )}
      </Field>
      <Field label={m.hoursOn}>
        {(control) => (
          <select
            {...control}
            value={date ?? (weekdays ? WEEKDAYS : '')}
            onChange={({ target: { value } }) =>
              value !== WEEKDAYS && onChange({ date: value || null, weekdays: null })
            }
          >
            <option value="">{m.everyDay}</option>
            {weekdays && <option value={WEEKDAYS}>{formats.list(weekdayNames(weekdays, language))}</option>}
            {shown.map((each) => (
              <option key={each} value={each}>
                {formats.day(each)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <IconButton label={m.removeHours(number, name)} tip="before" icon={<IconX />} onClick={onRemove} />
    </div>
  )
}

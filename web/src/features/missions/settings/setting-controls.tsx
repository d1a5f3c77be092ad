import { IconPlus, IconX } from '@tabler/icons-react'
import { ShapeDrawing } from '../../../map/shape-drawing.tsx'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Checkbox, Field } from '../../../ui/field.tsx'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import {
  type Corner,
  type DraftValue,
  type HoursDraft,
  type PointDraft,
  readPoint,
  type SettingField,
  writeNumber,
} from './setting-draft.ts'
import { settingMessages } from './setting-messages.ts'
import styles from './settings.module.css'

interface ControlProps {
  field: SettingField
  value: DraftValue
  error: string | undefined
  onChange(value: DraftValue): void
}

/** What a person fills in, by what it is. */
export function SettingControl({ field, value, error, onChange }: ControlProps) {
  switch (field.is) {
    case 'flag':
      return <Checkbox label={field.label} hint={field.hint} checked={value === true} onChange={onChange} />
    case 'weekdays':
      return (
        <Group label={field.label} error={error}>
          <Weekdays chosen={value as readonly number[]} onChange={onChange} />
        </Group>
      )
    case 'hours':
      return (
        <Group label={field.label} error={error}>
          <Hours rows={value as readonly HoursDraft[]} onChange={onChange} />
        </Group>
      )
    case 'point':
      return <Point point={value as PointDraft} error={error} onChange={onChange} />
    case 'area':
      return (
        <Group label={field.label} error={error}>
          <ShapeDrawing kind="area" points={value as readonly Corner[]} onChange={onChange} />
        </Group>
      )
    default:
      return <Typed field={field} value={String(value)} error={error} onChange={onChange} />
  }
}

interface TypedProps {
  field: SettingField
  value: string
  error: string | undefined
  onChange(value: string): void
}

const TYPES = { day: 'date', clock: 'time' } as const

function Typed({ field, value, error, onChange }: TypedProps) {
  const label = field.is === 'number' && field.unit ? `${field.label} (${field.unit})` : field.label
  return (
    <Field label={label} hint={field.hint} error={error}>
      {(control) => {
        const shared = {
          ...control,
          value,
          onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
        }
        if (field.is === 'note') return <textarea {...shared} rows={3} maxLength={field.longest ?? 2000} />
        if (field.is !== 'choice')
          return (
            <input
              {...shared}
              type={field.is === 'day' || field.is === 'clock' ? TYPES[field.is] : 'text'}
              inputMode={field.is === 'number' ? 'decimal' : undefined}
              maxLength={field.is === 'text' ? (field.longest ?? 200) : 40}
            />
          )
        return (
          <select {...shared}>
            {field.none !== undefined && <option value="">{field.none}</option>}
            {field.options.map((option) => (
              <option key={option.value} value={option.value}>
                {option.label}
              </option>
            ))}
          </select>
        )
      }}
    </Field>
  )
}

function Group({
  label,
  error,
  children,
}: {
  label: string
  error: string | undefined
  children: React.ReactNode
}) {
  return (
    <fieldset className={styles.group}>
      <legend>{label}</legend>
      {children}
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  )
}

interface WeekdaysProps {
  chosen: readonly number[]
  onChange(chosen: readonly number[]): void
}

function Weekdays({ chosen, onChange }: WeekdaysProps) {
  const m = useMessages(settingMessages)
  return (
    <div className={styles.weekdays}>
      {m.weekdays.map((label, index) => {
        const day = index + 1
        return (
          <Checkbox
            key={label}
            label={label}
            checked={chosen.includes(day)}
            onChange={(isChosen) =>
              onChange(isChosen ? [...chosen, day].sort() : chosen.filter((other) => other !== day))
            }
          />
        )
      })}
    </div>
  )
}

interface HoursProps {
  rows: readonly HoursDraft[]
  onChange(rows: readonly HoursDraft[]): void
}

function Hours({ rows, onChange }: HoursProps) {
  const m = useMessages(settingMessages)
  const change = (key: string, patch: Partial<HoursDraft>) =>
    onChange(rows.map((row) => (row.key === key ? { ...row, ...patch } : row)))
  const add = () =>
    onChange([
      ...rows,
      { key: crypto.randomUUID(), weekdays: [1, 2, 3, 4, 5], opens: '08:00', closes: '16:00' },
    ])
  return (
    <>
      {rows.length === 0 && <p className={styles.muted}>{m.anyHour}</p>}
      {rows.map((row) => (
        <div key={row.key} className={styles.hours}>
          <div className={styles.pair}>
            {(['opens', 'closes'] as const).map((end) => (
              <Field key={end} label={m[end]}>
                {(control) => (
                  <input
                    {...control}
                    type="time"
                    value={row[end]}
                    onChange={({ target }) => change(row.key, { [end]: target.value })}
                  />
                )}
              </Field>
            ))}
            <IconButton
              label={m.removeHours}
              icon={<IconX />}
              tip="before"
              onClick={() => onChange(rows.filter(({ key }) => key !== row.key))}
            />
          </div>
          <Weekdays chosen={row.weekdays} onChange={(weekdays) => change(row.key, { weekdays })} />
          {row.weekdays.length === 0 && <p className={styles.muted}>{m.everyDay}</p>}
        </div>
      ))}
      <Button size="small" icon={<IconPlus aria-hidden="true" />} onClick={add}>
        {m.addHours}
      </Button>
    </>
  )
}

interface PointProps {
  point: PointDraft
  error: string | undefined
  onChange(point: PointDraft): void
}

/** A place by a click on the map, or typed. */
function Point({ point, error, onChange }: PointProps) {
  const m = useMessages(settingMessages)
  const { language } = useLanguage()
  const at = readPoint(point)
  const draw = ([last]: Corner[]) =>
    onChange(
      last
        ? { lon: writeNumber(last[0], language), lat: writeNumber(last[1], language) }
        : { lon: '', lat: '' },
    )
  return (
    <div className={styles.form}>
      <ShapeDrawing kind="point" points={at ? [at] : []} onChange={draw} />
      <div className={styles.pair}>
        {(['lat', 'lon'] as const).map((axis) => (
          <Field
            key={axis}
            label={axis === 'lat' ? m.latitude : m.longitude}
            error={axis === 'lat' ? error : undefined}
          >
            {(control) => (
              <input
                {...control}
                inputMode="decimal"
                maxLength={20}
                value={point[axis]}
                onChange={({ target }) => onChange({ ...point, [axis]: target.value })}
              />
            )}
          </Field>
        ))}
      </div>
    </div>
  )
}

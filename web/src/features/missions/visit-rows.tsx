import type { MissionInput, MissionVisitInput } from '@borne/api/contracts/missions'
import { VISIT_PRIORITIES, type VisitPriority } from '@borne/geodata/itinerary/mission-types'
import { IconX } from '@tabler/icons-react'
import { IconButton } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './demand.module.css'
import { demandMessages } from './demand-messages.ts'
import { missionsMessages } from './messages.ts'
import { changeVisit, removeVisit } from './mission-draft.ts'
import { VisitHours } from './visit-hours.tsx'

interface VisitRowsProps {
  input: MissionInput
  nameOf(placeId: string): string
  onChange(input: MissionInput): void
}

/** Each chosen visit with its duration and priority; all else is behind a fold. */
export function VisitRows({ input, nameOf, onChange }: VisitRowsProps) {
  const m = useMessages(demandMessages)
  if (input.visits.length === 0) return <p className={styles.muted}>{m.chosenNone}</p>
  return (
    <ul className={styles.visits} aria-label={m.chosen}>
      {input.visits.map((visit) => (
        <li key={visit.id}>
          <VisitRow visit={visit} input={input} nameOf={nameOf} onChange={onChange} />
        </li>
      ))}
    </ul>
  )
}

function VisitRow({ visit, input, nameOf, onChange }: VisitRowsProps & { visit: MissionVisitInput }) {
  const m = useMessages(demandMessages)
  const words = useMessages(missionsMessages)
  const name = nameOf(visit.placeId)
  const change = (patch: Partial<MissionVisitInput>) => onChange(changeVisit(input, visit.id, patch))
  return (
    <>
      <div className={styles.visit}>
        <strong>{name}</strong>
        <label className={styles.minutesField}>
          <span className="visually-hidden">
            {m.minutes} {name}
          </span>
          <input
            type="number"
            min={1}
            max={1440}
            step={5}
            value={visit.minutes}
            onChange={({ target }) =>
              change({ minutes: Math.max(1, Math.min(1440, Math.round(target.valueAsNumber) || 1)) })
            }
          />
          {m.minutesUnit}
        </label>
        <select
          aria-label={`${m.priority} ${name}`}
          value={visit.priority}
          onChange={({ target }) => change({ priority: target.value as VisitPriority })}
        >
          {VISIT_PRIORITIES.map((priority) => (
            <option key={priority} value={priority}>
              {words.priorities[priority]}
            </option>
          ))}
        </select>
        <IconButton
          label={m.remove(name)}
          tip="before"
          icon={<IconX />}
          onClick={() => onChange(removeVisit(input, visit.id))}
        />
      </div>
      <details className={styles.fold}>
        <summary aria-label={m.details(name)}>
          {m.detailsTitle}
          {isConstrained(visit) && <span className={styles.constrained}>{m.constrained}</span>}
        </summary>
        <VisitConstraints visit={visit} input={input} nameOf={nameOf} onChange={change} />
      </details>
    </>
  )
}

interface VisitConstraintsProps {
  visit: MissionVisitInput
  input: MissionInput
  nameOf(placeId: string): string
  onChange(patch: Partial<MissionVisitInput>): void
}

function VisitConstraints({ visit, input, nameOf, onChange }: VisitConstraintsProps) {
  const m = useMessages(demandMessages)
  const formats = useFormats()
  const days = daysOf(input)
  return (
    <div className={styles.constraints}>
      <VisitHours
        hours={visit.hours}
        dates={days}
        name={nameOf(visit.placeId)}
        onChange={(hours) => onChange({ hours })}
      />
      <Field label={m.earliest}>
        {(control) => (
          <input
            {...control}
            type="date"
            min={input.from}
            max={input.until}
            value={visit.earliest ?? ''}
            onChange={({ target }) => onChange({ earliest: target.value || null })}
          />
        )}
      </Field>
      <Field label={m.latest}>
        {(control) => (
          <input
            {...control}
            type="date"
            min={input.from}
            max={input.until}
            value={visit.latest ?? ''}
            onChange={({ target }) => onChange({ latest: target.value || null })}
          />
        )}
      </Field>
      <Choice
        label={m.pinnedDay}
        value={visit.pinnedDate}
        options={days.map((day) => ({ id: day, name: formats.day(day) }))}
        onChange={(pinnedDate) => onChange({ pinnedDate })}
      />
      <Choice
        label={m.pinnedTeam}
        value={visit.pinnedTeamId}
        options={input.teams}
        onChange={(pinnedTeamId) => onChange({ pinnedTeamId })}
      />
      <Choice
        label={m.after}
        value={visit.afterVisitId}
        options={input.visits
          .filter(({ id }) => id !== visit.id)
          .map(({ id, placeId }) => ({ id, name: nameOf(placeId) }))}
        onChange={(afterVisitId) => onChange({ afterVisitId })}
      />
    </div>
  )
}

interface ChoiceProps {
  label: string
  value: string | null
  options: readonly { readonly id: string; readonly name: string }[]
  onChange(value: string | null): void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  const m = useMessages(demandMessages)
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value ?? ''} onChange={({ target }) => onChange(target.value || null)}>
          <option value="">{m.any}</option>
          {options.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function isConstrained(visit: MissionVisitInput): boolean {
  const { hours, earliest, latest, pinnedDate, pinnedTeamId, afterVisitId } = visit
  return hours.length > 0 || [earliest, latest, pinnedDate, pinnedTeamId, afterVisitId].some((each) => each)
}

const MOST_DAYS = 31

function daysOf({ from, until }: MissionInput): string[] {
  const count = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1
  if (!(count >= 1)) return []
  return Array.from({ length: Math.min(count, MOST_DAYS) }, (_, index) =>
    new Date(Date.parse(from) + index * 86_400_000).toISOString().slice(0, 10),
  )
}

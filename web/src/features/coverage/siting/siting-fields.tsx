import { IconMapPinPlus, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMapPick } from '../../../map/pick.ts'
import { useRoadSettings } from '../../../platform/road-settings-query.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { Checkbox, Field } from '../../../ui/field.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { RoadStateChoice } from '../../../ui/road-state-choice.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import type { CoveragePartProps } from '../coverage-part.ts'
import { measureMessages } from '../measure/measure-messages.ts'
import { MinutesSlider } from '../minutes-slider.tsx'
import { scenariosQuery } from '../scenarios/scenario-queries.ts'
import styles from './siting.module.css'
import type { FormFault, SitingForm } from './siting-form.ts'
import { type CandidateKind, DEMANDS, MODELS, sitingMessages } from './siting-messages.ts'

export const DEFAULT_COUNT = 2
const MOST_COUNT = 30
const BORDER_STEPS = [2000, 5000, 10_000, 20_000, 50_000]
const SEARCH_SECONDS = [5, 10, 30, 60]

interface SitingFieldsProps extends Omit<CoveragePartProps, 'isMoving'> {
  form: SitingForm
  fault: FormFault | null
  onForm(form: SitingForm): void
}

/** What is sought, for what, how many posts, among which places. */
export function SitingFields(props: SitingFieldsProps) {
  const { search, onChange, minutes, onMinutes, form } = props
  const m = useMessages(sitingMessages)
  const measure = useMessages(measureMessages)
  const settings = useRoadSettings()
  const model = search.model ?? 'covering'
  const demand = search.demand ?? 'border'
  return (
    <>
      <fieldset className={styles.models}>
        <legend>{m.model}</legend>
        {MODELS.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="siting-model"
              checked={one === model}
              onChange={() => onChange({ model: one === 'covering' ? undefined : one })}
            />
            <span>
              {m.models[one]}
              <span className={styles.hint}>{m.explained[one]}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className={styles.group}>
        <span className={styles.label}>{m.demand}</span>
        <Segmented
          label={m.demand}
          options={DEMANDS.map((one) => ({ value: one, label: m.demands[one] }))}
          value={demand}
          onChange={(next) => onChange({ demand: next === 'border' ? undefined : next })}
        />
        <span className={styles.hint}>{m.demandHints[demand]}</span>
      </div>
      {form.scenarioId === null && (
        <>
          {model === 'covering' && (
            <MinutesSlider label={measure.minutes} minutes={minutes} onChange={onMinutes} />
          )}
          <RoadStateChoice choice={search} {...settings} onChange={onChange} />
        </>
      )}
      <Field label={m.count}>
        {(control) => (
          <input
            {...control}
            type="number"
            min={1}
            max={MOST_COUNT}
            step={1}
            className={styles.count}
            value={search.count ?? DEFAULT_COUNT}
            onChange={({ target }) => {
              const count = Math.round(Number(target.value))
              if (count >= 1 && count <= MOST_COUNT)
                onChange({ count: count === DEFAULT_COUNT ? undefined : count })
            }}
          />
        )}
      </Field>
      <CandidateFields {...props} />
      <StartFields {...props} />
    </>
  )
}

function CandidateFields({ form, fault, onForm }: SitingFieldsProps) {
  const m = useMessages(sitingMessages)
  const { distance, list } = useFormats()
  const told = [
    ...(form.hasSettlements
      ? [
          form.maxBorderMetres === null
            ? m.settlements
            : `${m.settlements} (≤ ${distance(form.maxBorderMetres)})`,
        ]
      : []),
    ...(form.hasCrossings ? [m.crossings] : []),
    ...(form.points.length > 0 ? [m.points(form.points.length)] : []),
  ]
  return (
    <details className={styles.options} open={fault === 'no-candidate' || undefined}>
      <summary>
        {m.candidates} <span>{told.length > 0 ? list(told) : '—'}</span>
      </summary>
      <div className={styles.choices}>
        <Checkbox
          label={m.settlements}
          checked={form.hasSettlements}
          onChange={(hasSettlements) => onForm({ ...form, hasSettlements })}
        />
        {form.hasSettlements && (
          <Field label={m.within}>
            {(control) => (
              <select
                {...control}
                value={form.maxBorderMetres ?? ''}
                onChange={({ target }) =>
                  onForm({ ...form, maxBorderMetres: target.value ? Number(target.value) : null })
                }
              >
                {BORDER_STEPS.map((step) => (
                  <option key={step} value={step}>
                    {distance(step)}
                  </option>
                ))}
                <option value="">{m.anywhere}</option>
              </select>
            )}
          </Field>
        )}
        <Checkbox
          label={m.crossings}
          checked={form.hasCrossings}
          onChange={(hasCrossings) => onForm({ ...form, hasCrossings })}
        />
        <PointFields form={form} onForm={onForm} />
        {fault === 'no-candidate' && <p className={styles.fault}>{m.noCandidate}</p>}
      </div>
    </details>
  )
}

function PointFields({ form, onForm }: Pick<SitingFieldsProps, 'form' | 'onForm'>) {
  const m = useMessages(sitingMessages)
  const [isAdding, setIsAdding] = useState(false)
  const { points } = form
  useMapPick(
    isAdding
      ? {
          cursor: 'crosshair',
          onPick: (position) => {
            const number = 1 + Math.max(0, ...points.map(({ name }) => Number(name.match(/\d+$/)?.[0] ?? 0)))
            const point = { id: crypto.randomUUID(), name: m.point(number), position }
            onForm({ ...form, points: [...points, point] })
          },
        }
      : null,
  )
  return (
    <>
      <Button
        size="small"
        icon={<IconMapPinPlus size={16} aria-hidden="true" />}
        aria-pressed={isAdding}
        onClick={() => setIsAdding(!isAdding)}
      >
        {isAdding ? m.stopAdding : m.addPoint}
      </Button>
      {isAdding && <p className={styles.hint}>{m.addingHint}</p>}
      {points.length > 0 && (
        <ul className={styles.points}>
          {points.map(({ id, name }) => (
            <li key={id}>
              {name}
              <IconButton
                label={m.removePoint(name)}
                tip="below-end"
                icon={<IconX size={16} />}
                onClick={() => onForm({ ...form, points: points.filter((point) => point.id !== id) })}
              />
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function StartFields({ form, fault, onForm }: SitingFieldsProps) {
  const m = useMessages(sitingMessages)
  const { duration } = useFormats()
  const { data } = useQuery(scenariosQuery)
  const scenarios = data?.items.filter(({ isArchived }) => !isArchived) ?? []
  return (
    <details className={styles.options} open={fault === 'budget' || undefined}>
      <summary>
        {m.from} <span>{scenarios.find(({ id }) => id === form.scenarioId)?.name ?? m.asItStands}</span>
      </summary>
      <div className={styles.choices}>
        {scenarios.length > 0 && (
          <Field label={m.from}>
            {(control) => (
              <select
                {...control}
                value={form.scenarioId ?? ''}
                onChange={({ target }) => onForm({ ...form, scenarioId: target.value || null })}
              >
                <option value="">{m.asItStands}</option>
                {scenarios.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            )}
          </Field>
        )}
        <Checkbox
          label={m.keepPosts}
          hint={m.keepPostsHint}
          checked={form.keepsPosts}
          onChange={(keepsPosts) => onForm({ ...form, keepsPosts })}
        />
        <Checkbox
          label={m.budget}
          checked={form.hasBudget}
          onChange={(hasBudget) => onForm({ ...form, hasBudget })}
        />
        {form.hasBudget && <BudgetFields form={form} fault={fault} onForm={onForm} />}
        <Field label={m.seconds}>
          {(control) => (
            <select
              {...control}
              value={form.seconds}
              onChange={({ target }) => onForm({ ...form, seconds: Number(target.value) })}
            >
              {SEARCH_SECONDS.map((seconds) => (
                <option key={seconds} value={seconds}>
                  {seconds < 60 ? `${seconds} s` : duration(seconds)}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
    </details>
  )
}

function BudgetFields({ form, fault, onForm }: Pick<SitingFieldsProps, 'form' | 'fault' | 'onForm'>) {
  const m = useMessages(sitingMessages)
  const kinds: CandidateKind[] = ['settlement', 'crossing', 'point']
  return (
    <>
      <Field label={m.budgetAmount}>
        {(control) => (
          <input
            {...control}
            inputMode="numeric"
            value={form.budget}
            onChange={({ target }) => onForm({ ...form, budget: target.value })}
          />
        )}
      </Field>
      <fieldset className={styles.costs}>
        <legend>{m.costs}</legend>
        {kinds.map((kind) => (
          <Field key={kind} label={m.costOf[kind]}>
            {(control) => (
              <input
                {...control}
                inputMode="numeric"
                value={form.costs[kind]}
                onChange={({ target }) => onForm({ ...form, costs: { ...form.costs, [kind]: target.value } })}
              />
            )}
          </Field>
        ))}
      </fieldset>
      {fault === 'budget' && <p className={styles.fault}>{m.budgetMissing}</p>}
    </>
  )
}

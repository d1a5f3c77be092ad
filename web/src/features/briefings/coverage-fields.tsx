import { useQuery } from '@tanstack/react-query'
import { useRoadSettings } from '../../platform/road-settings-query.ts'
import { Checkbox, Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { useOwnName } from '../../ui/road-words.ts'
import { missionChoicesQuery, scenarioChoicesQuery } from './briefings-queries.ts'
import styles from './editor.module.css'
import { slideMessages } from './slide-messages.ts'
import type { ViewPartProps } from './view-fields.tsx'

const MOST_MINUTES = 1440

/** What coverage is measured for on a slide. */
export function CoverageFields({ view, onChange }: ViewPartProps) {
  const m = useMessages(slideMessages)
  const nameOf = useOwnName()
  const { vehicles } = useRoadSettings()
  const { data: scenarios } = useQuery(scenarioChoicesQuery)
  const coverage = view.coverage ?? { minutes: 60, date: null, includeUnconfirmed: false }
  const change = (next: Partial<typeof coverage>, of: string | null = null) =>
    onChange({ coverage: { ...coverage, ...next } }, of)
  return (
    <div className={styles.inset}>
      <div className={styles.pair}>
        <Field label={m.minutes}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              max={MOST_MINUTES}
              value={coverage.minutes}
              onChange={(event) => {
                const minutes = Number(event.target.value)
                if (minutes >= 1 && minutes <= MOST_MINUTES) change({ minutes }, 'minutes')
              }}
            />
          )}
        </Field>
        <Field label={m.coverageDay} hint={m.coverageDayHint}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={coverage.date ?? ''}
              onChange={(event) => change({ date: event.target.value || null }, 'coverage day')}
            />
          )}
        </Field>
      </div>
      <Field label={m.vehicle}>
        {(control) => (
          <select
            {...control}
            value={coverage.vehicle ?? ''}
            onChange={(event) => change({ vehicle: event.target.value || undefined })}
          >
            <option value="">{m.usualVehicle}</option>
            {vehicles.map((vehicle) => (
              <option key={vehicle.id} value={vehicle.id}>
                {nameOf(vehicle)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={m.scenario}>
        {(control) => (
          <select
            {...control}
            value={coverage.scenarioId ?? ''}
            onChange={(event) => change({ scenarioId: event.target.value || undefined })}
          >
            <option value="">{m.noScenario}</option>
            {scenarios?.items.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Checkbox
        label={m.unconfirmed}
        checked={coverage.includeUnconfirmed}
        onChange={(includeUnconfirmed) => change({ includeUnconfirmed })}
      />
    </div>
  )
}

/** Which mission is drawn. */
export function MissionField({ view, onChange }: ViewPartProps) {
  const m = useMessages(slideMessages)
  const { data } = useQuery(missionChoicesQuery)
  return (
    <Field label={m.mission}>
      {(control) => (
        <select
          {...control}
          value={view.missionId ?? ''}
          onChange={(event) => onChange({ missionId: event.target.value || null })}
        >
          <option value="">{m.chooseMission}</option>
          {data?.items.map(({ id, reference, title }) => (
            <option key={id} value={id}>
              {reference} · {title}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

import type { MissionInput, MissionSettings } from '@borne/api/contracts/missions'
import { Link } from '@tanstack/react-router'
import { CheckList } from '../../ui/check-list.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import styles from './demand.module.css'
import { demandMessages } from './demand-messages.ts'
import { addVisit, visitOfPlace } from './mission-draft.ts'
import { PeopleFields } from './people-fields.tsx'
import { TeamFields } from './team-fields.tsx'
import { VisitRows } from './visit-rows.tsx'

interface DemandFormProps {
  input: MissionInput
  settings: MissionSettings
  nameOf(placeId: string): string
  onChange(input: MissionInput): void
}

/** What a plan is asked to serve: visits, days, teams, places. */
export function DemandForm({ input, settings, nameOf, onChange }: DemandFormProps) {
  const m = useMessages(demandMessages)
  const places = settings.places.filter(({ isArchived }) => !isArchived)
  const addable = places.filter(({ id }) => input.visits.every(({ placeId }) => placeId !== id))
  const roles = [...new Set(settings.allowanceRates.map(({ role }) => role))]
  return (
    <>
      <PanelSection title={m.chosen}>
        <VisitRows input={input} nameOf={nameOf} onChange={onChange} />
        {addable.length > 0 && (
          <select
            aria-label={m.addPlace}
            value=""
            onChange={({ target }) => {
              const place = addable.find(({ id }) => id === target.value)
              if (place) onChange(addVisit(input, visitOfPlace(place)))
            }}
          >
            <option value="">{m.addPlace}…</option>
            {addable.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        )}
      </PanelSection>
      <WhenFields input={input} places={places} onChange={onChange} />
      <PanelSection title={m.teams}>
        <TeamFields input={input} vehicles={settings.vehicles} onChange={onChange} />
      </PanelSection>
      <PanelSection title={m.nights}>
        <NightFields input={input} places={places} onChange={onChange} />
      </PanelSection>
      <PanelSection title={m.people}>
        <PeopleFields input={input} roles={roles} onChange={onChange} />
      </PanelSection>
    </>
  )
}

interface PlaceFieldsProps {
  input: MissionInput
  places: MissionSettings['places']
  onChange(input: MissionInput): void
}

function WhenFields({ input, places, onChange }: PlaceFieldsProps) {
  const m = useMessages(demandMessages)
  const formats = useFormats()
  const change = (patch: Partial<MissionInput>) => onChange({ ...input, ...patch })
  const text = (key: 'title' | 'reference' | 'purpose' | 'budgetLine', label: string, placeholder = '') => (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          value={input[key]}
          placeholder={placeholder}
          onChange={({ target }) => change({ [key]: target.value })}
        />
      )}
    </Field>
  )
  const place = (key: 'startPlaceId' | 'endPlaceId', label: string) => (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          value={input[key] ?? ''}
          onChange={({ target }) => change({ [key]: target.value || null })}
        >
          <option value="">{m.nowhere}</option>
          {places.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
  return (
    <PanelSection title={m.when}>
      <div className={styles.pair}>
        <Field label={m.from}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={input.from}
              onChange={({ target }) =>
                change({
                  from: target.value,
                  until: [target.value, input.until].toSorted()[1]!,
                })
              }
            />
          )}
        </Field>
        <Field label={m.until}>
          {(control) => (
            <input
              {...control}
              type="date"
              min={input.from}
              value={input.until}
              onChange={({ target }) => change({ until: target.value })}
            />
          )}
        </Field>
        {place('startPlaceId', m.start)}
        {place('endPlaceId', m.end)}
        {places.length === 0 && (
          <p className={`${styles.muted} ${styles.wide}`}>
            {m.noPlaces}{' '}
            <Link to="/missions/settings" search={{ part: 'places' }}>
              {m.toSettings}
            </Link>
          </p>
        )}
        <div className={styles.wide}>
          {text('title', m.missionTitle, m.titleProposed(formats.day(input.from), formats.day(input.until)))}
        </div>
        {text('reference', m.reference)}
        {text('budgetLine', m.budgetLine)}
        <div className={styles.wide}>{text('purpose', m.purpose)}</div>
      </div>
    </PanelSection>
  )
}

function NightFields({ input, places, onChange }: PlaceFieldsProps) {
  const m = useMessages(demandMessages)
  const allowed = places.filter(({ allowsNight }) => allowsNight)
  if (allowed.length === 0) return <p className={styles.muted}>{m.noNights}</p>
  return (
    <CheckList
      label={m.nights}
      items={allowed.map(({ id, name }) => ({ id, label: name }))}
      chosen={new Set(input.nightPlaceIds)}
      onChange={(chosen) => onChange({ ...input, nightPlaceIds: [...chosen] })}
    />
  )
}

import type { Calendar } from '@borne/api/contracts/road-state'
import { type ConditionLevel, type Exposure, LEVELS } from '@borne/geodata/road-state/types'
import { Button } from '../../ui/button.tsx'
import { Checkbox, Field } from '../../ui/field.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useOwnName } from '../../ui/road-words.ts'
import { type EffectDraft, EXPOSURES_OF, type PhaseDraft } from './calendar-draft.ts'
import styles from './settings.module.css'
import { settingsMessages } from './settings-messages.ts'

interface PhaseFieldsProps {
  phase: PhaseDraft
  index: number
  regime: Calendar['regime']
  errorAt(path: string): string | undefined
  onChange(patch: Partial<PhaseDraft>): void
  onRemove(): void
}

/** One phase: its days, its names, what it does to which roads. */
export function PhaseFields({ phase, index, regime, errorAt, onChange, onRemove }: PhaseFieldsProps) {
  const m = useMessages(settingsMessages)
  const nameOf = useOwnName()
  const name = nameOf(phase)
  const at = (field: string) => errorAt(`phases.${index}.${field}`)
  return (
    <fieldset className={styles.phaseForm}>
      <legend>{name}</legend>
      <div className={styles.pair}>
        <MonthDayField
          label={m.starts}
          spoken={m.startsOf(name)}
          value={phase.starts}
          error={at('starts')}
          onChange={(starts) => onChange({ starts })}
        />
        <MonthDayField
          label={m.ends}
          spoken={m.endsOf(name)}
          value={phase.ends}
          error={at('ends')}
          onChange={(ends) => onChange({ ends })}
        />
      </div>
      <div className={styles.pair}>
        {(['nameFr', 'nameEn'] as const).map((path) => (
          <Field key={path} label={m[path]} error={at(path)}>
            {(control) => (
              <input
                {...control}
                maxLength={100}
                value={phase[path]}
                onChange={(event) => onChange({ [path]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      {EXPOSURES_OF[regime].map((on) => (
        <EffectField
          key={on}
          on={on}
          effect={phase.effects[on]}
          error={at(`effects.${on}`)}
          onChange={(effect) => onChange({ effects: { ...phase.effects, [on]: effect } })}
        />
      ))}
      {regime === 'wadi' && (
        <Checkbox
          label={m.wetWords(m.exposures['wet-ground'])}
          checked={phase.wetsGround}
          onChange={(wetsGround) => onChange({ wetsGround })}
        />
      )}
      <Button size="small" variant="quiet" onClick={onRemove}>
        {m.removePhase(name)}
      </Button>
    </fieldset>
  )
}

interface MonthDayFieldProps {
  label: string
  spoken: string
  value: string
  error: string | undefined
  onChange(value: string): void
}

function MonthDayField({ label, spoken, value, error, onChange }: MonthDayFieldProps) {
  const m = useMessages(settingsMessages)
  const { language } = useLanguage()
  const format = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' })
  const [month = '01', day = '01'] = value.split('-')
  return (
    <div className={styles.monthDay}>
      <span aria-hidden="true">{label}</span>
      <span>
        <select
          aria-label={m.dayOf(spoken)}
          aria-invalid={error ? true : undefined}
          value={day}
          onChange={(event) => onChange(`${month}-${event.target.value}`)}
        >
          {padded(31).map((one) => (
            <option key={one} value={one}>
              {Number(one)}
            </option>
          ))}
        </select>
        <select
          aria-label={m.monthOf(spoken)}
          value={month}
          onChange={(event) => onChange(`${event.target.value}-${day}`)}
        >
          {padded(12).map((one) => (
            <option key={one} value={one}>
              {format.format(Date.UTC(2026, Number(one) - 1, 1))}
            </option>
          ))}
        </select>
      </span>
      {error && (
        <span className={styles.error} role="alert">
          {error}
        </span>
      )}
    </div>
  )
}

interface EffectFieldProps {
  on: Exposure
  effect: EffectDraft | undefined
  error: string | undefined
  onChange(effect: EffectDraft): void
}

function EffectField({ on, effect = { level: 'open', percent: '100' }, error, onChange }: EffectFieldProps) {
  const m = useMessages(settingsMessages)
  const isPassable = effect.level === 'slow' || effect.level === 'four-wheel-drive'
  return (
    <div className={styles.effect}>
      <span>{m.exposures[on]}</span>
      <select
        aria-label={m.effectOf(m.exposures[on])}
        value={effect.level}
        onChange={(event) => onChange({ ...effect, level: event.target.value as ConditionLevel })}
      >
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {m.levels[level]}
          </option>
        ))}
      </select>
      {isPassable && (
        <input
          inputMode="decimal"
          aria-label={m.speedOf(m.exposures[on])}
          aria-invalid={error ? true : undefined}
          value={effect.percent}
          onChange={(event) => onChange({ ...effect, percent: event.target.value })}
        />
      )}
      {error && (
        <span className={styles.error} role="alert">
          {error}
        </span>
      )}
    </div>
  )
}

function padded(count: number): string[] {
  return Array.from({ length: count }, (_, index) => String(index + 1).padStart(2, '0'))
}

import { useRoadSettings } from '../../../platform/road-settings-query.ts'
import { Checkbox, Field } from '../../../ui/field.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { NetworkOptions } from '../../../ui/network-options.tsx'
import { RoadStateChoice } from '../../../ui/road-state-choice.tsx'
import { measureMessages } from '../measure/measure-messages.ts'
import { DEFAULT_MINUTES, DEFAULT_OFF_ROAD_METRES, OFF_ROAD_KMH } from '../measure/measure-query.ts'
import { MinutesSlider } from '../minutes-slider.tsx'
import { type BaseQuestion, choiceOf, networkOf } from './base-question.ts'
import { scenarioMessages } from './scenario-messages.ts'
import styles from './scenarios.module.css'
import { useQuestionText } from './use-question-text.ts'

const OFF_ROAD_STEPS = [500, 1000, 2000, 5000, 10_000]

interface QuestionFieldsProps {
  question: BaseQuestion
  onChange(question: BaseQuestion): void
}

/** What a scenario is asked for: the time, the day, the vehicle, how the border is come to. */
export function QuestionFields({ question, onChange }: QuestionFieldsProps) {
  const m = useMessages(scenarioMessages)
  const words = useMessages(measureMessages)
  const settings = useRoadSettings()
  const tell = useQuestionText()
  const choice = choiceOf(question)
  const changeRoads = (next: object) => onChange({ ...question, network: networkOf({ ...choice, ...next }) })
  return (
    <details className={styles.options}>
      <summary>
        {m.question} <span>{tell(question)}</span>
      </summary>
      <div className={styles.choices}>
        <MinutesSlider
          label={words.minutes}
          minutes={question.minutes ?? DEFAULT_MINUTES}
          onChange={(minutes) => onChange({ ...question, minutes })}
        />
        <RoadStateChoice choice={choice} {...settings} onChange={changeRoads} />
        <AccessFields question={question} onChange={onChange} />
        <NetworkOptions choice={choice} onChange={changeRoads} />
        <Checkbox
          label={words.includeUnconfirmed}
          checked={question.includeUnconfirmed ?? false}
          onChange={(includeUnconfirmed) => onChange({ ...question, includeUnconfirmed })}
        />
      </div>
    </details>
  )
}

function AccessFields({ question, onChange }: QuestionFieldsProps) {
  const m = useMessages(measureMessages)
  const { distance } = useFormats()
  const { maxMetres = DEFAULT_OFF_ROAD_METRES, kmh = null } = question.access ?? {}
  const speeds = [
    { value: 'none', kmh: null },
    { value: 'foot', kmh: OFF_ROAD_KMH.foot },
    { value: 'vehicle', kmh: OFF_ROAD_KMH.vehicle },
  ] as const
  const steps = [...new Set([...OFF_ROAD_STEPS, maxMetres])].sort((a, b) => a - b)
  return (
    <>
      <Field label={m.accessMetres} hint={m.accessHint}>
        {(control) => (
          <select
            {...control}
            value={maxMetres}
            onChange={({ target }) =>
              onChange({ ...question, access: { maxMetres: Number(target.value), kmh } })
            }
          >
            {steps.map((step) => (
              <option key={step} value={step}>
                {distance(step)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={m.accessHow}>
        {(control) => (
          <select
            {...control}
            value={speeds.find((one) => one.kmh === kmh)?.value ?? 'none'}
            onChange={({ target }) => {
              const chosen = speeds.find(({ value }) => value === target.value)
              onChange({ ...question, access: { maxMetres, kmh: chosen?.kmh ?? null } })
            }}
          >
            {speeds.map(({ value }) => (
              <option key={value} value={value}>
                {m.accessHows[value]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  )
}

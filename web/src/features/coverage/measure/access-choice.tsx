import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import styles from '../controls.module.css'
import type { CoverageQuestion } from '../search.ts'
import { measureMessages } from './measure-messages.ts'
import { DEFAULT_OFF_ROAD_METRES } from './measure-query.ts'

const OFF_ROAD_STEPS = [500, 1000, 2000, 5000, 10_000] as const
const HOWS = ['none', 'foot', 'vehicle'] as const

interface AccessChoiceProps {
  search: CoverageQuestion
  onChange(change: Partial<CoverageQuestion>): void
}

/** How far off the road the border counts, and how one goes on there: one line until it is opened. */
export function AccessChoice({ search, onChange }: AccessChoiceProps) {
  const m = useMessages(measureMessages)
  const { distance } = useFormats()
  const metres = search.offRoadMetres ?? DEFAULT_OFF_ROAD_METRES
  const how = search.offRoad ?? 'none'
  const steps = [...new Set([...OFF_ROAD_STEPS, metres])].sort((a, b) => a - b)
  return (
    <details className={styles.options}>
      <summary>
        {m.access} <span>{m.accessNow(distance(metres), m.accessHows[how].toLocaleLowerCase())}</span>
      </summary>
      <div className={styles.choices}>
        <label className={styles.pair}>
          <span>{m.accessMetres}</span>
          <select
            value={metres}
            onChange={(event) => {
              const next = Number(event.target.value)
              onChange({ offRoadMetres: next === DEFAULT_OFF_ROAD_METRES ? undefined : next })
            }}
          >
            {steps.map((step) => (
              <option key={step} value={step}>
                {distance(step)}
              </option>
            ))}
          </select>
        </label>
        <label className={styles.pair}>
          <span>{m.accessHow}</span>
          <select
            value={how}
            onChange={(event) => {
              const next = event.target.value as (typeof HOWS)[number]
              onChange({ offRoad: next === 'none' ? undefined : next })
            }}
          >
            {HOWS.map((each) => (
              <option key={each} value={each}>
                {m.accessHows[each]}
              </option>
            ))}
          </select>
        </label>
        <p className={styles.hint}>{m.accessHint}</p>
      </div>
    </details>
  )
}

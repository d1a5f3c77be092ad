import type { CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import styles from './measure.module.css'
import { measureMessages } from './measure-messages.ts'
import type { MeasuredAt } from './use-last-rest.ts'

interface HeadlineProps {
  coverage: CoverageWithoutRoads
  /** What was measured where the slider stood before; null: nothing to compare with. */
  before: MeasuredAt | null
}

/** The one figure, its share, what the slider changed, and three facts in words. */
export function Headline({ coverage, before }: HeadlineProps) {
  const m = useMessages(measureMessages)
  const { distance, duration, percent, number } = useFormats()
  const { gaps, crossings, population, borderMetres, reachedBorderMetres, reachedBorderShare } = coverage
  const open = crossings.filter(({ isWatched }) => !isWatched).length
  return (
    <div className={styles.headline}>
      <p className={styles.figure}>
        <strong>{distance(reachedBorderMetres)}</strong> {m.headline(duration(coverage.minutes * 60))}
      </p>
      <span className={styles.share} aria-hidden="true">
        <span style={{ inlineSize: `${reachedBorderShare * 100}%` }} />
      </span>
      <p className={styles.muted}>{m.ofBorder(distance(borderMetres), percent(reachedBorderShare))}</p>
      {before && (
        <p className={styles.change} role="status">
          <Change metres={reachedBorderMetres - before.reachedBorderMetres} minutes={before.minutes} />
        </p>
      )}
      <ul className={styles.facts}>
        {gaps.length > 0 && (
          <li className={styles.alarm}>
            {m.facts.gaps(gaps.length, distance(borderMetres - reachedBorderMetres))}
          </li>
        )}
        {crossings.length > 0 && <li>{m.facts.crossings(open, crossings.length)}</li>}
        {population.knownCount > 0 && <li>{m.facts.population(number(population.known))}</li>}
      </ul>
    </div>
  )
}

function Change({ metres, minutes }: { metres: number; minutes: number }) {
  const m = useMessages(measureMessages)
  const { distance, duration } = useFormats()
  const asked = duration(minutes * 60)
  if (Math.abs(metres) < 1) return m.noChange(asked)
  return m.change(`${metres > 0 ? '+' : '−'}${distance(Math.abs(metres))}`, asked)
}

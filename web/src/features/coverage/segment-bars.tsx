import type { ReachedSegment } from '@borne/api/contracts/coverage'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { useTheme } from '../../ui/theme.ts'
import { messages } from './messages.ts'
import { BORDER_COLOURS } from './reach-layers.ts'
import styles from './segment-bars.module.css'

/** Zero-based bars on one scale of kilometres: the part in reach within the whole segment. */
export function SegmentBars({ segments }: { segments: readonly ReachedSegment[] }) {
  const m = useMessages(messages)
  const { distance, percent } = useFormats()
  const { theme } = useTheme()
  const longest = Math.max(...segments.map(({ lengthMetres }) => lengthMetres), 1)
  return (
    <ul className={styles.bars}>
      {segments.map((segment) => (
        <li key={segment.segmentId}>
          <div className={styles.words}>
            <span>
              {segment.moughataa ?? segment.name}
              <span className={styles.muted}> · {m.countries[segment.neighbour] ?? segment.neighbour}</span>
            </span>
            <span className={`number ${styles.figures}`}>
              {m.segmentValue(distance(segment.reachedMetres), distance(segment.lengthMetres))} ·{' '}
              {percent(segment.reachedShare)}
            </span>
          </div>
          <div className={styles.whole} style={{ inlineSize: `${(segment.lengthMetres / longest) * 100}%` }}>
            <div
              className={styles.reached}
              style={{
                inlineSize: `${segment.reachedShare * 100}%`,
                background: BORDER_COLOURS[theme].inReach,
              }}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}

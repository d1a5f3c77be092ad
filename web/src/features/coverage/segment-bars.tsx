import type { CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import type { BorderProfile } from '@borne/geodata/coverage/coverage-types'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { sequentialColours } from '../../ui/sequential-scale.ts'
import { useTheme } from '../../ui/theme.ts'
import { bandLengths, borderRuns } from './border-bands.ts'
import { messages } from './messages.ts'
import styles from './segment-bars.module.css'
import { useSegmentName } from './segment-name.ts'

/** Zero-based bars on one scale of kilometres: the classes of time within the whole segment. */
export function SegmentBars({ coverage }: { coverage: CoverageWithoutRoads }) {
  const m = useMessages(messages)
  const { distance, percent } = useFormats()
  const { theme } = useTheme()
  const nameOf = useSegmentName()
  const { segments, bands } = coverage
  const colours = sequentialColours(bands.length, theme)
  const longest = Math.max(...segments.map(({ lengthMetres }) => lengthMetres), 1)
  return (
    <ul className={styles.bars}>
      {segments.map((segment) => (
        <li key={segment.segmentId}>
          <div className={styles.words}>
            <span>{nameOf(segment)}</span>
            <span className={`number ${styles.figures}`}>
              {m.segmentValue(distance(segment.reachedMetres), distance(segment.lengthMetres))} ·{' '}
              {percent(segment.reachedShare)}
            </span>
          </div>
          <div className={styles.whole} style={{ inlineSize: `${(segment.lengthMetres / longest) * 100}%` }}>
            {classesOf(coverage, segment.segmentId, segment.lengthMetres).map((metres, index) => (
              <div
                key={bands[index]}
                className={styles.part}
                style={{
                  inlineSize: `${(metres / segment.lengthMetres) * 100}%`,
                  background: colours[index],
                }}
              />
            ))}
          </div>
        </li>
      ))}
    </ul>
  )
}

function classesOf(
  { profiles, bands }: CoverageWithoutRoads,
  segmentId: string,
  lengthMetres: number,
): number[] {
  const profile = profiles.find((each) => each.segmentId === segmentId)
  if (!profile) return []
  return bandLengths(borderRuns(profile as BorderProfile, bands, lengthMetres), bands).metres
}

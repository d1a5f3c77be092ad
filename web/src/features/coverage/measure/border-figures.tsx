import type { CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import type { BorderProfile } from '@borne/geodata/coverage/coverage-types'
import { Checkbox } from '../../../ui/field.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { sequentialColours } from '../../../ui/sequential-scale.ts'
import { useTheme } from '../../../ui/theme.ts'
import { postColour } from '../area-layers.ts'
import { bandLengths, borderRuns } from '../border-bands.ts'
import type { BorderSpot, CourseSegment } from '../border-course.ts'
import type { CoverageQuestion } from '../search.ts'
import { SegmentBars } from '../segment-bars.tsx'
import { GapList } from './gap-list.tsx'
import styles from './measure.module.css'
import { measureMessages } from './measure-messages.ts'
import type { ShownRoads } from './use-measured.ts'

export interface FiguresProps {
  coverage: CoverageWithoutRoads
  reached: ShownRoads | null
  course: readonly CourseSegment[]
  search: CoverageQuestion
  onChange(change: Partial<CoverageQuestion>): void
  spot: BorderSpot | null
  onSpot(spot: BorderSpot | null): void
  /** The edition of the roads that answer on this device; null: the server does. */
  edition: number | null
}

/** The border: by class of time, by segment, and where nobody comes in time. */
export function BorderFigures(props: FiguresProps) {
  const m = useMessages(measureMessages)
  const { coverage, reached, search, onChange } = props
  return (
    <>
      <PanelSection title={search.colour === 'posts' ? m.byPost : m.byTime}>
        {search.colour === 'posts' ? <PostBars coverage={coverage} /> : <ClassBars coverage={coverage} />}
        <Beside reached={reached} />
        <div className={`${styles.mapChoice} ${styles.onScreenOnly}`}>
          <Segmented
            label={m.colour}
            options={[
              { value: 'minutes', label: m.colours.minutes },
              { value: 'posts', label: m.colours.posts },
            ]}
            value={search.colour ?? 'minutes'}
            onChange={(colour) => onChange({ colour: colour === 'posts' ? colour : undefined })}
          />
          <Checkbox
            label={m.surface}
            checked={search.surface ?? false}
            onChange={(checked) => onChange({ surface: checked || undefined })}
          />
        </div>
      </PanelSection>
      <PanelSection title={m.segments}>
        <SegmentBars coverage={coverage} />
      </PanelSection>
      <PanelSection title={coverage.gaps.length > 0 ? m.gaps(coverage.gaps.length) : m.noGap}>
        <GapList {...props} />
      </PanelSection>
    </>
  )
}

/** The classes of time with their colours and border lengths: legend of the map and chart in one. */
function ClassBars({ coverage }: { coverage: CoverageWithoutRoads }) {
  const m = useMessages(measureMessages)
  const { theme } = useTheme()
  const { distance, duration } = useFormats()
  const { bands, profiles, segments } = coverage
  const colours = sequentialColours(bands.length, theme)
  const runs = segments.flatMap(({ segmentId, lengthMetres }) => {
    const profile = profiles.find((each) => each.segmentId === segmentId)
    return profile ? borderRuns(profile as BorderProfile, bands, lengthMetres) : []
  })
  const { metres, outMetres } = bandLengths(runs, bands)
  const longest = Math.max(...metres, outMetres, 1)
  const width = (length: number) => `${(length / longest) * 100}%`
  return (
    <ul className={styles.classes}>
      {bands.map((band, index) => (
        <li key={band}>
          <span className="number">{m.upTo(duration(band * 60))}</span>
          <span className={styles.track}>
            <span
              className={styles.bar}
              style={{ inlineSize: width(metres[index]!), background: colours[index] }}
            />
          </span>
          <span className="number">{distance(metres[index])}</span>
        </li>
      ))}
      <li>
        <span className={styles.alarm}>{m.outOfReach}</span>
        <span className={styles.track}>
          <span className={`${styles.bar} ${styles.gapBar}`} style={{ inlineSize: width(outMetres) }} />
        </span>
        <span className="number">{distance(outMetres)}</span>
      </li>
    </ul>
  )
}

/** The posts with their colours and the border that they reach first: the legend where the map is coloured so. */
function PostBars({ coverage }: { coverage: CoverageWithoutRoads }) {
  const { theme } = useTheme()
  const { distance } = useFormats()
  const { catchments, posts } = coverage
  const longest = Math.max(...catchments.map(({ reachedBorderMetres }) => reachedBorderMetres), 1)
  return (
    <ul className={styles.classes}>
      {catchments.map(({ postId, reachedBorderMetres }) => {
        const place = posts.findIndex((post) => post.postId === postId)
        const inlineSize = `${(reachedBorderMetres / longest) * 100}%`
        return (
          <li key={postId}>
            <span>{posts[place]?.name}</span>
            <span className={styles.track}>
              <span className={styles.bar} style={{ inlineSize, background: postColour(place, theme) }} />
            </span>
            <span className="number">{distance(reachedBorderMetres)}</span>
          </li>
        )
      })}
    </ul>
  )
}

/** What else the map shows. */
function Beside({ reached }: Pick<FiguresProps, 'reached'>) {
  const m = useMessages(measureMessages)
  const { distance } = useFormats()
  const hasSchematic = reached?.told.roads.features.some(({ properties }) => properties.grade !== 'mapped')
  return (
    <>
      <p className={styles.note}>
        {m.roads(reached && !reached.isStale ? distance(reached.told.reachedRoadMetres) : '…')}
      </p>
      {hasSchematic && <p className={styles.note}>{m.schematicNote}</p>}
      <p className={`${styles.note} ${styles.onScreenOnly}`}>{m.spotHint}</p>
    </>
  )
}

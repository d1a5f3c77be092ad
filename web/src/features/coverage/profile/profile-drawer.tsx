import type { CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import type { BorderProfile } from '@borne/geodata/coverage/coverage-types'
import { IconChevronDown, IconChevronUp, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { useSearch } from '@tanstack/react-router'
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import { useMapCamera } from '../../../map/camera.ts'
import { useMapBounds } from '../../../map/view.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { ChartFrame } from '../../../ui/chart-frame.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { Skeleton, StaleVeil } from '../../../ui/states.tsx'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import { borderRuns } from '../border-bands.ts'
import {
  alongCourse,
  type BorderSpot,
  boundsOfSpan,
  type CourseSegment,
  positionAt,
  spanOf,
  spansWithin,
  spotAlong,
  spotNear,
} from '../border-course.ts'
import { useSegmentName } from '../segment-name.ts'
import styles from './profile.module.css'
import { profileMessages } from './profile-messages.ts'
import { minutesScale, type ProfileRow, profileRows, type Span, zoomSpan } from './profile-rows.ts'
import { useProfileTable } from './use-profile-table.ts'

// The library of charts comes with the first one that is drawn.
const ProfilePlot = lazy(() => import('./profile-plot.tsx'))
const MOST_POINTS = 420
/** A post farther than this from the border has no place on its profile. */
const NEAR_BORDER_METRES = 15_000
const CURSOR_STEP_METRES = 250

interface ProfileDrawerProps {
  coverage: CoverageWithoutRoads
  course: readonly CourseSegment[]
  /** The time under the hand: the line of the asked time follows it at once. */
  minutes: number
  isStale: boolean
  spot: BorderSpot | null
  onSpot(spot: BorderSpot | null): void
}

/** The profile along the border under the map, linked with it both ways; on paper among the figures. */
export function ProfileDrawer(props: ProfileDrawerProps) {
  const m = useMessages(profileMessages)
  const [isOpen, setIsOpen] = useState(true)
  const isPaper = useMediaQuery('print')
  useWholeBorder(props.course)
  const fold = (
    <IconButton
      label={isOpen ? m.fold : m.unfold}
      tip="above-end"
      icon={isOpen ? <IconChevronDown /> : <IconChevronUp />}
      aria-expanded={isOpen}
      onClick={() => setIsOpen(!isOpen)}
    />
  )
  const content = (
    <div className={styles.drawer}>
      {isOpen ? (
        <StaleVeil isStale={props.isStale}>
          <Profile {...props} fold={fold} />
        </StaleVeil>
      ) : (
        <div className={styles.folded}>
          <h2 className={styles.name}>{m.title}</h2>
          {fold}
        </div>
      )}
    </div>
  )
  if (isPaper) return <PanelSection title={m.title}>{content}</PanelSection>
  return <Drawer label={m.title}>{content}</Drawer>
}

interface PartsProps {
  course: readonly CourseSegment[]
  coverage: CoverageWithoutRoads
  span: Span
  onZoom(span: Span | null): void
}

/** The whole border or one of its segments. */
function Parts({ course, coverage, span, onZoom }: PartsProps) {
  const m = useMessages(profileMessages)
  const nameOf = useSegmentName()
  const isSpan = (other: Span) => Math.abs(other[0] - span[0]) < 1 && Math.abs(other[1] - span[1]) < 1
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">{m.parts}</legend>
      <Button size="small" aria-pressed={isSpan([0, wholeOf(course)])} onClick={() => onZoom(null)}>
        {m.whole}
      </Button>
      {course.map((segment) => {
        const told = coverage.segments.find(({ segmentId }) => segmentId === segment.segmentId)
        return (
          told && (
            <Button
              key={segment.segmentId}
              size="small"
              aria-pressed={isSpan(spanOf(segment))}
              onClick={() => onZoom(spanOf(segment))}
            >
              {nameOf(told)}
            </Button>
          )
        )
      })}
    </fieldset>
  )
}

/** The map takes the height that the drawer leaves it before the border is shown whole. */
const SETTLED_MS = 300

/** On a first view that names no camera, the whole border is brought into what is left of the map. */
function useWholeBorder(course: readonly CourseSegment[]) {
  const { at } = useSearch({ strict: false })
  const camera = useMapCamera()
  const first = useRef({ course, isFree: at === undefined })
  useEffect(() => {
    const { course: whole, isFree } = first.current
    if (!isFree) return
    const bbox = boundsOfSpan(whole, [0, wholeOf(whole)])
    const timer = setTimeout(() => camera.show({ bbox }), SETTLED_MS)
    return () => clearTimeout(timer)
  }, [camera])
}

function Profile({ fold, ...props }: ProfileDrawerProps & { fold: ReactNode }) {
  const m = useMessages(profileMessages)
  const { coverage, course, spot } = props
  const whole = wholeOf(course)
  const camera = useMapCamera()
  const [zoomed, setZoomed] = useState<Span | null>(null)
  const span: Span = zoomed && zoomed[1] <= whole ? zoomed : [0, whole]
  const zoomTo = (next: Span | null) => {
    setZoomed(next)
    camera.show({ bbox: boundsOfSpan(course, next ?? [0, whole]) })
  }
  const spotMetres = spot && alongCourse(course, spot)
  const isSpotSeen = spotMetres !== null && spotMetres >= span[0] && spotMetres <= span[1]
  const about = isSpotSeen ? spotMetres : (span[0] + span[1]) / 2
  const rows = useMemo(
    () => profileRows(coverage.profiles as BorderProfile[], course, span, MOST_POINTS),
    [coverage.profiles, course, span],
  )
  const table = useProfileTable(coverage, rows)
  const zoom = (
    <>
      <Parts course={course} coverage={coverage} span={span} onZoom={zoomTo} />
      <IconButton
        label={m.closer}
        tip="above"
        icon={<IconZoomIn />}
        onClick={() => zoomTo(zoomSpan(span, whole, about, 0.5))}
      />
      <IconButton
        label={m.wider}
        tip="above"
        icon={<IconZoomOut />}
        disabled={span[1] - span[0] >= whole}
        onClick={() => zoomTo(zoomSpan(span, whole, about, 2))}
      />
    </>
  )
  return (
    <ChartFrame
      title={m.title}
      table={table}
      lead={<h2 className={styles.title}>{m.title}</h2>}
      controls={zoom}
      trail={fold}
    >
      <LinkedPlot {...props} rows={rows} span={span} spotMetres={spotMetres} onZoom={zoomTo} />
    </ChartFrame>
  )
}

interface LinkedPlotProps extends ProfileDrawerProps {
  rows: readonly ProfileRow[]
  span: Span
  spotMetres: number | null
  onZoom(span: Span): void
}

/** The chart with its cursor: a place chosen on it is chosen on the map. */
function LinkedPlot({ rows, span, spotMetres, onZoom, ...props }: LinkedPlotProps) {
  const m = useMessages(profileMessages)
  const { distance } = useFormats()
  const { coverage, course, minutes, onSpot } = props
  const camera = useMapCamera()
  const bounds = useMapBounds()
  const drawn = useDrawn(coverage, course)
  const profiles = coverage.profiles as BorderProfile[]
  const scale = useMemo(() => minutesScale(profiles, minutes), [profiles, minutes])
  const pick = (metres: number) => {
    const next = spotAlong(course, metres)
    const segment = course.find(({ segmentId }) => segmentId === next?.segmentId)
    onSpot(next)
    if (next && segment) camera.show({ center: positionAt(segment, next.metres) })
  }
  return (
    <div>
      <Suspense fallback={<Skeleton lines={6} />}>
        <ProfilePlot
          {...drawn}
          rows={rows}
          span={span}
          visible={bounds ? spansWithin(course, bounds) : []}
          minutes={minutes}
          bands={coverage.bands}
          scale={scale}
          spotMetres={spotMetres}
          postName={(index) => (index === null ? '' : (coverage.posts[index]?.name ?? ''))}
          onPick={pick}
          onZoom={onZoom}
        />
      </Suspense>
      <label className={styles.cursor}>
        <span className="visually-hidden">{m.cursor}</span>
        <input
          type="range"
          min={span[0]}
          max={span[1]}
          step={CURSOR_STEP_METRES}
          value={spotMetres ?? span[0]}
          aria-valuetext={m.atKilometre(distance(spotMetres ?? span[0]))}
          onChange={(event) => pick(Number(event.target.value))}
        />
      </label>
      <p className={styles.foot}>{[m.foot, m.keys, m.every(distance(stepOf(rows)))].join(' · ')}</p>
    </div>
  )
}

/** What the chart draws beside the curves, in places along the border. */
function useDrawn(coverage: CoverageWithoutRoads, course: readonly CourseSegment[]) {
  const nameOf = useSegmentName()
  const segments = coverage.segments.flatMap((told) => {
    const segment = course.find(({ segmentId }) => segmentId === told.segmentId)
    return segment ? [{ segmentId: told.segmentId, name: nameOf(told), span: spanOf(segment) }] : []
  })
  const parts = useMemo(() => {
    const startOf = (segmentId: string) =>
      course.find((segment) => segment.segmentId === segmentId)?.startMetres ?? 0
    const along = (segmentId: string, from: number, to: number): Span => [
      startOf(segmentId) + from,
      startOf(segmentId) + to,
    ]
    const gaps = coverage.gaps.map((gap) => along(gap.segmentId, gap.fromMetres, gap.toMetres))
    const strip = (coverage.profiles as BorderProfile[]).flatMap((profile) => {
      const length = course.find(({ segmentId }) => segmentId === profile.segmentId)?.lengthMetres ?? 0
      return borderRuns(profile, coverage.bands, length).map(({ segmentId, fromMetres, toMetres, band }) => ({
        span: along(segmentId, fromMetres, toMetres),
        index: band === null ? null : coverage.bands.indexOf(band),
      }))
    })
    const posts = coverage.posts.flatMap(({ isUsed, position, postId, name }) => {
      const near = isUsed && position ? spotNear(course, position, NEAR_BORDER_METRES) : null
      const metres = near && alongCourse(course, near)
      return metres === null ? [] : [{ postId, name, metres }]
    })
    return { gaps, strip, posts }
  }, [coverage, course])
  return { segments, ...parts }
}

function wholeOf(course: readonly CourseSegment[]): number {
  return course.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0)
}

function stepOf(rows: readonly { metres: number }[]): number {
  const [first, last] = [rows[0], rows.at(-1)]
  return first && last && rows.length > 1 ? (last.metres - first.metres) / (rows.length - 1) : 0
}

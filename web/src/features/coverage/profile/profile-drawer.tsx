import type { Coverage } from '@borne/api/contracts/coverage'
import type { BorderProfile } from '@borne/geodata/coverage/coverage-types'
import { IconChevronDown, IconChevronUp, IconZoomIn, IconZoomOut } from '@tabler/icons-react'
import { lazy, Suspense, useMemo, useState } from 'react'
import { useMapCamera } from '../../../map/camera.ts'
import { useMapBounds } from '../../../map/view.ts'
import { Button, IconButton } from '../../../ui/button.tsx'
import { ChartFrame } from '../../../ui/chart-frame.tsx'
import { Drawer } from '../../../ui/drawer.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { Skeleton, StaleVeil } from '../../../ui/states.tsx'
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
import { minutesScale, profileRows, type Span, zoomSpan } from './profile-rows.ts'
import { useProfileTable } from './use-profile-table.ts'

// The library of charts comes with the first one that is drawn.
const ProfilePlot = lazy(() => import('./profile-plot.tsx'))
const MOST_POINTS = 420
/** A post farther than this from the border has no place on its profile. */
const NEAR_BORDER_METRES = 15_000
const CURSOR_STEP_METRES = 250

interface ProfileDrawerProps {
  coverage: Coverage
  course: readonly CourseSegment[]
  /** The time under the hand: the line of the asked time follows it at once. */
  minutes: number
  isStale: boolean
  spot: BorderSpot | null
  onSpot(spot: BorderSpot | null): void
  onPoint(spot: BorderSpot | null): void
}

/** The profile along the border under the map, linked with it both ways. */
export function ProfileDrawer(props: ProfileDrawerProps) {
  const m = useMessages(profileMessages)
  const [isOpen, setIsOpen] = useState(true)
  const whole = wholeOf(props.course)
  const [zoomed, setZoomed] = useState<Span | null>(null)
  const span: Span = zoomed && zoomed[1] <= whole ? zoomed : [0, whole]
  const spotMetres = props.spot && alongCourse(props.course, props.spot)
  const isSpotSeen = spotMetres !== null && spotMetres >= span[0] && spotMetres <= span[1]
  const about = isSpotSeen ? spotMetres : (span[0] + span[1]) / 2
  const camera = useMapCamera()
  const zoomTo = (next: Span | null) => {
    setZoomed(next)
    camera.show({ bbox: boundsOfSpan(props.course, next ?? [0, whole]) })
  }
  return (
    <Drawer label={m.title}>
      <div className={styles.drawer}>
        <div className={styles.head}>
          <h2>{m.title}</h2>
          {isOpen && (
            <>
              <Parts course={props.course} coverage={props.coverage} span={span} onZoom={zoomTo} />
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
          )}
          <IconButton
            label={isOpen ? m.fold : m.unfold}
            tip="above-end"
            icon={isOpen ? <IconChevronDown /> : <IconChevronUp />}
            aria-expanded={isOpen}
            onClick={() => setIsOpen(!isOpen)}
          />
        </div>
        {isOpen && (
          <div className={styles.body}>
            <StaleVeil isStale={props.isStale}>
              <Profile {...props} span={span} onZoom={zoomTo} />
            </StaleVeil>
          </div>
        )}
      </div>
    </Drawer>
  )
}

interface PartsProps {
  course: readonly CourseSegment[]
  coverage: Coverage
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

interface ProfileProps extends ProfileDrawerProps {
  span: Span
  onZoom(span: Span): void
}

function Profile({ coverage, course, minutes, span, spot, onSpot, onPoint, onZoom }: ProfileProps) {
  const m = useMessages(profileMessages)
  const { distance } = useFormats()
  const camera = useMapCamera()
  const bounds = useMapBounds()
  const profiles = coverage.profiles as BorderProfile[]
  const rows = useMemo(() => profileRows(profiles, course, span, MOST_POINTS), [profiles, course, span])
  const drawn = useDrawn(coverage, course)
  const table = useProfileTable(coverage, rows)
  const scale = useMemo(() => minutesScale(profiles, minutes), [profiles, minutes])
  const spotMetres = spot && alongCourse(course, spot)
  const pick = (metres: number) => {
    const next = spotAlong(course, metres)
    const segment = course.find(({ segmentId }) => segmentId === next?.segmentId)
    onSpot(next)
    if (next && segment) camera.show({ center: positionAt(segment, next.metres) })
  }
  return (
    <ChartFrame title={m.title} table={table}>
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
          onPoint={(metres) => onPoint(metres === null ? null : spotAlong(course, metres))}
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
      <p className={styles.foot}>
        <span>{m.foot}</span>
        <span>{m.gapKey}</span>
        <span>{m.visibleKey}</span>
        <span>{m.every(distance(stepOf(rows)))}</span>
      </p>
    </ChartFrame>
  )
}

/** What the chart draws beside the curves, in places along the border. */
function useDrawn(coverage: Coverage, course: readonly CourseSegment[]) {
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

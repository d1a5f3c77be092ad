import type { DrawnBorder } from '@borne/geodata/coverage/draw-border'
import { useMemo, useState } from 'react'
import { useMessages } from '../../../ui/language.tsx'
import { HereMark, RoadsLoading, RoadsOffer } from '../../../ui/roads-here-note.tsx'
import { ErrorState, Skeleton, StaleVeil } from '../../../ui/states.tsx'
import { type BorderSpot, borderCourse } from '../border-course.ts'
import type { CoveragePartProps } from '../coverage-part.ts'
import { ProfileDrawer } from '../profile/profile-drawer.tsx'
import { CoverageOnMap } from './coverage-on-map.tsx'
import { Headline } from './headline.tsx'
import styles from './measure.module.css'
import { MeasureActions } from './measure-actions.tsx'
import { MeasureControls } from './measure-controls.tsx'
import { measureMessages } from './measure-messages.ts'
import { questionOf } from './measure-query.ts'
import { MeasureResult } from './measure-result.tsx'
import { readSpot, writeSpot } from './spot-address.ts'
import { SpotCard } from './spot-card.tsx'
import { TimeSurface } from './time-surface.tsx'
import { useLastRest } from './use-last-rest.ts'
import { useMeasured } from './use-measured.ts'

/** How much of the border is in reach of the posts, what is missing, and who gets where. */
export function MeasurePart({ search, onChange, minutes, isMoving, onMinutes }: CoveragePartProps) {
  const m = useMessages(measureMessages)
  const measured = useMeasured(search, minutes, isMoving)
  const { answer: coverage, reached, isStale, isHere, roads } = measured
  const course = useMemo(
    () =>
      coverage ? borderCourse({ segments: coverage.segments, border: coverage.border as DrawnBorder }) : [],
    [coverage],
  )
  const { minutes: _, ...question } = questionOf(search)
  const before = useLastRest(coverage, JSON.stringify(question), !isMoving && !isStale)
  const spot = readSpot(search.spot)
  const onSpot = (next: BorderSpot | null) => onChange({ spot: writeSpot(next) })
  const [pickCount, setPickCount] = useState(0)
  const pickSpot = (next: BorderSpot | null) => {
    setPickCount(pickCount + 1)
    onSpot(next)
  }
  const hasStart = coverage?.posts.some(({ isUsed }) => isUsed) ?? false
  const edition = roads.answers(measured.day) ? roads.edition : null
  const shared = coverage && { coverage, reached, course, search, onChange, spot, onSpot, edition }
  return (
    <>
      <MeasureControls
        search={search}
        onChange={onChange}
        minutes={minutes}
        onMinutes={(next) => {
          roads.prepare()
          onMinutes(next)
        }}
        figure={
          coverage &&
          hasStart && (
            <StaleVeil isStale={isStale}>
              <Headline coverage={coverage} before={before} />
            </StaleVeil>
          )
        }
      />
      <div className={styles.result}>
        <RoadsLoading here={roads.here} />
        {isHere && measured.isServerSilent && <HereMark />}
        {!coverage && !measured.isRefused && <Skeleton lines={8} />}
        {measured.isRefused && <ErrorState problem={measured.error} what={m.what} onRetry={measured.retry} />}
        {shared && (
          <>
            {spot && hasStart && <SpotCard {...shared} spot={spot} pickCount={pickCount} />}
            <StaleVeil isStale={isStale}>
              <MeasureResult {...shared} isHere={isHere} before={before} />
              {hasStart && search.surface && (
                <div className={styles.surface}>
                  <TimeSurface coverage={shared.coverage} search={search} edition={edition} />
                </div>
              )}
              {hasStart && (
                <MeasureActions
                  coverage={shared.coverage}
                  reached={reached}
                  course={course}
                  search={search}
                />
              )}
            </StaleVeil>
          </>
        )}
        <RoadsOffer here={roads.here} />
      </div>
      {shared && hasStart && (
        <ProfileDrawer {...shared} onSpot={pickSpot} minutes={minutes} isStale={isStale} />
      )}
      <CoverageOnMap
        coverage={coverage}
        reached={reached}
        course={course}
        colour={search.colour ?? 'minutes'}
        isStale={isStale}
        spot={spot}
        onSpot={pickSpot}
      />
    </>
  )
}

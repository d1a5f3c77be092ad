import type { CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import type { Position } from '@borne/geodata/geometry/position'
import { useMemo, useRef } from 'react'
import { useMapLayers } from '../../../map/layers.ts'
import {
  alongCourse,
  type BorderSpot,
  type CourseSegment,
  positionAt,
  spotAlong,
  spotNear,
} from '../border-course.ts'
import { type BorderColour, coverageLayers, spotLayers } from '../coverage-layers.ts'
import { pointAt, usePointedPlace } from '../profile/pointed-place.ts'
import type { ShownRoads } from './use-measured.ts'

interface CoverageOnMapProps {
  coverage: CoverageWithoutRoads | undefined
  reached: ShownRoads | null
  course: readonly CourseSegment[]
  colour: BorderColour
  isStale: boolean
  spot: BorderSpot | null
  onSpot(spot: BorderSpot | null): void
}

/** Puts the coverage on the map. Renders no DOM: the map owns the canvas. */
export function CoverageOnMap(props: CoverageOnMapProps) {
  const { coverage, reached, course, colour, isStale, spot, onSpot } = props
  const roads = reached?.told.roads ?? null
  const areRoadsStale = reached?.isStale ?? false
  const pick = useRef(onSpot)
  pick.current = onSpot
  const layers = useMemo(
    () =>
      coverage
        ? coverageLayers({
            coverage,
            roads,
            areRoadsStale,
            course,
            colour,
            isStale,
            onPick: (at: Position) => pick.current(spotNear(course, at)),
            onPoint: (at: Position | null) => {
              const near = at && spotNear(course, at)
              pointAt(near && alongCourse(course, near))
            },
          })
        : [],
    [coverage, roads, areRoadsStale, course, colour, isStale],
  )
  useMapLayers('coverage', layers)
  const pointed = usePointedPlace()
  const chosenAt = placeOf(course, spot)
  const pointedAt = placeOf(course, pointed === null ? null : spotAlong(course, pointed))
  const key = JSON.stringify([chosenAt, pointedAt])
  const marks = useMemo(() => {
    const [chosen, hovered] = JSON.parse(key) as [Position | null, Position | null]
    return spotLayers(chosen, hovered)
  }, [key])
  useMapLayers('selection', marks)
  return null
}

function placeOf(course: readonly CourseSegment[], spot: BorderSpot | null): Position | null {
  const segment = course.find(({ segmentId }) => segmentId === spot?.segmentId)
  return segment && spot ? positionAt(segment, spot.metres) : null
}

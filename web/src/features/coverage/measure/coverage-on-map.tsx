import type { Coverage } from '@borne/api/contracts/coverage'
import type { Position } from '@borne/geodata/geometry/position'
import { useMemo, useRef } from 'react'
import { useMapLayers } from '../../../map/layers.ts'
import { type BorderSpot, type CourseSegment, positionAt, spotNear } from '../border-course.ts'
import { type BorderColour, coverageLayers, spotLayers } from '../coverage-layers.ts'

interface CoverageOnMapProps {
  coverage: Coverage | undefined
  course: readonly CourseSegment[]
  colour: BorderColour
  isStale: boolean
  spot: BorderSpot | null
  /** Under the pointer on the chart. */
  pointed: BorderSpot | null
  onSpot(spot: BorderSpot | null): void
}

/** Puts the coverage on the map. Renders no DOM: the map owns the canvas. */
export function CoverageOnMap({
  coverage,
  course,
  colour,
  isStale,
  spot,
  pointed,
  onSpot,
}: CoverageOnMapProps) {
  const pick = useRef(onSpot)
  pick.current = onSpot
  const layers = useMemo(
    () =>
      coverage
        ? coverageLayers({
            coverage,
            course,
            colour,
            isStale,
            onPick: (at: Position) => pick.current(spotNear(course, at)),
          })
        : [],
    [coverage, course, colour, isStale],
  )
  useMapLayers('coverage', layers)
  const chosenAt = placeOf(course, spot)
  const pointedAt = placeOf(course, pointed)
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

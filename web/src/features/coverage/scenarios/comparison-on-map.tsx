import type { Coverage } from '@borne/api/contracts/coverage'
import { bboxOf } from '@borne/geodata/geometry/bbox'
import { useMemo } from 'react'
import { type MapLayer, useMapLayers } from '../../../map/layers.ts'
import { useMapTwin } from '../../../map/twin.ts'
import { useFormats } from '../../../ui/formats.ts'
import { borderCourse } from '../border-course.ts'
import { coverageLayers } from '../coverage-layers.ts'
import { differenceLayers } from './difference-layers.ts'
import { differenceOf } from './difference-of.ts'
import { signed } from './use-signed.ts'

export type SeenMap = 'a' | 'b' | 'difference' | 'beside'

interface ComparisonOnMapProps {
  before: Coverage | undefined
  after: Coverage | undefined
  seen: SeenMap
  /** Titles of two maps beside each other. */
  names?: readonly [string, string]
  isStale: boolean
}

/** One of two measures on the map, what differs between them, or both on two maps. Renders no DOM: the map owns the canvas. */
export function ComparisonOnMap({ before, after, seen, names, isStale }: ComparisonOnMapProps) {
  const { distance } = useFormats()
  const layers = useMemo(() => {
    if (seen === 'difference') {
      const difference = before && after && differenceOf(before, after)
      if (!difference) return []
      const tellLength = (metres: number) => signed(metres, distance)
      return differenceLayers({ before, after, difference, isStale, tellLength })
    }
    return layersOf(seen === 'b' ? after : before, isStale)
  }, [before, after, seen, isStale, distance])
  useMapLayers('coverage', layers)
  const [titleA, titleB] = names ?? ['A', 'B']
  const twin = useMemo(() => {
    if (seen !== 'beside' || !before || !after) return null
    const bbox = bboxOf(borderCourse(asDrawn(after)).flatMap(({ line }) => line))
    const titles = [`A · ${titleA}`, `B · ${titleB}`] as const
    return { titles, layers: layersOf(after, isStale), bbox }
  }, [before, after, seen, isStale, titleA, titleB])
  useMapTwin(twin)
  return null
}

const asDrawn = (coverage: Coverage) => coverage as unknown as Parameters<typeof borderCourse>[0]

function layersOf(coverage: Coverage | undefined, isStale: boolean): MapLayer[] {
  if (!coverage) return []
  const { roads } = coverage
  const course = borderCourse(asDrawn(coverage))
  return coverageLayers({ coverage, roads, course, colour: 'minutes', isStale, areRoadsStale: isStale })
}

import type { Coverage } from '@borne/api/contracts/coverage'
import { useMemo } from 'react'
import { useMapLayers } from '../../../map/layers.ts'
import { useFormats } from '../../../ui/formats.ts'
import { borderCourse } from '../border-course.ts'
import { coverageLayers } from '../coverage-layers.ts'
import { differenceLayers } from './difference-layers.ts'
import { differenceOf } from './difference-of.ts'
import { signed } from './use-signed.ts'

export type SeenMap = 'a' | 'b' | 'difference'

interface ComparisonOnMapProps {
  before: Coverage | undefined
  after: Coverage | undefined
  seen: SeenMap
  isStale: boolean
}

/** One of two measures on the map, or what differs between them. Renders no DOM: the map owns the canvas. */
export function ComparisonOnMap({ before, after, seen, isStale }: ComparisonOnMapProps) {
  const { distance } = useFormats()
  const layers = useMemo(() => {
    if (seen === 'difference') {
      const difference = before && after && differenceOf(before, after)
      if (!difference) return []
      const tellLength = (metres: number) => signed(metres, distance)
      return differenceLayers({ before, after, difference, isStale, tellLength })
    }
    const coverage = seen === 'a' ? before : after
    if (!coverage) return []
    const course = borderCourse(coverage as unknown as Parameters<typeof borderCourse>[0])
    const { roads } = coverage
    return coverageLayers({ coverage, roads, course, colour: 'minutes', isStale, areRoadsStale: isStale })
  }, [before, after, seen, isStale, distance])
  useMapLayers('coverage', layers)
  return null
}

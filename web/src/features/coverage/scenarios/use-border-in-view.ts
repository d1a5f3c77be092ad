import type { CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import { bboxOf } from '@borne/geodata/geometry/bbox'
import type { Position } from '@borne/geodata/geometry/position'
import { useEffect } from 'react'
import { useMapCamera } from '../../../map/camera.ts'

/** Brings the whole border into view once it is known: a drawer under the map takes from its height. */
export function useBorderInView(coverage: CoverageWithoutRoads | undefined): void {
  const camera = useMapCamera()
  const isKnown = coverage !== undefined
  useEffect(() => {
    if (!isKnown) return
    const line = coverage.border.features.flatMap(({ geometry }) =>
      geometry.type === 'LineString' ? (geometry.coordinates as Position[]) : [],
    )
    if (line.length > 0) camera.show({ bbox: [...bboxOf(line)] })
    // The first measure alone: later ones are of the same border.
  }, [isKnown, camera])
}

import type { RoadEdit } from '@borne/api/contracts/road-edits'
import { useEffect, useRef } from 'react'
import { useMapCamera } from '../../map/camera.ts'
import { lineOf } from './edit-draft.ts'

/** Brings a correction into view when it is opened; a change of it does not move the map again. */
export function useShowLine(edit: Pick<RoadEdit, 'geometry'> | null, isOpen: boolean): void {
  const camera = useMapCamera()
  const isShown = useRef(false)
  const geometry = edit?.geometry
  useEffect(() => {
    if (isOpen && geometry && !isShown.current) {
      const line = lineOf(geometry)
      const lons = line.map(([lon]) => lon)
      const lats = line.map(([, lat]) => lat)
      camera.show({ bbox: [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)] })
    }
    isShown.current = isOpen
  }, [camera, isOpen, geometry])
}

import type { Map as MapLibreMap } from 'maplibre-gl'
import { useEffect, useRef } from 'react'
import { formatCamera, parseCamera } from './camera-address.ts'
import { useMapAddress } from './map-address.ts'
import { showRegion } from './move-camera.ts'

/** The camera is in the address, and follows it when one goes back or opens a link. */
export function useCameraAddress(map: MapLibreMap | undefined): void {
  const { at, change } = useMapAddress()
  /** Where the map was last known to be: only a move away from it is written. */
  const known = useRef(at)
  const isFollowing = useRef(false)
  const previous = useRef(at)
  useEffect(() => {
    if (!map) return
    known.current ??= cameraOf(map)
    const onMoveEnd = () => {
      const now = cameraOf(map)
      if (isFollowing.current || now === known.current) return
      known.current = now
      void change({ at: now })
    }
    map.on('moveend', onMoveEnd)
    return () => {
      map.off('moveend', onMoveEnd)
    }
  }, [map, change])
  useEffect(() => {
    const before = previous.current
    previous.current = at
    if (!map || at === known.current) return
    const camera = parseCamera(at)
    isFollowing.current = true
    if (camera) map.jumpTo(camera)
    else if (before) showRegion(map, { animate: false })
    isFollowing.current = false
    known.current = cameraOf(map)
  }, [map, at])
}

function cameraOf(map: MapLibreMap): string {
  const { lng, lat } = map.getCenter()
  return formatCamera({ center: [lng, lat], zoom: map.getZoom() })
}

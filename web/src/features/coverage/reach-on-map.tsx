import type { Reach } from '@borne/api/contracts/coverage'
import { useMemo } from 'react'
import { useMapLayers } from '../../map/layers.ts'
import { reachLayers } from './reach-layers.ts'

/** Puts the reach on the map. Renders no DOM: the map owns the canvas. */
export function ReachOnMap({ reach, isStale }: { reach: Reach | undefined; isStale: boolean }) {
  const layers = useMemo(() => (reach ? reachLayers(reach, isStale) : []), [reach, isStale])
  useMapLayers('coverage', layers)
  return null
}

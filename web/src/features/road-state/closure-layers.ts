import type { Closure } from '@borne/api/contracts/road-state'
import type { Feature } from 'geojson'
import { CLOSURE_SHAPE_DRAW, CLOSURE_SIGN_DRAW } from '../../map/closure-draws.ts'
import type { MapLayer } from '../../map/layers.ts'
import { shapeCentre } from '../../map/shape.ts'

interface DrawnClosures {
  closures: readonly Closure[]
  selectedId: string | null
  onOpen?(closureId: string): void
}

/** Lines and areas of closures, under the names of the map. */
export function closureShapes({ closures, selectedId }: DrawnClosures): MapLayer[] {
  const features = closures
    .filter(({ geometry }) => geometry.type !== 'Point')
    .map((closure) => featureOf(closure, closure.geometry))
  return [
    {
      id: 'closure-shapes',
      data: { type: 'FeatureCollection', features },
      draw: CLOSURE_SHAPE_DRAW,
      selectedId,
    },
  ]
}

/** The sign of each closure, paler the less it is believed; above everything. */
export function closureSigns({ closures, selectedId, onOpen }: DrawnClosures): MapLayer[] {
  const features = closures.flatMap((closure) => {
    const centre = shapeCentre(closure.geometry)
    return centre ? [featureOf(closure, { type: 'Point', coordinates: centre })] : []
  })
  return [
    {
      id: 'closure-signs',
      data: { type: 'FeatureCollection', features },
      draw: CLOSURE_SIGN_DRAW,
      selectedId,
      ...(onOpen ? { onClick: (feature) => onOpen(String(feature.id)) } : {}),
    },
  ]
}

function featureOf(closure: Closure, geometry: Feature['geometry']): Feature {
  const { id, effect, isActing, confidence } = closure
  const strength = isActing ? 0.45 + 0.55 * confidence : 0.35
  return { type: 'Feature', id, geometry, properties: { effect, isActing, strength } }
}

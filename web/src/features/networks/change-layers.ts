import type { NetworkChanges } from '@borne/api/contracts/networks'
import type { FeatureCollection } from 'geojson'
import type { LayerDraw, MapLayer } from '../../map/layers.ts'
import { PALETTE } from '../../map/palette.ts'
import {
  NETWORK_CHANGE_COLOURS,
  NETWORK_CHANGE_DASHES,
  type NetworkChange,
} from '../../ui/network-change-scale.ts'

/** What a version adds, removes or gives another class; what is removed is drawn last, on top. */
export function changeLayers(changes: NetworkChanges): MapLayer[] {
  const order: readonly NetworkChange[] = ['reclassed', 'added', 'removed']
  return [
    {
      id: 'network-changes',
      data: changes as unknown as FeatureCollection,
      draw: [casing(), ...order.map(lineOf)],
    },
  ]
}

function width(scale: number) {
  return ['interpolate', ['linear'], ['zoom'], 7, 2 * scale, 10, 3.2 * scale, 14, 6 * scale] as never
}

function casing(): LayerDraw {
  return {
    type: 'line',
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paintFor: (theme) => ({
      'line-color': PALETTE[theme].halo,
      'line-width': width(1.8),
      'line-opacity': 0.85,
    }),
  }
}

function lineOf(kind: NetworkChange): LayerDraw {
  const dashes = NETWORK_CHANGE_DASHES[kind]
  return {
    type: 'line',
    filter: ['==', ['get', 'kind'], kind] as never,
    layout: { 'line-cap': 'butt', 'line-join': 'round' },
    paintFor: (theme) => ({
      'line-color': NETWORK_CHANGE_COLOURS[theme][kind],
      'line-width': width(1),
      ...(dashes ? { 'line-dasharray': [...dashes] } : {}),
    }),
  }
}

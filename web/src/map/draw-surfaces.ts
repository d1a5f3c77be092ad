import { ColumnLayer } from '@deck.gl/layers'
import { MapLibreOverlay } from '@deck.gl/maplibre'
import type { Map as MapLibreMap } from 'maplibre-gl'
import { asked, type MapSurface } from './asked.ts'
import { OVER_SURFACES } from './basemap-style.ts'

/** The one deck.gl overlay of the map: it draws what MapLibre would have to tile anew at each step. Returns what ends it. */
export function drawSurfaces(map: MapLibreMap): () => void {
  const overlay = new MapLibreOverlay({ interleaved: true, layers: layersOf() })
  map.addControl(overlay)
  const unsubscribe = asked.subscribe(() => overlay.setProps({ layers: layersOf() }))
  return () => {
    unsubscribe()
    map.removeControl(overlay)
  }
}

function layersOf() {
  return [...asked.surfaces.values()].map(hexagons)
}

const colours = new Map<string, [number, number, number]>()

function hexagons({ id, radiusMetres, cells, opacity }: MapSurface) {
  return new ColumnLayer({
    id,
    data: cells,
    diskResolution: 6,
    // One corner due north.
    angle: 30,
    radius: radiusMetres,
    extruded: false,
    opacity,
    getPosition: ({ at }: MapSurface['cells'][number]) => [at[0], at[1]],
    getFillColor: ({ colour }: MapSurface['cells'][number]) => channelsOf(colour),
    beforeId: OVER_SURFACES,
  } as ConstructorParameters<typeof ColumnLayer<MapSurface['cells'][number]>>[0])
}

/** `#2a788e` as red, green and blue, 0–255. */
function channelsOf(hex: string): [number, number, number] {
  const known = colours.get(hex)
  if (known) return known
  const number = Number.parseInt(hex.slice(1), 16)
  const channels: [number, number, number] = [number >> 16, (number >> 8) & 255, number & 255]
  colours.set(hex, channels)
  return channels
}

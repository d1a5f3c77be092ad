import type { LngLat, Map as MapLibreMap, PointLike } from 'maplibre-gl'
import type { DrawnRoad, Surroundings } from './asked.ts'
import { metresPerPixel } from './scale.ts'

/** Layers of the basemap that draw what one drives or walks on; ferries are joined to nothing. */
const ROAD_LAYERS = ['street', 'path', 'track', 'road-minor', 'road']

export function surroundingsOf(map: MapLibreMap, at: LngLat): Surroundings {
  const zoom = map.getZoom()
  return {
    zoom,
    metresPerPixel: metresPerPixel(at.lat, zoom),
    roadsWithin(pixels) {
      const { x, y } = map.project(at)
      const box: [PointLike, PointLike] = [
        [x - pixels, y - pixels],
        [x + pixels, y + pixels],
      ]
      return map.queryRenderedFeatures(box, { layers: ROAD_LAYERS }).flatMap(({ geometry, properties }) => {
        const highway = String(properties.class)
        return linesOf(geometry).map((line): DrawnRoad => ({ highway, line }))
      })
    },
  }
}

function linesOf(geometry: GeoJSON.Geometry): [number, number][][] {
  if (geometry.type === 'LineString') return [geometry.coordinates as [number, number][]]
  return geometry.type === 'MultiLineString' ? (geometry.coordinates as [number, number][][]) : []
}

import type { Map as MapLibreMap } from 'maplibre-gl'
import type { CameraTarget } from './asked.ts'
import { REGION_BBOX, REGION_PADDING } from './camera-address.ts'

const CLOSEST_FIT = 14
/** A thing that would take less than a quarter of the view on each side is too small to be «in view». */
const ZOOMS_TO_SPARE = 2

/** Goes to a thing unless it is well in view already. */
export function moveTo(map: MapLibreMap, target: CameraTarget): void {
  if ('bbox' in target) fit(map, target.bbox)
  else goTo(map, target)
}

function goTo(map: MapLibreMap, { center, zoom }: Extract<CameraTarget, { center: unknown }>): void {
  const isNear = zoom === undefined || map.getZoom() >= zoom - 1
  if (isNear && isInside(map, center, edge(map))) return
  map.flyTo({ center, ...(isNear ? {} : { zoom }), maxDuration: 1200 })
}

export function showRegion(map: MapLibreMap, { animate = true } = {}): void {
  map.fitBounds(REGION_BBOX, { padding: REGION_PADDING, maxDuration: 1200, animate })
}

function fit(map: MapLibreMap, bbox: [number, number, number, number]): void {
  const margin = edge(map)
  const padding = { top: margin, left: margin, right: 1.4 * margin, bottom: 1.4 * margin }
  const camera = map.cameraForBounds(bbox, { padding, maxZoom: CLOSEST_FIT })
  if (!camera) return
  const [west, south, east, north] = bbox
  const isWhole = isInside(map, [west, south], margin / 2) && isInside(map, [east, north], margin / 2)
  const isTooSmall = (camera.zoom ?? 0) - map.getZoom() > ZOOMS_TO_SPARE
  if (!isWhole || isTooSmall) map.flyTo({ ...camera, maxDuration: 1200 })
}

function edge(map: MapLibreMap): number {
  const { clientWidth, clientHeight } = map.getContainer()
  return Math.min(56, clientWidth / 8, clientHeight / 8)
}

function isInside(map: MapLibreMap, at: [number, number], margin: number): boolean {
  const { x, y } = map.project(at)
  const { clientWidth, clientHeight } = map.getContainer()
  return x >= margin && y >= margin && x <= clientWidth - margin && y <= clientHeight - margin
}

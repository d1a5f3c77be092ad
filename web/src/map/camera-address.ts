import type { Bbox } from './asked.ts'

export interface Camera {
  center: [number, number]
  zoom: number
}

/** Guidimakha with its border, the first view. */
export const REGION_BBOX: Bbox = [-12.8, 14.7, -11.54, 16.07]
/** Pixels around the region in the first view: the tools stand on the right, scale and sources below. */
export const REGION_PADDING = { top: 16, right: 60, bottom: 56, left: 24 }
export const ZOOM_RANGE = { min: 4, max: 17 } as const

/** `lon,lat,zoom` as written in the address, or undefined if it is not a place on the map. */
export function parseCamera(text: string | undefined): Camera | undefined {
  const parts = text?.split(',') ?? []
  if (parts.length !== 3 || parts.some((part) => part.trim() === '')) return undefined
  const [lon, lat, zoom] = parts.map(Number) as [number, number, number]
  const isPlace = Math.abs(lon) <= 180 && Math.abs(lat) <= 85 && zoom >= 0 && zoom <= 24
  return isPlace ? { center: [lon, lat], zoom: clamp(zoom, ZOOM_RANGE.min, ZOOM_RANGE.max) } : undefined
}

/** Decimals follow the zoom: about half a pixel, so that addresses stay short. */
export function formatCamera({ center: [lon, lat], zoom }: Camera): string {
  const decimals = clamp(Math.ceil(zoom / 3), 2, 6)
  return `${round(lon, decimals)},${round(lat, decimals)},${round(zoom, 2)}`
}

function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals))
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most)
}

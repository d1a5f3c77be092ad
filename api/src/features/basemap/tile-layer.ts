import type { Geometry } from 'geojson'
import type { Properties, SourceFeature } from './geodata-files.ts'

export const TILE_ZOOMS = { min: 4, max: 13 } as const
/** Closer than this the outlines of whole countries are not tiled again: the map enlarges these tiles. */
export const FAR_ZOOM = 6

/** A feature for the tiles: `fromZoom` says where it begins to be worth its bytes, and is not written. */
export interface TileFeature {
  geometry: Geometry
  properties: Properties & { fromZoom: number }
}

export interface TileLayer {
  name: string
  features: TileFeature[]
  /** Simplification in tile units (4096 a side) at each zoom below the last. */
  tolerance: number
  maxZoom: number
}

export function tileLayer(
  name: string,
  features: TileFeature[],
  options: Partial<TileLayer> = {},
): TileLayer {
  return { name, features, tolerance: 4, maxZoom: TILE_ZOOMS.max, ...options }
}

/** Writes only what is there: an absent value costs no byte in a tile. */
export function tileFeature(geometry: Geometry, fromZoom: number, properties: Properties = {}): TileFeature {
  const present = Object.entries(properties).filter(
    ([, value]) => value !== undefined && value !== null && value !== '',
  )
  return { geometry, properties: { ...Object.fromEntries(present), fromZoom } }
}

export function groupBy<T extends SourceFeature>(
  features: readonly T[],
  keyOf: (feature: T) => string,
): T[][] {
  return [...Map.groupBy(features, keyOf).values()]
}

/** Arabic vowel signs and the stretching dash: maps leave them out, and labels join better without. */
export function withoutVowelSigns(text: Properties[string]): string | undefined {
  return typeof text === 'string' ? text.replace(/[\u064B-\u0652\u0670\u0640]/g, '') : undefined
}

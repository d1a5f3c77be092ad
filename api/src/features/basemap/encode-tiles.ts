import { gzipSync } from 'node:zlib'
import { GeoJSONVT, type GeoJSONVTFeature, type GeoJSONVTTile } from '@maplibre/geojson-vt'
import { fromGeojsonVt } from '@maplibre/vt-pbf'
import type { Tile } from './pmtiles-file.ts'
import { TILE_ZOOMS, type TileLayer } from './tile-layer.ts'

type Place = Pick<Tile, 'z' | 'x' | 'y'>
type Parts = Map<string, { place: Place; layers: Uint8Array[] }>

/**
 * Cuts the layers into gzipped vector tiles. Layer by layer, so that only one index is held in memory:
 * an encoded tile is the concatenation of its encoded layers.
 * @param onProgress Told how many features are cut, and of how many.
 */
export function encodeTiles(
  layers: readonly TileLayer[],
  onProgress?: (done: number, total: number) => void,
): Tile[] {
  const total = layers.reduce((sum, { features }) => sum + features.length, 0)
  let done = 0
  const parts: Parts = new Map()
  for (const layer of layers) {
    encodeLayer(layer, parts)
    done += layer.features.length
    onProgress?.(done, total)
  }
  return [...parts.values()].map(({ place, layers: encoded }) => ({
    ...place,
    data: gzipSync(Buffer.concat(encoded), { level: 9 }),
  }))
}

/** Goes from coarse to fine, and down only where something is. */
function encodeLayer(layer: TileLayer, parts: Parts): void {
  const index = indexLayer(layer)
  let places = allPlaces(TILE_ZOOMS.min)
  for (let zoom = TILE_ZOOMS.min; zoom <= layer.maxZoom; zoom++) {
    const below: Place[] = []
    for (const place of places) {
      const tile = index.getTile(place.z, place.x, place.y)
      if (!tile) continue
      below.push(...children(place))
      addPart(parts, place, layer.name, tile)
    }
    places = below
  }
}

function indexLayer({ features, tolerance, maxZoom }: TileLayer): GeoJSONVT {
  const collection = {
    type: 'FeatureCollection' as const,
    features: features.map((feature) => ({ type: 'Feature' as const, ...feature })),
  }
  return new GeoJSONVT(collection, {
    maxZoom,
    indexMaxZoom: maxZoom,
    indexMaxPoints: 0,
    tolerance,
    buffer: 64,
  })
}

function addPart(parts: Parts, place: Place, name: string, tile: GeoJSONVTTile): void {
  const features = merged(
    (tile.features as GeoJSONVTFeature[]).filter(({ tags }) => Number(tags?.fromZoom) <= place.z),
  )
  if (features.length === 0) return
  const id = `${place.z}/${place.x}/${place.y}`
  const part = parts.get(id) ?? { place, layers: [] }
  part.layers.push(fromGeojsonVt({ [name]: { ...tile, features } }, { version: 2, extent: 4096 }))
  parts.set(id, part)
}

/** Lines and areas that say the same become one feature of many parts: half the bytes of a dense tile. */
function merged(features: readonly GeoJSONVTFeature[]): GeoJSONVTFeature[] {
  const byMeaning = new Map<string, GeoJSONVTFeature>()
  for (const { type, tags, geometry } of features) {
    const { fromZoom: _, ...written } = tags ?? {}
    const meaning = `${type}${JSON.stringify(written)}`
    const same = byMeaning.get(meaning)
    if (same) (same.geometry as unknown[]).push(...geometry)
    else byMeaning.set(meaning, { type, tags: written, geometry: [...geometry] } as GeoJSONVTFeature)
  }
  return [...byMeaning.values()]
}

function allPlaces(z: number): Place[] {
  const side = Array.from({ length: 2 ** z }, (_, index) => index)
  return side.flatMap((x) => side.map((y) => ({ z, x, y })))
}

function children({ z, x, y }: Place): Place[] {
  return [0, 1].flatMap((right) => [0, 1].map((down) => ({ z: z + 1, x: 2 * x + right, y: 2 * y + down })))
}

import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LineString, Polygon } from 'geojson'
import { boundaryLayers } from './boundary-layers.ts'
import { encodeTiles } from './encode-tiles.ts'
import { GeodataFiles } from './geodata-files.ts'
import { placeLayers } from './place-layers.ts'
import { writePmtiles } from './pmtiles-file.ts'
import { regionOutline } from './region-outline.ts'
import { roadLayers } from './road-layers.ts'
import { TILE_ZOOMS, type TileLayer } from './tile-layer.ts'
import { waterLayers } from './water-layers.ts'

/** Raise it when the same data is to be cut differently. */
const RECIPE = '1'
export const GEODATA_DIR = fileURLToPath(new URL('../../../../geodata/data/', import.meta.url))

/** Far countries included; the close zooms cover the window of the regional data only. */
export const BASEMAP_BOUNDS = [-19, 9.5, -1, 30] as const
const CENTER = [-12.1, 15.25, 8] as const

export const ATTRIBUTION = [
  '© les contributeurs d’OpenStreetMap, ODbL 1.0',
  'schéma © OpenMapTiles',
  'Limites administratives : ANSADE / OCHA (COD-AB), CC BY-IGO',
  'GeoNames, CC BY 4.0',
  'healthsites.io, ODbL',
  'Maina et al. 2019 (KEMRI-Wellcome Trust), doi:10.1038/s41597-019-0142-2',
  'OurAirports (domaine public)',
  'Natural Earth (domaine public)',
]

export interface BuildOptions {
  dataDir: string
  geodataDir?: string
  /** How many features are cut, and of how many. */
  onProgress?(done: number, total: number): void
}
export interface BuiltBasemap {
  path: string
  version: string
  isNew: boolean
}

/** Cuts the basemap once for each state of the data; afterwards it is found again in a few milliseconds. */
export function buildBasemap({ dataDir, geodataDir = GEODATA_DIR, onProgress }: BuildOptions): BuiltBasemap {
  const files = new GeodataFiles(geodataDir)
  const version = createHash('sha256').update(RECIPE).update(files.checksum()).digest('hex').slice(0, 12)
  const dir = join(dataDir, 'basemap')
  const path = join(dir, `${version}.pmtiles`)
  if (existsSync(path)) return { path, version, isNew: false }
  const archive = cutBasemap(files, onProgress)
  mkdirSync(dir, { recursive: true })
  const unfinished = `${path}.part`
  writeFileSync(unfinished, archive)
  renameSync(unfinished, path)
  removeOthers(dir, `${version}.pmtiles`)
  return { path, version, isNew: true }
}

function cutBasemap(files: GeodataFiles, onProgress: BuildOptions['onProgress']): Buffer {
  const tiles = encodeTiles(basemapLayers(files), onProgress)
  const border = files
    .read<LineString>('border_segments')
    .filter(({ properties }) => properties.in_guidimakha)
    .map(({ geometry }) => geometry.coordinates)
  const wilaya = files.read<Polygon>('guidimakha_adm1')[0]!.geometry
  const outline = regionOutline(border, wilaya).map(([lon, lat]) => [roundDegrees(lon!), roundDegrees(lat!)])
  return writePmtiles(
    tiles,
    { bounds: BASEMAP_BOUNDS, center: CENTER, minZoom: TILE_ZOOMS.min, maxZoom: TILE_ZOOMS.max },
    { name: 'Guidimakha', attribution: ATTRIBUTION.join(' · '), outline },
  )
}

/** To a metre. */
function roundDegrees(degrees: number): number {
  return Number(degrees.toFixed(5))
}

/** Layers of the tiles; the order is that of the file and says nothing about drawing. */
export function basemapLayers(files: GeodataFiles): TileLayer[] {
  return [...boundaryLayers(files), ...waterLayers(files), ...roadLayers(files), ...placeLayers(files)]
}

function removeOthers(dir: string, kept: string): void {
  for (const name of readdirSync(dir)) {
    if (name !== kept && /\.pmtiles(\.part)?$/.test(name)) rmSync(join(dir, name))
  }
}

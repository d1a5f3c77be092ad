import type { LineString, MultiPolygon, Polygon, Position } from 'geojson'
import { boundaryLines } from './boundary-lines.ts'
import { bridgeBorders } from './bridge-borders.ts'
import { COUNTRY_LABELS, countrySideLabels } from './country-labels.ts'
import type { GeodataFiles, Properties, SourceFeature } from './geodata-files.ts'
import { FAR_ZOOM, type TileFeature, type TileLayer, tileFeature, tileLayer } from './tile-layer.ts'

/** What the regional data cover. */
const WINDOW = [-13.5, 14.2, -10.5, 16.8] as const
const FAR = { maxZoom: FAR_ZOOM, tolerance: 2 }

type Unit = SourceFeature<Polygon | MultiPolygon>

/** Land, borders, administrative limits and the names of both. */
export function boundaryLayers(files: GeodataFiles): TileLayer[] {
  const segments = files.read<LineString>('border_segments')
  const land = files.read<Polygon | MultiPolygon>('adm0_westafrica_simplified')
  const moughataas = files.read<Polygon>('mrt_adm2_region')
  return [
    tileLayer(
      'land',
      land.map(({ geometry, properties }) => tileFeature(geometry, 4, { iso3: properties.iso3 })),
      FAR,
    ),
    tileLayer('far_border', farBorders(land), FAR),
    tileLayer('far_limit', farLimits(files), FAR),
    tileLayer('border', segments.map(borderFeature), { tolerance: 3 }),
    tileLayer('limit', limitFeatures(files), { tolerance: 6 }),
    tileLayer('country', [...COUNTRY_LABELS, ...countrySideLabels(segments)]),
    tileLayer('unit', [...unitLabels(files.read('mrt_adm1_simplified'), 1), ...unitLabels(moughataas, 2)]),
  ]
}

function borderFeature({ geometry, properties }: SourceFeature<LineString>): TileFeature {
  return tileFeature(geometry, 5, {
    border: properties.border,
    guidimakha: properties.in_guidimakha ? 1 : undefined,
  })
}

/** Borders outside the window: inside it, the exact lines of the region are drawn. */
function farBorders(land: readonly Unit[]): TileFeature[] {
  const lines = [
    ...boundaryLines(land, () => 0).flatMap((boundary) => boundary.lines),
    ...bridgeBorders(land),
  ]
  return [limitFeature(lines.flatMap(outsideWindow), 4, {})]
}

/** The stretches of a line of which at least one end lies outside the window. */
function outsideWindow(line: Position[]): Position[][] {
  const stretches: Position[][] = []
  for (let index = 1; index < line.length; index++) {
    const [from, to] = [line[index - 1]!, line[index]!]
    if (isInWindow(from) && isInWindow(to)) continue
    if (stretches.at(-1)?.at(-1) === from) stretches.at(-1)!.push(to)
    else stretches.push([from, to])
  }
  return stretches
}

function isInWindow([lon, lat]: Position): boolean {
  const [west, south, east, north] = WINDOW
  return lon! >= west && lon! <= east && lat! >= south && lat! <= north
}

function farLimits(files: GeodataFiles): TileFeature[] {
  const wilayas = files.read<Polygon | MultiPolygon>('mrt_adm1_simplified')
  return boundaryLines(wilayas, () => 1).map(({ lines }) => limitFeature(lines, 4, { level: 1 }))
}

const LIMIT_FROM_ZOOM: Record<number, number> = { 1: 8, 2: 7, 3: 9 }

function limitFeatures(files: GeodataFiles): TileFeature[] {
  const communes = boundaryLines(files.read<Polygon>('mrt_adm3_region'), (one, other) => {
    if (one.properties.adm1_pcode !== other.properties.adm1_pcode) return 1
    return one.properties.adm2_pcode !== other.properties.adm2_pcode ? 2 : 3
  })
  return communes.map(({ level, lines }) => limitFeature(lines, LIMIT_FROM_ZOOM[level]!, { level }))
}

function limitFeature(lines: Position[][], fromZoom: number, properties: Properties): TileFeature {
  return tileFeature({ type: 'MultiLineString', coordinates: lines }, fromZoom, properties)
}

function unitLabels(units: readonly Unit[], level: number): TileFeature[] {
  return units.map(({ geometry, properties }) => {
    const { label_lon: lon, label_lat: lat } = properties
    const at = typeof lon === 'number' && typeof lat === 'number' ? [lon, lat] : middleOf(geometry)
    return tileFeature({ type: 'Point', coordinates: at }, level === 1 ? 5 : 7, {
      level,
      name_fr: properties.name,
      guidimakha: String(properties.adm1_pcode) === 'MR10' ? 1 : undefined,
    })
  })
}

/** Centre of mass of the largest ring. */
function middleOf(geometry: Polygon | MultiPolygon): Position {
  const outer =
    geometry.type === 'Polygon' ? [geometry.coordinates[0]!] : geometry.coordinates.map((part) => part[0]!)
  const moments = outer.map((ring) => {
    let [area, x, y] = [0, 0, 0]
    for (let index = 1; index < ring.length; index++) {
      const [[ax, ay], [bx, by]] = [ring[index - 1] as [number, number], ring[index] as [number, number]]
      const cross = ax * by - bx * ay
      area += cross
      x += (ax + bx) * cross
      y += (ay + by) * cross
    }
    return { area, at: [x / (3 * area), y / (3 * area)] }
  })
  return moments.sort((one, other) => Math.abs(other.area) - Math.abs(one.area))[0]!.at
}

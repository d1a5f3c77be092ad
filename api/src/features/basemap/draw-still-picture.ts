import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { LineString, Point, Polygon, Position } from 'geojson'
import { GEODATA_DIR } from './build-basemap.ts'
import { chainLines } from './chain-lines.ts'
import { GeodataFiles } from './geodata-files.ts'
import { regionOutline, simplify } from './region-outline.ts'

export const STILL_PICTURE_FILE = fileURLToPath(
  new URL('../../../../web/src/map/still-geometry.ts', import.meta.url),
)
/** West and north of the box that the picture is drawn in, and its size in thousandths of a degree. */
const ORIGIN = { west: -12.8, north: 16.07 }
const TOWNS = ['Sélibaby', 'Ould Yengé', 'Ghabou', 'Wompou', 'Gouraye', 'Bakel']
const ROADS = ['trunk', 'primary', 'secondary', 'tertiary']

/**
 * The few kilobytes that hold the place of the map until it comes: region, border, main roads and towns
 * of the open data, as paths in thousandths of a degree of Mercator.
 * Written anew by `node api/src/features/basemap/draw-still-picture.ts`.
 */
export function stillPictureModule(files: GeodataFiles): string {
  const segments = files.read<LineString>('border_segments')
  const home = segments.filter(({ properties }) => properties.in_guidimakha)
  const outline = regionOutline(
    home.map(({ geometry }) => geometry.coordinates),
    files.read<Polygon>('guidimakha_adm1')[0]!.geometry,
  )
  const roads = files
    .read<LineString>('roads_main')
    .filter(
      ({ properties, geometry }) =>
        ROADS.includes(String(properties.highway)) && isNear(geometry.coordinates),
    )
  const towns = files
    .read<Point>('settlements')
    .filter(({ properties }) => properties.place === 'town' && TOWNS.includes(String(properties.name_fr)))
  const geometry = {
    outline: `${path(simplify(outline, 350))}Z`,
    border: segments.map(({ geometry: { coordinates } }) => path(simplify(coordinates, 350))).join(''),
    roads: chainLines(roads.map(({ geometry: { coordinates } }) => coordinates))
      .map((line) => path(simplify(line, 500)))
      .join(''),
    towns: towns.map(({ geometry: { coordinates }, properties }) => ({
      name: String(properties.name_fr),
      at: project(coordinates),
    })),
  }
  return moduleText(geometry)
}

function moduleText(geometry: {
  towns: { name: string; at: number[] }[]
  outline: string
  border: string
  roads: string
}) {
  const towns = geometry.towns.map(({ name, at }) => `  { name: '${name}', at: [${at.join(', ')}] },`)
  return [
    '// Drawn from geodata/data by api/src/features/basemap/draw-still-picture.ts; not edited by hand.',
    `export const STILL_ORIGIN = { west: ${ORIGIN.west}, north: ${ORIGIN.north} }`,
    'export const STILL_TOWNS: { name: string; at: [x: number, y: number] }[] = [',
    ...towns,
    ']',
    ...(['outline', 'border', 'roads'] as const).map(
      (name) => `export const STILL_${name.toUpperCase()} =\n  '${geometry[name]}'`,
    ),
    '',
  ].join('\n')
}

function isNear(line: Position[]): boolean {
  return line.some(([lon, lat]) => lon! > -13.6 && lon! < -10.9 && lat! > 14.2 && lat! < 16.4)
}

/** Thousandths of a degree from the origin, y down. */
function project([lon, lat]: Position): [number, number] {
  return [
    Math.round((lon! - ORIGIN.west) * 1000),
    Math.round((mercator(ORIGIN.north) - mercator(lat!)) * 1000),
  ]
}

/** Latitude in the degrees of longitude that Mercator makes of it. */
function mercator(lat: number): number {
  return (Math.asinh(Math.tan((lat * Math.PI) / 180)) * 180) / Math.PI
}

/** Relative moves: short numbers. */
function path(line: Position[]): string {
  let before: [number, number] | undefined
  return line
    .map((position) => {
      const at = project(position)
      const move = before ? `${at[0] - before[0]} ${at[1] - before[1]}` : `M${at[0]} ${at[1]}l`
      before = at
      return move
    })
    .join(' ')
    .replaceAll(' -', '-')
    .replace('l ', 'l')
}

if (import.meta.main) writeFileSync(STILL_PICTURE_FILE, stillPictureModule(new GeodataFiles(GEODATA_DIR)))

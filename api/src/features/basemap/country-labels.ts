import type { LineString, Position } from 'geojson'
import type { SourceFeature } from './geodata-files.ts'
import { FAR_ZOOM, type TileFeature, tileFeature } from './tile-layer.ts'

const NAMES: Record<string, { name_fr: string; name_en: string; name_ar: string }> = {
  MRT: { name_fr: 'Mauritanie', name_en: 'Mauritania', name_ar: 'موريتانيا' },
  MLI: { name_fr: 'Mali', name_en: 'Mali', name_ar: 'مالي' },
  SEN: { name_fr: 'Sénégal', name_en: 'Senegal', name_ar: 'السنغال' },
  DZA: { name_fr: 'Algérie', name_en: 'Algeria', name_ar: 'الجزائر' },
  ESH: { name_fr: 'Sahara occidental', name_en: 'Western Sahara', name_ar: 'الصحراء الغربية' },
  GIN: { name_fr: 'Guinée', name_en: 'Guinea', name_ar: 'غينيا' },
}

/** Where a name has room: once for the far view, once beside the region. */
const PLACES: readonly [iso3: string, lon: number, lat: number, fromZoom: number][] = [
  ['MRT', -10.4, 19.4, 4],
  ['MLI', -6.2, 16.9, 4],
  ['SEN', -14.9, 14.5, 4],
  ['DZA', -3.4, 26.2, 4],
  ['ESH', -13.2, 24.6, 4],
  ['GIN', -10.9, 11.2, 4],
  ['MRT', -12.68, 15.78, FAR_ZOOM + 1],
  ['MLI', -11.36, 15.02, FAR_ZOOM + 1],
  ['SEN', -12.68, 14.86, FAR_ZOOM + 1],
]

export const COUNTRY_LABELS: readonly TileFeature[] = PLACES.map(([iso3, lon, lat, fromZoom]) =>
  tileFeature({ type: 'Point', coordinates: [lon, lat] }, fromZoom, {
    ...NAMES[iso3],
    iso3,
    size: fromZoom === 4 ? 'far' : 'near',
  }),
)

const EVERY_DEGREES = 0.14
const ASIDE_DEGREES = 0.022

/**
 * Names of the two countries on either side of the border, repeated along it as survey maps do, with the angle
 * at which they follow the line.
 */
export function countrySideLabels(segments: readonly SourceFeature<LineString>[]): TileFeature[] {
  return segments.flatMap(({ geometry, properties }) => {
    const [left, right] = sidesOf(String(properties.border))
    return pointsAlong(geometry.coordinates, EVERY_DEGREES).flatMap(({ at, toward }) => {
      const angle = Math.atan2(toward[1]! - at[1]!, toward[0]! - at[0]!)
      const label = (iso3: string, side: 1 | -1) => {
        const normal = angle + (side * Math.PI) / 2
        const place = [at[0]! + ASIDE_DEGREES * Math.cos(normal), at[1]! + ASIDE_DEGREES * Math.sin(normal)]
        return tileFeature({ type: 'Point', coordinates: place }, 10, {
          ...NAMES[iso3],
          iso3,
          size: 'side',
          angle: Math.round(uprightDegrees(-angle)),
        })
      }
      return [label(left, 1), label(right, -1)]
    })
  })
}

/** Countries left and right of the line in its own direction. */
function sidesOf(border: string): [string, string] {
  if (border === 'mrt-sen') return ['MRT', 'SEN']
  if (border === 'mrt-mli') return ['MRT', 'MLI']
  return ['MLI', 'SEN']
}

function uprightDegrees(radians: number): number {
  const degrees = (radians * 180) / Math.PI
  if (degrees > 90) return degrees - 180
  return degrees < -90 ? degrees + 180 : degrees
}

/** A point each `step` degrees, with a point a quarter step on to tell the general direction. */
function pointsAlong(line: Position[], step: number): { at: Position; toward: Position }[] {
  const every = resample(line, step / 4)
  return every
    .map((at, index) => ({ at, toward: every[index + 1], index }))
    .filter(({ toward, index }) => toward && index % 4 === 2)
    .map(({ at, toward }) => ({ at, toward: toward! }))
}

function resample(line: Position[], step: number): Position[] {
  const points = [line[0]!]
  let walked = 0
  for (let index = 1; index < line.length; index++) {
    walked += Math.hypot(line[index]![0]! - line[index - 1]![0]!, line[index]![1]! - line[index - 1]![1]!)
    if (walked >= step) {
      points.push(line[index]!)
      walked = 0
    }
  }
  return points
}

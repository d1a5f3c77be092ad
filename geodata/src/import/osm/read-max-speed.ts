import type { OsmTags } from './osm-source.ts'

const KMH_BY_UNIT: Readonly<Record<string, number>> = {
  '': 1,
  'km/h': 1,
  kmh: 1,
  kph: 1,
  mph: 1.609344,
  knots: 1.852,
}
const WALKING_KMH = 5

/**
 * The posted limit, km/h, rounded. Null where there is none, and where only a rule of a country is named
 * (`FR:urban`), since what it means is not told by the file.
 *
 * `maxspeed` before the smaller of `maxspeed:forward` and `maxspeed:backward`; of several values the smallest.
 */
export function readMaxSpeed(tags: OsmTags): number | null {
  const both = smallest([tags.get('maxspeed')])
  return both ?? smallest([tags.get('maxspeed:forward'), tags.get('maxspeed:backward')])
}

function smallest(values: readonly (string | undefined)[]): number | null {
  const speeds = values.flatMap((value) => (value ?? '').split(/[;|]/).map(readSpeed))
  const known = speeds.filter((speed) => speed !== null)
  return known.length > 0 ? Math.min(...known) : null
}

function readSpeed(text: string): number | null {
  const word = text.trim().toLowerCase()
  if (word === 'walk') return WALKING_KMH
  const [, digits, unit] = /^(\d{1,3}(?:\.\d+)?) ?([a-z/]*)$/.exec(word) ?? []
  const factor = KMH_BY_UNIT[unit ?? 'none']
  if (digits === undefined || factor === undefined) return null
  const kmh = Math.round(Number(digits) * factor)
  return kmh > 0 ? kmh : null
}

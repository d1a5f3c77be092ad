/** A stop as the address holds it: a post id, `lon,lat`, or nothing yet. */
export type StopText = string
export type StopPosition = [number, number]

export const MAX_STOPS = 20

/** The stops of an address: always two places at least, so that both ends can be chosen. */
export function readStops(text: string | undefined): StopText[] {
  const stops = (text ?? '').split(';').map((stop) => stop.trim())
  while (stops.length < 2) stops.push('')
  return stops
}

/** The address of the stops; undefined when none is chosen. */
export function writeStops(stops: readonly StopText[]): string | undefined {
  return stops.some(Boolean) ? stops.join(';') : undefined
}

export function chosenStops(stops: readonly StopText[]): StopText[] {
  return stops.filter(Boolean)
}

export function replaceStop(stops: readonly StopText[], index: number, stop: StopText): StopText[] {
  return stops.map((old, at) => (at === index ? stop : old))
}

/** Takes a stop away; the last two places stay and are emptied instead. */
export function removeStop(stops: readonly StopText[], index: number): StopText[] {
  return stops.length > 2 ? stops.filter((_, at) => at !== index) : replaceStop(stops, index, '')
}

/** Moves one stop so that it ends at place `to`. */
export function moveStop(stops: readonly StopText[], from: number, to: number): StopText[] {
  const moved = stops[from]
  if (moved === undefined || to < 0 || to >= stops.length) return [...stops]
  const rest = stops.filter((_, at) => at !== from)
  return [...rest.slice(0, to), moved, ...rest.slice(to)]
}

/** Puts a stop into the first empty place, or at the end. */
export function fillStop(stops: readonly StopText[], stop: StopText): StopText[] {
  const empty = stops.indexOf('')
  if (empty >= 0) return replaceStop(stops, empty, stop)
  return stops.length < MAX_STOPS ? [...stops, stop] : [...stops]
}

export function pointStop([lon, lat]: StopPosition): StopText {
  return `${lon.toFixed(5)},${lat.toFixed(5)}`
}

/** The position of a `lon,lat` stop; null for a post or an empty place. */
export function stopPosition(stop: StopText): StopPosition | null {
  const [lon, lat, ...rest] = stop.split(',').map(Number)
  if (lon === undefined || lat === undefined || rest.length > 0) return null
  return Number.isFinite(lon) && Number.isFinite(lat) ? [lon, lat] : null
}

/** A, B, C … as on the map. */
export function stopLetter(index: number): string {
  return String.fromCharCode(65 + index)
}

/**
 * Positions that typed text can mean: people write latitude first, files longitude first. In this part of the
 * world the latitude is north and the longitude west, so the sign tells; without a sign both are offered.
 */
export function readTypedPosition(text: string): StopPosition[] {
  const numbers = text.match(/-?\d+(?:[.,]\d+)?/g)
  if (!/^[\s\d.,;°+-]+$/.test(text) || numbers?.length !== 2) return []
  const [first, second] = numbers.map((number) => Number(number.replace(',', '.'))) as [number, number]
  if (first < 0 && second >= 0) return [[first, second]]
  if (second < 0 && first >= 0) return [[second, first]]
  return [
    [second, first],
    [first, second],
  ]
}

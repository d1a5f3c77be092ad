import { SELIBABY } from './given-post.ts'

type Position = [number, number]

const [LON, LAT] = SELIBABY
/** On the track of `roads`, so many metres or so to the east of Sélibaby. */
export function onTrack(east: number): Position {
  return [Math.round((LON + east / 107_500) * 1e6) / 1e6, LAT]
}

/** A closure as a person would report it, with the given facts. */
export function closureInput(facts: Readonly<Record<string, unknown>> = {}) {
  return { geometry: { type: 'Point', coordinates: onTrack(0) }, effect: 'cut', cause: 'wadi', ...facts }
}

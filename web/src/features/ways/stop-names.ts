import type { WayStop } from '@borne/api/contracts/ways'
import { type Formats, useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'

/** Nearer than this to a settlement, a point is called by its name alone. */
const IN_PLACE_METRES = 500

type Words = Pick<(typeof messages)['fr'], 'nearPlace' | 'point'>

export function stopName(stop: WayStop, words: Words, formats: Pick<Formats, 'distance'>): string {
  if (stop.name) return stop.name
  if (!stop.near) return words.point
  if (stop.near.distanceMetres <= IN_PLACE_METRES) return stop.near.name
  return words.nearPlace(stop.near.name, formats.distance(Math.round(stop.near.distanceMetres / 100) * 100))
}

export function useStopNames(stops: readonly WayStop[]): string[] {
  const m = useMessages(messages)
  const formats = useFormats()
  return stops.map((stop) => stopName(stop, m, formats))
}

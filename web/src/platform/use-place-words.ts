import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../ui/formats.ts'
import { defineMessages, useMessages } from '../ui/language.tsx'
import { borderPostsQuery } from './border-posts-query.ts'
import { type Bearing, nearPlace } from './near-place.ts'

const BEARINGS_FR: Record<Bearing, string> = {
  n: 'au nord',
  ne: 'au nord-est',
  e: 'à l’est',
  se: 'au sud-est',
  s: 'au sud',
  sw: 'au sud-ouest',
  w: 'à l’ouest',
  nw: 'au nord-ouest',
}
const BEARINGS_EN: Record<Bearing, string> = {
  n: 'north',
  ne: 'north-east',
  e: 'east',
  se: 'south-east',
  s: 'south',
  sw: 'south-west',
  w: 'west',
  nw: 'north-west',
}

const messages = defineMessages({
  fr: {
    near: (distance: string, bearing: Bearing, name: string) =>
      `à ${distance} ${BEARINGS_FR[bearing]} de ${name}`,
    at: (name: string) => `à ${name}`,
  },
  en: {
    near: (distance: string, bearing: Bearing, name: string) =>
      `${distance} ${BEARINGS_EN[bearing]} of ${name}`,
    at: (name: string) => `at ${name}`,
  },
})

/** Nearer than this, a thing is at the place itself. */
const IN_PLACE_METRES = 500

/** Where something is, as people say it: «à 12,3 km au nord de Ghabou». Empty while no post is known. */
export function usePlaceWords(): (position: readonly [number, number]) => string {
  const m = useMessages(messages)
  const { distance } = useFormats()
  const { data: posts } = useQuery(borderPostsQuery)
  return (position) => {
    const near = nearPlace(posts?.features ?? [], position)
    if (!near) return ''
    if (near.distanceMetres < IN_PLACE_METRES) return m.at(near.name)
    return m.near(distance(roundToHundred(near.distanceMetres)), near.bearing, near.name)
  }
}

function roundToHundred(metres: number): number {
  return Math.round(metres / 100) * 100
}

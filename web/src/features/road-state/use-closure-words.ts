import type { Closure } from '@borne/api/contracts/road-state'
import { useQuery } from '@tanstack/react-query'
import { shapeCentre } from '../../map/shape.ts'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { roadWords } from '../../ui/road-words.ts'
import { closureMessages } from './closure-messages.ts'
import { nearPlace } from './near-place.ts'

/** Nearer than this, a closure is at the place itself. */
const IN_PLACE_METRES = 500

/** How a closure is called: «Oued en crue», «à 12 km au nord de Ghabou». */
export function useClosureWords() {
  const m = useMessages(closureMessages)
  const words = useMessages(roadWords)
  const { distance } = useFormats()
  const { data: posts } = useQuery(borderPostsQuery)

  function placeOf({ geometry }: Pick<Closure, 'geometry'>): string {
    const centre = shapeCentre(geometry)
    const near = centre && nearPlace(posts?.features ?? [], centre)
    if (!near) return ''
    if (near.distanceMetres < IN_PLACE_METRES) return m.at(near.name)
    return m.near(distance(roundToHundred(near.distanceMetres)), near.bearing, near.name)
  }
  const causeOf = ({ cause }: Pick<Closure, 'cause'>) => capitalise(words.causes[cause])
  return {
    causeOf,
    placeOf,
    nameOf: (closure: Pick<Closure, 'cause' | 'geometry'>) =>
      [causeOf(closure), placeOf(closure)].filter(Boolean).join(', '),
  }
}

function roundToHundred(metres: number): number {
  return Math.round(metres / 100) * 100
}

function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

import type { Closure } from '@borne/api/contracts/road-state'
import { shapeCentre } from '../../map/shape.ts'
import { usePlaceWords } from '../../platform/use-place-words.ts'
import { useMessages } from '../../ui/language.tsx'
import { roadWords } from '../../ui/road-words.ts'

/** How a closure is called: «Oued en crue», «à 12 km au nord de Ghabou». */
export function useClosureWords() {
  const words = useMessages(roadWords)
  const tellPlace = usePlaceWords()

  function placeOf({ geometry }: Pick<Closure, 'geometry'>): string {
    const centre = shapeCentre(geometry)
    return centre ? tellPlace(centre) : ''
  }
  const causeOf = ({ cause }: Pick<Closure, 'cause'>) => capitalise(words.causes[cause])
  return {
    causeOf,
    placeOf,
    nameOf: (closure: Pick<Closure, 'cause' | 'geometry'>) =>
      [causeOf(closure), placeOf(closure)].filter(Boolean).join(', '),
  }
}

function capitalise(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1)
}

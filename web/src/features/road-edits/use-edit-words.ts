import type { RoadEdit } from '@borne/api/contracts/road-edits'
import { shapeCentre } from '../../map/shape.ts'
import { usePlaceWords } from '../../platform/use-place-words.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { editMessages } from './edit-messages.ts'

/** How a correction is called, where it is and when it holds. */
export function useEditWords() {
  const m = useMessages(editMessages)
  const { day } = useFormats()
  const tellPlace = usePlaceWords()

  function placeOf({ geometry }: Pick<RoadEdit, 'geometry'>): string {
    const centre = shapeCentre(geometry)
    return centre ? tellPlace(centre) : ''
  }
  function validityOf({ validFrom, validUntil }: Pick<RoadEdit, 'validFrom' | 'validUntil'>): string {
    if (validFrom && validUntil) return m.between(day(validFrom), day(validUntil))
    if (validFrom) return m.fromDay(day(validFrom))
    return validUntil ? m.untilDay(day(validUntil)) : m.always
  }
  return {
    placeOf,
    validityOf,
    nameOf: (edit: Pick<RoadEdit, 'kind' | 'name' | 'geometry'>) =>
      [edit.name ?? m.kinds[edit.kind], placeOf(edit)].filter(Boolean).join(', '),
  }
}

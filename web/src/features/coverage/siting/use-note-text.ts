import type { SitingAnswer } from '@borne/api/contracts/coverage'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { sitingMessages } from './siting-messages.ts'
import { useSitingFormats } from './use-siting-formats.ts'

/** What an answer says of how it came about, in words. */
export function useNoteText(answer: SitingAnswer): (note: SitingAnswer['notes'][number]) => string {
  const { notes: m } = useMessages(sitingMessages)
  const { number, duration } = useFormats()
  const { weight } = useSitingFormats(answer)
  return (note) => {
    switch (note.code) {
      case 'already-covered':
      case 'nothing-to-gain':
        return m[note.code]
      case 'fewer-suffice':
        return m[note.code](number(note.sites))
      case 'count-above-candidates':
      case 'useless-candidates':
      case 'unaffordable-candidates':
        return m[note.code](number(note.candidates))
      case 'beyond-all':
        return m[note.code](weight(note.weight))
      case 'unreached-seconds-chosen':
        return m[note.code](duration(note.seconds))
      case 'not-proven':
        return m[note.code][note.why]
    }
  }
}

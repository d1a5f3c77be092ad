import { useMessages } from '../../ui/language.tsx'
import { statusMessages } from '../../ui/status-mark.tsx'
import { messages } from './messages.ts'
import { postMessages } from './post-messages.ts'
import type { FieldWords } from './tell-field.ts'
import { termMessages } from './term-messages.ts'

/** The words in which the fields of a post are told. */
export function useFieldWords(): FieldWords {
  const { yes, no } = useMessages(postMessages)
  return {
    terms: useMessages(termMessages),
    statuses: useMessages(statusMessages),
    kinds: useMessages(messages).kinds,
    yes,
    no,
  }
}

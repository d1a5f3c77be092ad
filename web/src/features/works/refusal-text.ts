import type { WorksRefusal } from '@borne/geodata/works/results'
import { useMessages } from '../../ui/language.tsx'
import { refusalText, refusalWords } from './refusal-words.ts'

/** Tells why a rule refuses something, in the person's language. */
export function useRefusalText(): (refusal: WorksRefusal) => string {
  const words = useMessages(refusalWords)
  return (refusal) => refusalText(refusal, words)
}

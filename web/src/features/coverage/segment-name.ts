import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'

/** A segment of the border by its moughataa and the country beyond: «Ghabou · Mali». */
export function useSegmentName(): (segment: {
  readonly name: string
  readonly moughataa: string | null
  readonly neighbour: string
}) => string {
  const { countries } = useMessages(messages)
  return ({ name, moughataa, neighbour }) => `${moughataa ?? name} · ${countries[neighbour] ?? neighbour}`
}

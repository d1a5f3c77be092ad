import type { SitingAnswer } from '@borne/api/contracts/coverage'
import { UNKNOWN, useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { sitingMessages } from './siting-messages.ts'

type Told = Pick<SitingAnswer, 'model' | 'unit'>

/** Figures of an answer in what they are counted in: kilometres, crossings, inhabitants or minutes. */
export function useSitingFormats({ model, unit }: Told) {
  const m = useMessages(sitingMessages)
  const { distance, duration, number } = useFormats()
  const isTime = model !== 'covering'
  function weight(value: number): string {
    if (unit === 'metres') return distance(value)
    const count = Math.round(value)
    return unit === 'crossings' ? m.crossingCount(number(count), count) : m.personCount(number(count))
  }
  return {
    isTime,
    weight,
    objective: (value: number | null) =>
      value === null ? UNKNOWN : isTime ? duration(value) : weight(value),
  }
}

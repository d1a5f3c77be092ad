import type { SitingAnswer } from '@borne/api/contracts/coverage'
import { UNKNOWN, useFormats } from '../../../ui/formats.ts'

type Told = Pick<SitingAnswer, 'model' | 'unit'>

/** Figures of an answer in what they are counted in: kilometres, crossings, inhabitants or minutes. */
export function useSitingFormats({ model, unit }: Told) {
  const { distance, duration, number } = useFormats()
  const weight = (value: number) => (unit === 'metres' ? distance(value) : number(Math.round(value)))
  const isTime = model !== 'covering'
  return {
    isTime,
    weight,
    objective: (value: number | null) =>
      value === null ? UNKNOWN : isTime ? duration(value) : weight(value),
  }
}

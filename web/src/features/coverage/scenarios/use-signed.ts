import { useFormats } from '../../../ui/formats.ts'

/** «+12,4 km», «−850 m», «0 m»: a difference of lengths. */
export function useSignedDistance(): (metres: number) => string {
  const { distance } = useFormats()
  return (metres) => signed(metres, distance)
}

/** A difference with its sign; what rounds to nothing has none. */
export function signed(value: number, format: (value: number) => string): string {
  const text = format(Math.abs(value))
  if (text === format(0)) return text
  return `${value < 0 ? '−' : '+'}${text}`
}

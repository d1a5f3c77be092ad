import type { Formats } from '../../ui/formats.ts'
import { UNKNOWN } from '../../ui/formats.ts'
import type { messages } from './messages.ts'

/** «41 j de retard», «dans les délais»; unknown before the start order. */
export function delayText(
  delayDays: number | null,
  m: (typeof messages)['fr'],
  { number }: Pick<Formats, 'number'>,
): string {
  if (delayDays === null) return UNKNOWN
  if (delayDays > 0) return m.late(number(delayDays))
  return m.onTime
}

import type { BorderAccess } from '@borne/geodata/coverage/coverage-types'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { measureMessages } from './measure-messages.ts'

/** How the border is come to off the road: «jusqu’à 2 km, à 4 km/h». */
export function useToldAccess(): (access: BorderAccess) => string {
  const { accessTold, accessHowsTold } = useMessages(measureMessages)
  const { distance, number } = useFormats()
  return ({ maxMetres, kmh }) =>
    accessTold(distance(maxMetres), kmh === null ? accessHowsTold.none : accessHowsTold.speed(number(kmh, 1)))
}

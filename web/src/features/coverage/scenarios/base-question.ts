import type { CoverageInput } from '@borne/api/contracts/coverage'
import { type NetworkChoice, networkParams } from '../../../ui/network-options.tsx'
import type { RoadStateAsked } from '../../../ui/road-state-choice.tsx'

/** A question to the coverage, as the API takes it. */
export type BaseQuestion = NonNullable<CoverageInput['question']>
/** The day, the vehicle and the permissions of a question, as the choices of the house take them. */
export type RoadsChoice = NetworkChoice & RoadStateAsked

/** The network of a question from what is chosen; the API writes yes and no as words. */
export function networkOf(choice: RoadsChoice): NonNullable<BaseQuestion['network']> {
  const { date, vehicle, crossing, documented, presumed, presumedMetres } = networkParams(choice)
  const word = (flag: boolean) => (flag ? 'true' : 'false') as 'true' | 'false'
  return {
    ...(date === undefined ? {} : { date }),
    vehicle,
    crossing: word(crossing),
    documented: word(documented),
    presumed: word(presumed),
    presumedMetres,
  }
}

export function choiceOf({ network = {} }: BaseQuestion): RoadsChoice {
  const { date, vehicle, crossing, documented, presumed, presumedMetres } = network
  return {
    on: date,
    vehicle,
    crossing: crossing === 'true',
    documented: documented !== 'false',
    presumed: presumed === 'true',
    presumedMetres: presumedMetres === undefined ? undefined : Number(presumedMetres),
  }
}

/** The same question on another day; undefined: the dry season without closures. */
export function onDay(question: BaseQuestion, date: string | undefined): BaseQuestion {
  const { date: _, ...network } = question.network ?? {}
  return { ...question, network: date === undefined ? network : { ...network, date } }
}

import type { Mission, MissionQuestionAnswer, TeamPerson } from '@borne/api/contracts/missions'
import {
  type FuelUse,
  type MissionCosts,
  missionCosts,
  type Traveller,
} from '@borne/geodata/itinerary/mission-costs'
import type { Itinerary, MissionQuestion } from '@borne/geodata/itinerary/mission-types'

export interface CountedCosts {
  readonly costs: MissionCosts
  /** No price of diesel is in force: fuel is not counted. */
  readonly lacksPrice: boolean
  /** Roles without a rate in force: those people are not counted. */
  readonly rolesWithoutRate: readonly string[]
}

/** All that is counted in one currency; other rows are left aside. */
const CURRENCY = 'MRU'

/**
 * What a planned mission costs at the prices and rates of its first day, of those in ouguiyas; what has none is told and left
 * out, so that the rest can be read.
 */
export function countCosts(
  { from, until, people }: Pick<Mission, 'from' | 'until' | 'people'>,
  { allowanceRates, fuelPrices }: Pick<MissionQuestionAnswer, 'allowanceRates' | 'fuelPrices'>,
  question: MissionQuestion,
  itinerary: Itinerary,
  fuel: readonly FuelUse[],
): CountedCosts {
  const prices = fuelPrices
    .filter((price) => price.fuel === 'diesel' && price.currency === CURRENCY)
    .map(({ validFrom, perLitreMinor }) => ({ from: validFrom, minorPerLitre: perLitreMinor }))
  const rates = allowanceRates
    .filter(({ currency }) => currency === CURRENCY)
    .map(({ role, validFrom, nightMinor, dayMinor }) => ({ role, from: validFrom, nightMinor, dayMinor }))
  const hasRate = (role: string) => rates.some((rate) => rate.role === role && rate.from <= from)
  const lacksPrice = fuel.length > 0 && !prices.some((price) => price.from <= from)
  const travellers = (people ?? []).map((person, index): Traveller => {
    const nights = nightsAway(question, itinerary, person)
    return { id: String(index), role: person.role, from, until, nights }
  })
  const rolesWithoutRate = [
    ...new Set(travellers.filter(({ role }) => !hasRate(role)).map(({ role }) => role)),
  ]
  const paid = travellers.filter(({ role }) => hasRate(role))
  return {
    costs: missionCosts(from, lacksPrice ? [] : fuel, prices, paid, rates),
    lacksPrice,
    rolesWithoutRate,
  }
}

/** Nights that a person's team does not spend where the mission starts; undecided: the most of any team. */
function nightsAway(question: MissionQuestion, { days }: Itinerary, { teamId }: TeamPerson): number {
  const last = question.dates.at(-1)
  const counts = question.teams
    .filter(({ id }) => teamId === null || id === teamId)
    .map(
      ({ id }) =>
        days.filter(
          (day) => day.teamId === id && day.date !== last && day.endPlaceId !== question.startPlaceId,
        ).length,
    )
  return Math.max(0, ...counts)
}

import { missionCosts, type Traveller } from '@borne/geodata/itinerary/mission-costs'
import type { Facts } from '../../../platform/documents/document-facts.ts'
import { tellMoney } from '../../../platform/documents/french-words.ts'
import { type MissionSource, travelDays } from './mission-source.ts'
import { tellLitres } from './mission-words.ts'

const CURRENCY = 'MRU'

/** Fuel and allowances at the tables of the mission’s first day; who has no rate is named without an amount. */
export function costFacts(source: MissionSource): Facts {
  const { mission, settings, itinerary } = source
  const on = mission.from
  const litres = itinerary.days.reduce((sum, day) => sum + day.litres, 0)
  const prices = settings.fuelPrices
    .filter(({ fuel, currency, isArchived }) => fuel === 'diesel' && currency === CURRENCY && !isArchived)
    .map(({ validFrom, perLitreMinor }) => ({ from: validFrom, minorPerLitre: perLitreMinor }))
  const rates = settings.allowanceRates
    .filter(({ currency, isArchived }) => currency === CURRENCY && !isArchived)
    .map(({ role, validFrom, nightMinor, dayMinor }) => ({ role, from: validFrom, nightMinor, dayMinor }))
  const travellers = (mission.people ?? []).map((person, index) => travellerOf(source, person, String(index)))
  const hasRate = ({ role }: Traveller) => rates.some((rate) => rate.role === role && rate.from <= on)
  const hasPrice = prices.some(({ from }) => from <= on)
  const costs = missionCosts(
    on,
    hasPrice ? [{ vehicleId: 'all', ground: 'unknown', litres }] : [],
    prices,
    travellers.filter(hasRate),
    rates,
  )
  const money = (amountMinor: number) => tellMoney(amountMinor, CURRENCY)
  return {
    carburantLitres: tellLitres(litres),
    carburantMontant: hasPrice ? money(costs.fuelMinor) : 'prix du gasoil à renseigner',
    indemnitesMontant: money(costs.allowanceMinor),
    coutTotal: money(costs.totalMinor),
    coutIncomplet: !hasPrice || !travellers.every(hasRate),
    indemnites: travellers.map((traveller, index) => {
      const cost = costs.allowances.find(({ id }) => id === traveller.id)
      return {
        nomIndemnite: mission.people?.[index]?.name ?? '—',
        fonctionIndemnite: traveller.role,
        nuitsIndemnite: String(traveller.nights),
        joursIndemnite: cost ? String(cost.days) : '—',
        montantIndemnite: cost ? money(cost.amountMinor) : 'barème à renseigner',
      }
    }),
  }
}

/** Away from the first to the last day of the team; without a team, of the mission. */
function travellerOf(
  source: MissionSource,
  { role, teamId }: { readonly role: string; readonly teamId: string | null },
  id: string,
): Traveller {
  const { mission } = source
  const days = travelDays(source).filter((day) => teamId === null || day.teamId === teamId)
  const from = days[0]?.date ?? mission.from
  const until = days.at(-1)?.date ?? mission.until
  const nights = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000)
  return { id, role, from, until, nights }
}

import type { Ground } from '../road-network/road-codes.ts'
import type { IsoDate } from '../road-state/types.ts'

export interface FuelUse {
  readonly vehicleId: string
  readonly ground: Ground
  readonly litres: number
}

/** Holds from a day on, until the next one of the table. Amounts are integers of the currency's minor unit. */
export interface FuelPrice {
  readonly from: IsoDate
  readonly minorPerLitre: number
}

/** Allowance of a role for a night away and for a day without one. */
export interface AllowanceRate {
  readonly role: string
  readonly from: IsoDate
  readonly nightMinor: number
  readonly dayMinor: number
}

export interface Traveller {
  readonly id: string
  readonly role: string
  /** First and last day on the road. */
  readonly from: IsoDate
  readonly until: IsoDate
  /** Nights away from home between them. */
  readonly nights: number
}

export interface FuelCost extends FuelUse {
  readonly minorPerLitre: number
  readonly amountMinor: number
}

export interface AllowanceCost extends Traveller {
  /** Days that no night belongs to. */
  readonly days: number
  readonly nightMinor: number
  readonly dayMinor: number
  readonly amountMinor: number
}

export interface MissionCosts {
  readonly fuel: readonly FuelCost[]
  readonly allowances: readonly AllowanceCost[]
  readonly fuelMinor: number
  readonly allowanceMinor: number
  readonly totalMinor: number
}

/**
 * What a mission costs in fuel, by vehicle and ground, and in allowances, by person, at the prices and rates of its first
 * day. Each line is rounded to the minor unit, and the sums are those of the lines.
 *
 * @throws RangeError when no price, or no rate for a role, holds on that day, or somebody has more nights than days allow.
 */
export function missionCosts(
  date: IsoDate,
  fuelUses: readonly FuelUse[],
  prices: readonly FuelPrice[],
  travellers: readonly Traveller[],
  rates: readonly AllowanceRate[],
): MissionCosts {
  const price = fuelUses.length > 0 ? inForce(prices, date) : null
  if (price === undefined) throw new RangeError(`no price of fuel on ${date}`)
  const fuel = sumByVehicleAndGround(fuelUses).map((use) => {
    const minorPerLitre = price!.minorPerLitre
    return { ...use, minorPerLitre, amountMinor: Math.round(use.litres * minorPerLitre) }
  })
  const allowances = travellers.map((traveller): AllowanceCost => {
    const rate = inForce(
      rates.filter(({ role }) => role === traveller.role),
      date,
    )
    if (!rate) throw new RangeError(`no allowance of ${traveller.role} on ${date}`)
    const days = daysWithoutNight(traveller)
    const { nightMinor, dayMinor } = rate
    const amountMinor = Math.round(traveller.nights * nightMinor + days * dayMinor)
    return { ...traveller, days, nightMinor, dayMinor, amountMinor }
  })
  const [fuelMinor, allowanceMinor] = [total(fuel), total(allowances)]
  return { fuel, allowances, fuelMinor, allowanceMinor, totalMinor: fuelMinor + allowanceMinor }
}

function sumByVehicleAndGround(uses: readonly FuelUse[]): FuelUse[] {
  const sums = new Map<string, FuelUse>()
  for (const use of uses) {
    const key = JSON.stringify([use.vehicleId, use.ground])
    sums.set(key, { ...use, litres: use.litres + (sums.get(key)?.litres ?? 0) })
  }
  return [...sums.values()]
}

function inForce<T extends { readonly from: IsoDate }>(table: readonly T[], date: IsoDate): T | undefined {
  return [...table].filter(({ from }) => from <= date).sort((a, b) => (a.from < b.from ? 1 : -1))[0]
}

function daysWithoutNight({ id, from, until, nights }: Traveller): number {
  const days = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1
  if (!(days >= 1 && nights >= 0 && nights <= days))
    throw new RangeError(`${nights} nights in ${days} days of ${id}`)
  return days - nights
}

function total(lines: readonly { readonly amountMinor: number }[]): number {
  return lines.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
}

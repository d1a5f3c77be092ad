import type { AllowanceRate, FuelPrice, TeamPerson } from '@borne/api/contracts/missions'
import type { Itinerary, MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { expect, test } from 'vitest'
import { countCosts } from './count-costs.ts'

const question = {
  dates: ['2026-12-01', '2026-12-02'],
  startPlaceId: 'base',
  teams: [{ id: 'a' }, { id: 'b' }],
} as unknown as MissionQuestion
const itinerary = {
  days: [
    { teamId: 'a', date: '2026-12-01', endPlaceId: 'camp' },
    { teamId: 'a', date: '2026-12-02', endPlaceId: 'base' },
    { teamId: 'b', date: '2026-12-01', endPlaceId: 'base' },
    { teamId: 'b', date: '2026-12-02', endPlaceId: 'base' },
  ],
} as unknown as Itinerary
const rate = (role: string, validFrom: string) =>
  ({ role, validFrom, nightMinor: 100_000, dayMinor: 20_000, currency: 'MRU' }) as AllowanceRate
const price = { fuel: 'diesel', validFrom: '2026-01-01', perLitreMinor: 5000, currency: 'MRU' } as FuelPrice
const person = (role: string, teamId: string | null): TeamPerson => ({ name: role, role, phone: '', teamId })
const fuel = [{ vehicleId: 'v', ground: 'earth', litres: 40 }] as const
const when = { from: '2026-12-01', until: '2026-12-02' }

test('nights away are those of the team of each person', () => {
  const { costs } = countCosts(
    { ...when, people: [person('chauffeur', 'a'), person('chauffeur', 'b'), person('chauffeur', null)] },
    { allowanceRates: [rate('chauffeur', '2026-01-01')], fuelPrices: [price] },
    question,
    itinerary,
    fuel,
  )
  expect(costs.allowances.map(({ nights, days, amountMinor }) => [nights, days, amountMinor])).toEqual([
    [1, 1, 120_000],
    [0, 2, 40_000],
    [1, 1, 120_000],
  ])
  expect(costs.fuelMinor).toBe(200_000)
  expect(costs.totalMinor).toBe(480_000)
})

test('what has no price or rate in force is told and left out', () => {
  const counted = countCosts(
    { ...when, people: [person('médecin', 'a')] },
    { allowanceRates: [rate('médecin', '2027-01-01')], fuelPrices: [] },
    question,
    itinerary,
    fuel,
  )
  expect(counted.lacksPrice).toBe(true)
  expect(counted.rolesWithoutRate).toEqual(['médecin'])
  expect(counted.costs.totalMinor).toBe(0)
})

import { expect, test } from 'vitest'
import { missionCosts } from './mission-costs.ts'

const PRICES = [
  { from: '2026-01-01', minorPerLitre: 5000 },
  { from: '2026-11-01', minorPerLitre: 5250 },
  { from: '2026-12-01', minorPerLitre: 9999 },
]
const RATES = [
  { role: 'driver', from: '2026-01-01', nightMinor: 120_000, dayMinor: 40_000 },
  { role: 'officer', from: '2026-01-01', nightMinor: 250_000, dayMinor: 80_000 },
]
const driver = { id: 'd', role: 'driver', from: '2026-11-16', until: '2026-11-18', nights: 2 }

test('litres at the price of the day by vehicle and ground, nights and days by role', () => {
  const uses = [
    { vehicleId: 'v1', ground: 'paved', litres: 10.3 },
    { vehicleId: 'v1', ground: 'sand', litres: 4 },
    { vehicleId: 'v1', ground: 'paved', litres: 0.25 },
  ] as const
  const costs = missionCosts('2026-11-16', uses, PRICES, [driver], RATES)
  expect(costs.fuel.map(({ ground, litres, amountMinor }) => [ground, litres, amountMinor])).toEqual([
    ['paved', 10.55, 55_388],
    ['sand', 4, 21_000],
  ])
  expect(costs.allowances).toMatchObject([{ id: 'd', days: 1, amountMinor: 280_000 }])
  expect(costs).toMatchObject({ fuelMinor: 76_388, allowanceMinor: 280_000, totalMinor: 356_388 })
})

test('a missing price or rate is named, and so is a stay that cannot be', () => {
  const use = { vehicleId: 'v', ground: 'paved', litres: 1 } as const
  expect(() => missionCosts('2025-11-16', [use], PRICES, [], RATES)).toThrow('no price of fuel on 2025-11-16')
  expect(() => missionCosts('2026-11-16', [], [], [{ ...driver, role: 'cook' }], RATES)).toThrow(
    'no allowance of cook',
  )
  expect(() => missionCosts('2026-11-16', [], [], [{ ...driver, nights: 4 }], RATES)).toThrow(
    '4 nights in 3 days of d',
  )
  expect(missionCosts('2026-11-16', [], [], [], [])).toMatchObject({ totalMinor: 0 })
})

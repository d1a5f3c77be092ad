import { noFuel } from '@borne/geodata/road-network/measure-fuel'
import { expect, test } from 'vitest'
import { fuelRows } from './fuel-rows.ts'

test('grounds of some length, in the order of the settings, with what 100 km take', () => {
  const byGround = {
    ...noFuel(0),
    sand: { lengthMetres: 10_000, seconds: 3600, litres: 2 },
    paved: { lengthMetres: 50_000, seconds: 3000, litres: 6 },
    water: { lengthMetres: 500, seconds: 360, litres: 0 },
  }
  expect(fuelRows(byGround)).toEqual([
    { ground: 'paved', lengthMetres: 50_000, seconds: 3000, litres: 6, litresPer100Km: 12 },
    { ground: 'sand', lengthMetres: 10_000, seconds: 3600, litres: 2, litresPer100Km: 20 },
    { ground: 'water', lengthMetres: 500, seconds: 360, litres: 0, litresPer100Km: 0 },
  ])
})

test('nothing without figures, or without a way', () => {
  expect(fuelRows(null)).toEqual([])
  expect(fuelRows({ ...noFuel(null), paved: { lengthMetres: 5000, seconds: 60, litres: null } })).toEqual([])
})

import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { sphericalLengthMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import { type AdminLevel, readAdminUnits } from './read-admin-units.ts'
import { readBorderSegments } from './read-border-segments.ts'
import { readDataset } from './read-road-network.ts'
import { readRoads } from './read-roads.ts'
import { readSettlements } from './read-settlements.ts'

const DATA = fileURLToPath(new URL('../../data', import.meta.url))

test('the border of Guidimakha: published lengths are spherical, ours on the ellipsoid are 0.1–0.25 % shorter', async () => {
  const { rows, rejected } = readBorderSegments(await readDataset(DATA, 'border_segments'))
  expect(rejected).toEqual([])
  for (const [border, publishedKm] of [
    ['mrt-sen', 80.7],
    ['mrt-mli', 181.7],
  ] as const) {
    const segments = rows.filter((row) => row.inGuidimakha && row.border === border)
    const spherical = segments.reduce((sum, row) => sum + sphericalLengthMetres(row.coordinates), 0)
    const geodesic = segments.reduce((sum, row) => sum + row.lengthMetres, 0)
    expect(Math.abs(spherical / 1000 / publishedKm - 1)).toBeLessThan(0.001)
    expect(geodesic / spherical).toBeGreaterThan(0.9975)
    expect(geodesic / spherical).toBeLessThan(0.999)
  }
})

test('every settlement is read into a known commune, with every spelling once', async () => {
  const units = (['mrt_adm1_simplified', 'mrt_adm2_region', 'mrt_adm3_region'] as const).entries()
  const pcodes = new Set<string>()
  for (const [index, name] of units) {
    const read = readAdminUnits(await readDataset(DATA, name), (index + 1) as AdminLevel, pcodes)
    expect(read.rejected).toEqual([])
    for (const unit of read.rows) pcodes.add(unit.pcode)
  }
  const { rows, rejected } = readSettlements(await readDataset(DATA, 'settlements'), pcodes)
  expect(rejected).toEqual([])
  expect(rows).toHaveLength(2459)
  expect(rows.filter((row) => row.moughataaPcode?.startsWith('MR10'))).toHaveLength(307)
  for (const row of rows) {
    expect(new Set(row.names.map((name) => name.name)).size).toBe(row.names.length)
  }
})

test('the roads have no dangling end and no unknown class', async () => {
  const nodes = new Map<number, Position>()
  for (const name of ['roads_main', 'roads_local']) {
    expect(readRoads(await readDataset(DATA, name), nodes).rejected).toEqual([])
  }
})

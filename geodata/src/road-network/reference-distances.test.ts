import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Position } from '../geometry/position.ts'
import { readRoadNetwork } from '../import/read-road-network.ts'
import { DEFAULT_NETWORK_OPTIONS } from './arc-costs.ts'
import { buildRoadGraph } from './build-graph.ts'
import type { RoadGraph } from './graph.ts'
import { findRoute } from './route.ts'
import { snapToRoad } from './snap.ts'
import type { NetworkOptions, RoadNetworkRecords } from './types.ts'

const DATA = fileURLToPath(new URL('../../data', import.meta.url))
const SELIBABY: Position = [-12.18479, 15.15799]

const NO_ADDITION = { ...DEFAULT_NETWORK_OPTIONS, allowDocumented: false }
const COLUMNS: readonly NetworkOptions[] = [
  { ...NO_ADDITION, allowCrossing: true },
  NO_ADDITION,
  { ...NO_ADDITION, allowPresumed: true },
  { ...DEFAULT_NETWORK_OPTIONS, allowPresumed: true },
]

/** geodata/data/SOURCES.md, section 10: kilometres from Sélibaby, null = no way. */
const TABLE: readonly [name: string, at: Position, km: readonly (number | null)[]][] = [
  ['Gouraye', [-12.45024, 14.90099], [44, 44, 44, 44]],
  ['Diaguili', [-12.39293, 14.84732], [63, null, 54, 54]],
  ['Diogountourou', [-12.25005, 14.76992], [null, null, 72, 71]],
  ['Ghabou', [-12.08801, 14.74134], [157, null, 92, 51]],
  ['El Melgué', [-11.815, 14.9029], [102, 102, 102, 101]],
  ['Boully', [-11.79545, 15.31884], [155, 155, 154, 48]],
  ['Ould Yengé', [-11.71287, 15.54358], [184, 185, 184, 78]],
  ['Hamoud', [-11.51519, 15.61643], [207, 209, 208, 98]],
  ['Sangué-Diéri', [-12.57741, 15.08075], [null, null, 66, 66]],
  ['Wompou', [-12.72414, 15.13154], [null, null, 121, 121]],
  ["M'Bout", [-12.57854, 16.02303], [120, 120, 120, 120]],
  ['Kankossa', [-11.51914, 15.93673], [823, 823, 201, 134]],
]
const CHECKED: readonly [name: string, at: Position, km: number][] = [
  ['Bakel', [-12.45681, 14.90497], 45],
  ['Kaédi', [-13.50399, 16.15237], 232],
  ['Kayes', [-11.43792, 14.44341], 181],
]

let graph: RoadGraph
let records: RoadNetworkRecords
beforeAll(async () => {
  records = await readRoadNetwork(DATA)
  graph = buildRoadGraph(records)
})

function kilometresTo(at: Position, options: NetworkOptions): number | null {
  const from = snapToRoad(graph, SELIBABY, options)!
  const to = snapToRoad(graph, at, options)!
  const route = findRoute(graph, from, to, { ...options, by: 'distance' })
  return route && route.lengthMetres / 1000
}

function expectKilometres(found: number | null, published: number | null): void {
  expect(found === null).toBe(published === null)
  if (found === null || published === null) return
  expect(Math.abs(found - published)).toBeLessThanOrEqual(Math.max(1, 0.01 * published))
}

describe('shortest ways by distance from Sélibaby', () => {
  test.each(TABLE)('%s', (_name, at, km) => {
    for (const [column, published] of km.entries()) {
      expectKilometres(kilometresTo(at, COLUMNS[column]!), published)
    }
  })

  test.each(CHECKED)('%s, crossing allowed', (_name, at, km) => {
    expectKilometres(kilometresTo(at, COLUMNS[0]!), km)
  })
})

test('the bundled network has the published size', () => {
  const mapped = records.edges.filter((edge) => edge.grade === 'mapped')
  const nodes = new Set(mapped.flatMap((edge) => [edge.u, edge.v]))
  expect(mapped.length).toBe(35_660)
  expect(nodes.size).toBe(26_404)
  const kilometres = mapped.reduce((sum, edge) => sum + edge.lengthMetres, 0) / 1000
  expect(Math.round(kilometres)).toBe(22_438)
})

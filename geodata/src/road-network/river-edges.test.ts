import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import type { Position } from '../geometry/position.ts'
import { readBorderSegments } from '../import/read-border-segments.ts'
import { readDataset, readRoadNetwork } from '../import/read-road-network.ts'
import { compileRoadState } from '../road-state/compile-road-state.ts'
import { DEFAULT_VEHICLES } from '../road-state/default-vehicles.ts'
import { buildRoadGraph } from './build-graph.ts'
import { findMultimodal } from './find-multimodal.ts'
import { riverEdges } from './river-edges.ts'
import { AT_HOME, at, road } from './road.fixture.ts'
import { snapToRoad } from './snap.ts'
import { withoutWait } from './without-wait.ts'

const COURSE: Position[] = [at(0, 0), at(10, 0)]
const LEFT = road({ id: 1, u: 1, v: 2, coordinates: [at(2, 0.2), at(2, 3)] })
const RIGHT = road({ id: 2, u: 3, v: 4, iso3: 'SEN', coordinates: [at(7, -0.1), at(7, -3)] })
const RECORDS = { edges: [LEFT, RIGHT], floodRivers: [COURSE] }

test('the course is cut at the landings, and each is tied to its road', () => {
  const rows = riverEdges(RECORDS, [COURSE])
  expect(rows.every(({ id, highway }) => id < 0 && highway === 'river')).toBe(true)
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  const ties = rows.filter(({ u }) => u > 0).sort((a, b) => a.u - b.u)
  expect(ties.map(({ u, iso3, lengthMetres }) => [u, iso3, Math.round(lengthMetres / 10)])).toEqual([
    [1, 'MRT', 20],
    [3, 'SEN', 10],
  ])
  const stretches = rows.filter(({ u }) => u < 0)
  expect(stretches.map(({ iso3, lengthMetres }) => [iso3, Math.round(lengthMetres / 100)])).toEqual([
    ['MRT', 20],
    ['MRT', 50],
    ['MRT', 30],
  ])
  for (const { u, v } of ties) expect(stretches.some((row) => row.u === v || row.v === v)).toBe(u > 0)
  const graph = buildRoadGraph({ edges: [...RECORDS.edges, ...rows] })
  expect(graph.edgeCount).toBe(7)
})

test('away from the border a river is no part of the country', () => {
  const far = [at(0, 30), at(10, 30)]
  const stretches = riverEdges(RECORDS, [far]).filter(({ u }) => u < 0)
  expect(stretches.every(({ iso3 }) => iso3 === null)).toBe(true)
})

test('landings keep apart on one bank, ferries and places first; the other bank is another matter', () => {
  const node = (id: number, x: number, y: number, more = {}) =>
    road({ id, u: id, v: 100 + id, coordinates: [at(x, y), at(x, 5 * y)], ...more })
  const edges = [
    node(1, 2, 0.1),
    node(2, 2.3, 0.2),
    node(3, 2.2, -0.2),
    node(4, 5, 0.1),
    node(5, 5.2, 0.25),
    road({ id: 6, u: 5, v: 6, highway: 'ferry', coordinates: [at(5.2, 0.25), at(5.2, -0.9)] }),
    node(7, 8, 0.4),
  ]
  const landingsOf = (places: Position[]) =>
    riverEdges({ edges, floodRivers: [COURSE] }, [COURSE], { places })
      .flatMap(({ u }) => (u > 0 ? [u] : []))
      .sort((a, b) => a - b)
  // 4 is nearer to the river than 5, where the ferry lands; 7 is too far from it.
  expect(landingsOf([])).toEqual([1, 3, 5])
  expect(landingsOf([at(2.3, 0.3)])).toEqual([2, 3, 5])
})

test('without rivers there are none', () => {
  expect(riverEdges({ edges: [LEFT] }, [])).toEqual([])
})

test('along the Senegal one goes by pirogue from Gouraye to Diaguili without crossing the border', async () => {
  const data = fileURLToPath(new URL('../../data', import.meta.url))
  const records = await readRoadNetwork(data)
  const segments = readBorderSegments(await readDataset(data, 'border_segments')).rows
  const borders = segments
    .filter(({ border }) => border.startsWith('mrt'))
    .map(({ coordinates }) => coordinates)
  const rows = riverEdges(records, borders)
  const graph = buildRoadGraph({ ...records, edges: [...records.edges, ...rows] })
  const optionsOf = (id: string) => {
    const vehicle = DEFAULT_VEHICLES.find((known) => known.id === id)!
    const state = { date: null, vehicle, calendars: [], closures: [], edits: [] }
    return { ...AT_HOME, conditions: compileRoadState(graph, state) }
  }
  const [car, boat, foot] = [optionsOf('4x4'), optionsOf('pirogue'), optionsOf('foot')]
  const plan = {
    before: car,
    boat: { ...boat, conditions: withoutWait(graph, boat.conditions) },
    after: foot,
    waitSeconds: 1800,
  }
  const [gouraye, diaguili]: Position[] = [
    [-12.45024, 14.90099],
    [-12.39293, 14.84732],
  ]
  const from = snapToRoad(graph, gouraye!, car)!
  const to = snapToRoad(graph, diaguili!, foot)!
  const { byBoat, direct, best } = findMultimodal(graph, from, to, plan)
  // Without crossing no known road leads to Diaguili.
  expect([best, direct]).toEqual(['byBoat', null])
  const [drive, sail, walk] = byBoat!.stages
  expect(sail.route.lengthMetres).toBeGreaterThan(5000)
  expect(drive.route.lengthMetres + walk.route.lengthMetres).toBeLessThan(5000)
  expect(byBoat!.crossings).toEqual([])
}, 60_000)

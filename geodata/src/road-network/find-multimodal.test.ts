import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compileRoadState } from '../road-state/compile-road-state.ts'
import { DEFAULT_VEHICLES } from '../road-state/default-vehicles.ts'
import type { VehicleProfile } from '../road-state/types.ts'
import { buildRoadGraph } from './build-graph.ts'
import { findTravelTimes } from './find-matrix.ts'
import { findLandings, findMultimodal } from './find-multimodal.ts'
import type { RoadGraph } from './graph.ts'
import { AT_HOME, at, pointOn, road } from './road.fixture.ts'
import type { NetworkOptions, SnappedPoint } from './types.ts'
import { withoutWait } from './without-wait.ts'

function vehicleOf(id: string): VehicleProfile {
  return DEFAULT_VEHICLES.find((vehicle) => vehicle.id === id)!
}

function optionsFor(graph: RoadGraph, vehicle: VehicleProfile, allowCrossing = false): NetworkOptions {
  const conditions = compileRoadState(graph, { date: null, vehicle, calendars: [], closures: [], edits: [] })
  return { ...AT_HOME, allowCrossing, conditions }
}

function planFor(graph: RoadGraph, after: string, allowCrossing: boolean, waitSeconds = 1800) {
  const boat = optionsFor(graph, vehicleOf('pirogue'), allowCrossing)
  return {
    before: optionsFor(graph, vehicleOf('4x4'), allowCrossing),
    boat: { ...boat, conditions: withoutWait(graph, boat.conditions!) },
    after: optionsFor(graph, vehicleOf(after), allowCrossing),
    waitSeconds,
  }
}

const SIDE = 5
/** A kilometre grid in which the middle row is a river; some roads and stretches of the river are missing. */
function grid(picks: readonly number[]): RoadGraph {
  const edges = []
  let id = 0
  for (let y = 0; y < SIDE; y++) {
    for (let x = 0; x < SIDE; x++) {
      for (const [dx, dy] of [
        [1, 0],
        [0, 1],
      ] as const) {
        if (x + dx >= SIDE || y + dy >= SIDE) continue
        const pick = picks[id++ % picks.length]!
        const isRiver = y === 2 && dy === 0
        const highway = isRiver ? 'river' : ['track', 'tertiary', 'path'][pick % 3]!
        if (pick % 4 === 0 && id > 2) continue
        const coordinates = [at(x, y), at(x + dx, y + dy)]
        const [u, v] = [SIDE * y + x, SIDE * (y + dy) + x + dx]
        edges.push(road({ id, u, v, highway, isOneway: pick % 7 === 0 && !isRiver, coordinates }))
      }
    }
  }
  return buildRoadGraph({ edges })
}

/** A point at a node, on an edge that is open both ways for those who change there. */
function pointAtNode(
  graph: RoadGraph,
  node: number,
  options: NetworkOptions,
  isLeaving: boolean,
): SnappedPoint[] {
  const points: SnappedPoint[] = []
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    for (const fraction of [0, 1]) {
      if ((fraction === 0 ? graph.edgeFrom : graph.edgeTo)[edge] !== node) continue
      if (options.conditions!.edgeCentiseconds[edge]! >= 0x3fff_ffff) continue
      points.push({ ...pointOn(graph, graph.edgeId[edge]!, fraction) })
    }
  }
  return isLeaving ? points : points.reverse()
}

test('as quick as the best of all pairs of landings', () => {
  let found = 0
  let boatWins = 0
  const place = fc.record({
    pick: fc.nat(1000),
    fraction: fc.integer({ min: 1, max: 9 }).map((n) => n / 10),
  })
  fc.assert(
    fc.property(
      fc.array(fc.nat(41), { minLength: 3, maxLength: 40 }),
      place,
      place,
      fc.constantFrom('foot', 'motorbike'),
      fc.constantFrom(0, 300),
      (picks, a, b, after, waitSeconds) => {
        const graph = grid(picks)
        const land = Array.from({ length: graph.edgeCount }, (_, edge) => edge).filter(
          (edge) => graph.edgeHighway[edge] !== 18,
        )
        const pointFor = ({ pick, fraction }: typeof a) =>
          pointOn(graph, graph.edgeId[land[pick % land.length]!]!, fraction)
        const [from, to] = [pointFor(a), pointFor(b)]
        const plan = planFor(graph, after, false, waitSeconds)
        const answer = findMultimodal(graph, from, to, plan)
        const landings = findLandings(graph)
        const least = (
          starts: readonly SnappedPoint[],
          ends: readonly SnappedPoint[],
          options: NetworkOptions,
        ) => Math.min(...findTravelTimes(graph, starts, ends, options).seconds.flat())
        let best = Infinity
        for (const boarded of landings) {
          const out = least([from], pointAtNode(graph, boarded, plan.before, false), plan.before)
          if (out === Infinity) continue
          for (const landed of landings) {
            if (landed === boarded) continue
            const afloat = least(
              pointAtNode(graph, boarded, plan.boat, true),
              pointAtNode(graph, landed, plan.boat, false),
              plan.boat,
            )
            const on = least(pointAtNode(graph, landed, plan.after, true), [to], plan.after)
            best = Math.min(best, out + waitSeconds + afloat + on)
          }
        }
        const { byBoat, direct } = answer
        if (byBoat) {
          found++
          expect(byBoat.seconds).toBeCloseTo(best, 6)
          const [drive, sail, go] = byBoat.stages
          expect(sail.route.passages.every(({ edge }) => graph.edgeHighway[edge] === 18)).toBe(true)
          expect(drive.route.passages.at(-1)!.coordinates.at(-1)).toEqual(
            sail.route.passages[0]!.coordinates[0],
          )
          expect(sail.route.passages.at(-1)!.coordinates.at(-1)).toEqual(go.route.passages[0]!.coordinates[0])
          expect(byBoat.seconds).toBeCloseTo(
            drive.route.seconds + sail.route.seconds + go.route.seconds + waitSeconds,
            6,
          )
        }
        const directSeconds = findTravelTimes(graph, [from], [to], plan.before).seconds[0]![0]!
        expect(direct?.seconds ?? Infinity).toBeCloseTo(directSeconds, 6)
        if (answer.best === 'byBoat') boatWins++
        const quickest = Math.min(byBoat?.seconds ?? Infinity, directSeconds)
        if (answer.best) expect(answer[answer.best]!.seconds).toBeCloseTo(quickest, 6)
        else expect(quickest).toBe(Infinity)
      },
    ),
    { numRuns: 80 },
  )
  expect(found).toBeGreaterThan(20)
  expect(boatWins).toBeGreaterThan(3)
})

/** A river of 8 km between two banks; a bridge far away on which the road goes round over 90 km. */
const RIVER_GRAPH = buildRoadGraph({
  edges: [
    road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0.2), at(0, 0)] }),
    road({ id: 2, u: 2, v: 3, highway: 'river', lengthMetres: 8000, coordinates: [at(0, 0), at(8, 0)] }),
    road({ id: 3, u: 3, v: 4, coordinates: [at(8, 0), at(8, 0.2)] }),
    road({
      id: 4,
      u: 1,
      v: 4,
      highway: 'tertiary',
      lengthMetres: 90_000,
      coordinates: [at(0, 0.2), at(8, 0.2)],
    }),
    road({ id: 5, u: 2, v: 5, highway: 'ferry', lengthMetres: 250, coordinates: [at(0, 0), at(0, -0.25)] }),
    road({ id: 6, u: 5, v: 6, iso3: 'SEN', coordinates: [at(0, -0.25), at(0, -1)] }),
  ],
})

test('by boat where the road is long: drive, wait, sail, walk', () => {
  const plan = planFor(RIVER_GRAPH, 'foot', false)
  const answer = findMultimodal(RIVER_GRAPH, pointOn(RIVER_GRAPH, 1, 0), pointOn(RIVER_GRAPH, 3, 1), plan)
  expect(answer.best).toBe('byBoat')
  const [drive, sail, walk] = answer.byBoat!.stages
  expect([drive, sail, walk].map(({ vehicleId }) => vehicleId)).toEqual(['4x4', 'pirogue', 'foot'])
  expect([drive, sail, walk].map(({ waitSeconds }) => waitSeconds)).toEqual([0, 1800, 0])
  // 1 km of track at 20 km/h, 8 km of river at 10, 1 km on foot at 5.
  expect([drive, sail, walk].map(({ route }) => Math.round(route.seconds))).toEqual([180, 2880, 720])
  expect(answer.byBoat!.seconds).toBeCloseTo(180 + 1800 + 2880 + 720, 6)
  expect(answer.direct!.seconds).toBeCloseTo(90_000 / (40 / 3.6), 0)
})

test('where the wait is too long one drives round', () => {
  const plan = planFor(RIVER_GRAPH, 'foot', false, 7200)
  const answer = findMultimodal(RIVER_GRAPH, pointOn(RIVER_GRAPH, 1, 0), pointOn(RIVER_GRAPH, 3, 1), plan)
  expect(answer.best).toBe('direct')
  expect(answer.byBoat!.seconds).toBeGreaterThan(answer.direct!.seconds)
})

test('the other bank is reached only where crossing is allowed', () => {
  const [from, to] = [pointOn(RIVER_GRAPH, 1, 0), pointOn(RIVER_GRAPH, 6, 1)]
  expect(findMultimodal(RIVER_GRAPH, from, to, planFor(RIVER_GRAPH, 'foot', false))).toEqual({
    byBoat: null,
    direct: null,
    best: null,
  })
  const answer = findMultimodal(RIVER_GRAPH, from, to, planFor(RIVER_GRAPH, 'foot', true))
  // The pirogue crosses 250 m at 5 km/h: its own wait is not in the ferry's time.
  expect(answer.byBoat!.stages[1].route.seconds).toBeCloseTo(180, 6)
  expect(answer.byBoat!.crossings).toMatchObject([{ fromIso3: 'MRT', toIso3: 'SEN', byFerry: true }])
})

test('a wait that is none is refused', () => {
  const here = pointOn(RIVER_GRAPH, 1, 0)
  const plan = { ...planFor(RIVER_GRAPH, 'foot', true), waitSeconds: Number.NaN }
  expect(() => findMultimodal(RIVER_GRAPH, here, here, plan)).toThrow(/wait of NaN/)
})

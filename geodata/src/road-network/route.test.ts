import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sphericalLengthMetres } from '../geometry/distance.ts'
import { buildRoadGraph } from './build-graph.ts'
import { findTravelTimes } from './find-matrix.ts'
import { ABROAD_TOO, AT_HOME, at, pointOn, road } from './road.fixture.ts'
import { findRoute } from './route.ts'

/** A kilometre grid of 4 × 4 crossroads; class and one-way vary with the seed. */
function grid(seed: readonly number[]) {
  const edges = []
  let id = 0
  for (let y = 0; y < 4; y++) {
    for (let x = 0; x < 4; x++) {
      const pick = seed[id % seed.length]!
      const kind = { highway: ['track', 'tertiary', 'path'][pick % 3], isOneway: pick % 5 === 0 }
      const u = 4 * y + x
      if (x < 3) edges.push(road({ ...kind, id: ++id, u, v: u + 1, coordinates: [at(x, y), at(x + 1, y)] }))
      if (y < 3) edges.push(road({ ...kind, id: ++id, u, v: u + 4, coordinates: [at(x, y), at(x, y + 1)] }))
    }
  }
  return buildRoadGraph({ edges })
}

const seed = fc.array(fc.nat(29), { minLength: 1, maxLength: 24 })
const place = fc.record({
  id: fc.integer({ min: 1, max: 24 }),
  fraction: fc.double({ min: 0, max: 1, noNaN: true }),
})

test('a way begins and ends where asked, is joined, and its parts sum to it', () => {
  fc.assert(
    fc.property(seed, place, place, fc.constantFrom('time', 'distance'), (picks, a, b, by) => {
      const graph = grid(picks)
      const from = pointOn(graph, a.id, a.fraction)
      const to = pointOn(graph, b.id, b.fraction)
      const route = findRoute(graph, from, to, { ...AT_HOME, by: by as 'time' })
      if (!route) return
      const sum = (key: 'lengthMetres' | 'seconds') => route.pieces.reduce((total, p) => total + p[key], 0)
      expect(sum('lengthMetres')).toBeCloseTo(route.lengthMetres, 6)
      expect(sum('seconds')).toBeCloseTo(route.seconds, 6)
      const grades = Object.values(route.byGrade).reduce((total, share) => total + share.lengthMetres, 0)
      const surfaces = Object.values(route.bySurface).reduce((total, share) => total + share.seconds, 0)
      expect(grades).toBeCloseTo(route.lengthMetres, 6)
      expect(surfaces).toBeCloseTo(route.seconds, 6)
      const line = route.pieces.flatMap((piece, i) => piece.coordinates.slice(i === 0 ? 0 : 1))
      expect(sphericalLengthMetres(line) / 1000).toBeCloseTo(route.lengthMetres / 1000, 1)
    }),
    { numRuns: 300 },
  )
})

test('no way is faster than the fastest, nor shorter than the shortest; the matrix agrees', () => {
  fc.assert(
    fc.property(seed, place, place, (picks, a, b) => {
      const graph = grid(picks)
      const from = pointOn(graph, a.id, a.fraction)
      const to = pointOn(graph, b.id, b.fraction)
      const fast = findRoute(graph, from, to, { ...AT_HOME, by: 'time' })
      const short = findRoute(graph, from, to, { ...AT_HOME, by: 'distance' })
      expect(fast === null).toBe(short === null)
      const { seconds } = findTravelTimes(graph, [from], [to], AT_HOME)
      expect(seconds[0]![0]).toBeCloseTo(fast?.seconds ?? Infinity, 6)
      if (!fast || !short) return
      expect(fast.seconds).toBeLessThanOrEqual(short.seconds + 1e-6)
      expect(short.lengthMetres).toBeLessThanOrEqual(fast.lengthMetres + 1e-6)
    }),
    { numRuns: 300 },
  )
})

test('between two points of one edge the way stays on it', () => {
  const graph = grid([1])
  const route = findRoute(graph, pointOn(graph, 1, 0.2), pointOn(graph, 1, 0.7), { ...AT_HOME, by: 'time' })!
  expect(route.lengthMetres).toBeCloseTo(500, 6)
  expect(route.edgeIds).toEqual([1])
})

test('backwards on a one-way edge the way goes round', () => {
  const edges = [
    road({ id: 1, u: 1, v: 2, isOneway: true, coordinates: [at(0, 0), at(1, 0)] }),
    road({ id: 2, u: 2, v: 1, lengthMetres: 3000, coordinates: [at(1, 0), at(0.5, 1), at(0, 0)] }),
  ]
  const graph = buildRoadGraph({ edges })
  const back = findRoute(graph, pointOn(graph, 1, 0.7), pointOn(graph, 1, 0.2), {
    ...AT_HOME,
    by: 'distance',
  })!
  expect(back.lengthMetres).toBeCloseTo(300 + 3000 + 200, 6)
  expect(back.edgeIds).toEqual([1, 2, 1])
})

test('on a loop the way leaves by the nearer end', () => {
  const edges = [
    road({ id: 1, u: 1, v: 1, lengthMetres: 4000, coordinates: [at(0, 0), at(1, 1), at(0, 1), at(0, 0)] }),
    road({ id: 2, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
  ]
  const graph = buildRoadGraph({ edges })
  for (const [fraction, metres] of [
    [0.1, 400],
    [0.9, 400],
  ] as const) {
    const route = findRoute(graph, pointOn(graph, 1, fraction), pointOn(graph, 2, 1), {
      ...AT_HOME,
      by: 'time',
    })!
    expect(route.lengthMetres).toBeCloseTo(metres + 1000, 6)
  }
})

test('the way to where one is has no length', () => {
  const graph = grid([1])
  const here = pointOn(graph, 3, 0.4)
  const route = findRoute(graph, here, here, { ...AT_HOME, by: 'time' })!
  expect(route.lengthMetres).toBe(0)
  expect(route.seconds).toBe(0)
})

test('what is closed or not joined has no way', () => {
  const edges = [
    road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
    road({ id: 2, u: 3, v: 4, coordinates: [at(2, 0), at(3, 0)] }),
    road({ id: 3, u: 2, v: 5, iso3: 'MLI', coordinates: [at(1, 0), at(1, 1)] }),
  ]
  const graph = buildRoadGraph({ edges })
  const from = pointOn(graph, 1, 0.5)
  expect(findRoute(graph, from, pointOn(graph, 2, 0.5), { ...ABROAD_TOO, by: 'time' })).toBeNull()
  expect(findRoute(graph, from, pointOn(graph, 3, 0.5), { ...AT_HOME, by: 'time' })).toBeNull()
  expect(findRoute(graph, from, pointOn(graph, 3, 0.5), { ...ABROAD_TOO, by: 'time' })).not.toBeNull()
})

test('a way over the border says where, by ferry or on land', () => {
  const edges = [
    road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
    road({ id: 2, u: 2, v: 3, highway: 'ferry', lengthMetres: 1000, coordinates: [at(1, 0), at(1, -1)] }),
    road({ id: 3, u: 3, v: 4, iso3: 'SEN', coordinates: [at(1, -1), at(2, -1)] }),
    road({ id: 4, u: 4, v: 5, iso3: 'MLI', coordinates: [at(2, -1), at(3, -1)] }),
  ]
  const graph = buildRoadGraph({ edges, borders: [[at(-1, -0.25), at(4, -0.25)]] })
  const route = findRoute(graph, pointOn(graph, 1, 0), pointOn(graph, 4, 1), { ...ABROAD_TOO, by: 'time' })!
  expect(route.crossings).toHaveLength(2)
  const [river, land] = route.crossings
  expect(river).toMatchObject({ fromIso3: 'MRT', toIso3: 'SEN', byFerry: true })
  expect(river!.position[1]).toBeCloseTo(at(1, -0.25)[1], 6)
  expect(river!.atMetres).toBeCloseTo(1250, -1)
  // No border line was given between Senegal and Mali: the crossing is told at the node.
  expect(land).toMatchObject({ fromIso3: 'SEN', toIso3: 'MLI', byFerry: false, position: at(2, -1) })
  expect(route.pieces.map((piece) => [piece.surface, piece.isAbroad])).toEqual([
    ['track', false],
    ['ferry', false],
    ['track', true],
  ])
})

test('a documented road counts with its published length', () => {
  const graph = buildRoadGraph({
    edges: [
      road({ id: 9, grade: 'documented', highway: 'unclassified', lengthMetres: 51_000 }),
      road({ id: 1, u: 2, v: 3, coordinates: [at(1, 0), at(2, 0)] }),
    ],
  })
  const route = findRoute(graph, pointOn(graph, 9, 0), pointOn(graph, 1, 1), { ...AT_HOME, by: 'distance' })!
  expect(route.byGrade.documented.lengthMetres).toBe(51_000)
  expect(route.lengthMetres).toBe(52_000)
})

test('edges that cannot be are refused by name', () => {
  expect(() => buildRoadGraph({ edges: [road({ id: 7, lengthMetres: 0 })] })).toThrow(/edge 7/)
  expect(() => buildRoadGraph({ edges: [road({ id: 8, coordinates: [at(0, 0)] })] })).toThrow(/edge 8/)
  expect(() => buildRoadGraph({ edges: [road({ id: 9, lengthMetres: Number.NaN })] })).toThrow(/edge 9/)
})

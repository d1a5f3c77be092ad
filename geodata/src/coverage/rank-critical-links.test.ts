import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Position } from '../geometry/position.ts'
import { conditionsOf } from '../road-network/arc-costs.ts'
import { buildRoadGraph } from '../road-network/build-graph.ts'
import { at, road } from '../road-network/road.fixture.ts'
import type { RoadEdgeRecord } from '../road-network/types.ts'
import { compileRoadState } from '../road-state/compile-road-state.ts'
import { DEFAULT_VEHICLE } from '../road-state/default-vehicles.ts'
import type { RoadClosure } from '../road-state/types.ts'
import { bundledCoverage, postAt, postsAt, QUESTION } from './coverage.fixture.ts'
import type { CoverageNetwork } from './coverage-types.ts'
import { measureCoverage } from './measure-coverage.ts'
import { rankCriticalLinks } from './rank-critical-links.ts'

const closureAt = (id: string, position: Position): RoadClosure => ({
  id,
  geometry: { type: 'Point', coordinates: position },
  effect: 'cut',
  speedFactor: 1,
  cause: 'wadi',
  startsAt: '2026-08-01T00:00:00Z',
  endsAt: null,
  confirmedAt: '2026-08-15T00:00:00Z',
  halfLifeDays: 10,
})

/** A border of 9 km along a road from the post, which is cut in half by a wadi; edges of 3 km, the last is a bridge. */
function alongTheBorder(more: Partial<RoadEdgeRecord>[] = []): CoverageNetwork {
  const stretch = (id: number, from: number, stated: Partial<RoadEdgeRecord> = {}) =>
    road({
      id,
      u: id,
      v: id + 1,
      lengthMetres: 3000,
      coordinates: [at(from, 0), at(from + 3, 0)],
      ...stated,
    })
  const wadi = [at(4.5, -1), at(4.5, 1)]
  const edges = [
    stretch(1, 0),
    stretch(2, 3),
    stretch(3, 6, { structure: 'bridge' }),
    ...more.map((m) => road(m)),
  ]
  const segment = {
    id: 's',
    border: 'mrt-mli',
    name: 'S',
    neighbour: 'MLI',
    moughataa: null,
    inGuidimakha: true,
    geometryVersion: '1',
    coordinates: [at(0, 0.1), at(9, 0.1)],
  }
  return {
    graph: buildRoadGraph({ edges, wadis: [wadi] }),
    borders: [segment],
    settlements: [],
    crossings: [],
  }
}

const NEAR = { ...QUESTION, minutes: 600, access: { maxMetres: 150, kmh: null } }
const rank = (network: CoverageNetwork, mayClose: RoadClosure[] = []) =>
  rankCriticalLinks(network, [postAt('p', at(0, 0))], NEAR, { mayClose })

describe('along one road', () => {
  test('the ford loses all that lies behind it, the bridge its own stretch', () => {
    const { links, triedCount, untriedCount } = rank(alongTheBorder())
    expect(links.map(({ kind, edgeId, postIds }) => [kind, edgeId, postIds])).toEqual([
      ['ford', 2, ['p']],
      ['bridge', 3, ['p']],
    ])
    expect(links[0]!.position[0]).toBeCloseTo(at(4.5, 0)[0], 4)
    // Out of reach from 112 m behind the ford on: half of the middle stretch and all of the last.
    const half = Math.sqrt(150 ** 2 - 111 ** 2)
    expect(Math.abs(links[0]!.lostMetres - (4500 - half))).toBeLessThan(60)
    expect(Math.abs(links[1]!.lostMetres - (3000 - half))).toBeLessThan(60)
    expect([triedCount, untriedCount]).toEqual([2, 0])
  })

  test('a way round loses nothing, or only what it does not serve', () => {
    const round = { id: 9, u: 1, v: 4, lengthMetres: 20_000, coordinates: [at(0, 0), at(4, 6), at(9, 0)] }
    const { links, triedCount } = rank(alongTheBorder([round]))
    expect(triedCount).toBe(2)
    expect(links.map(({ kind }) => kind)).toEqual(['bridge'])
    expect(links[0]!.lostMetres).toBeLessThan(3000)
  })

  test('a closure that may come is tried where it lies; one beside every road is none', () => {
    const { links } = rank(alongTheBorder(), [closureAt('c', at(1.5, 0)), closureAt('off', at(1, 8))])
    expect(links[0]).toMatchObject({ kind: 'closure', edgeId: 'c' })
    expect(links.map(({ edgeId }) => edgeId)).not.toContain('off')
    expect(links[0]!.lostMetres).toBeGreaterThan(7000)
  })

  test('what was not tried is counted, with the most that it may lose', () => {
    const network = alongTheBorder()
    const { links, triedCount, untriedCount, untriedMostMetres } = rankCriticalLinks(
      network,
      [postAt('p', at(0, 0))],
      NEAR,
      { mayClose: [], most: 1 },
    )
    expect([links.length, triedCount, untriedCount]).toEqual([1, 1, 1])
    expect(untriedMostMetres).toBeGreaterThan(2800)
    const none = rankCriticalLinks(network, [postAt('p', at(0, 0))], NEAR, {
      mayClose: [],
      isTimeUp: () => true,
    })
    expect([none.links.length, none.triedCount, none.untriedCount]).toEqual([0, 0, 2])
  })

  test('no post, no link', () => {
    expect(rankCriticalLinks(alongTheBorder(), [], NEAR, { mayClose: [] }).links).toEqual([])
  })
})

test('on random grids of roads every bridge, ranked or not, loses what its closing loses', () => {
  const size = 4
  const steps = fc.array(fc.record({ isBridge: fc.boolean(), metres: fc.integer({ min: 900, max: 3000 }) }), {
    minLength: 2 * size * (size - 1),
    maxLength: 2 * size * (size - 1),
  })
  const place = fc.tuple(fc.integer({ min: 0, max: size - 1 }), fc.integer({ min: 0, max: size - 1 }))
  fc.assert(
    fc.property(
      steps,
      fc.array(place, { minLength: 1, maxLength: 3 }),
      fc.integer({ min: 4, max: 30 }),
      (drawn, places, minutes) => {
        const network = gridOf(size, drawn)
        const posts = places.map(([x, y], i) => postAt(String(i), at(x, y)))
        const question = { ...NEAR, minutes, access: { maxMetres: 700, kmh: 6 } }
        const { links } = rankCriticalLinks(network, posts, question, { mayClose: [] })
        const before = measureCoverage(network, posts, question).reachedBorderMetres
        const conditions = conditionsOf(network.graph, question.options)
        drawn.forEach(({ isBridge }, edge) => {
          if (!isBridge) return
          const closed = { ...conditions, cuts: new Map([[edge, [[0, 1] as const]]]) }
          const options = { ...question.options, conditions: closed }
          const after = measureCoverage(network, posts, { ...question, options }).reachedBorderMetres
          const told = links.find(({ edgeId }) => edgeId === edge + 1)?.lostMetres ?? 0
          expect(Math.abs(before - after - told)).toBeLessThan(1e-6)
        })
      },
    ),
    { numRuns: 12 },
  )
})

/** Roads on a grid, first those to the east, then those to the north; a border along its southern and eastern rim. */
function gridOf(size: number, drawn: readonly { isBridge: boolean; metres: number }[]): CoverageNetwork {
  const ends = (dx: number, dy: number) =>
    Array.from({ length: size * size }, (_, i) => [i % size, Math.floor(i / size)] as const)
      .filter(([x, y]) => x + dx < size && y + dy < size)
      .map(([x, y]) => [x, y, x + dx, y + dy] as const)
  const edges = [...ends(1, 0), ...ends(0, 1)].map(([x, y, toX, toY], i) =>
    road({
      id: i + 1,
      u: y * size + x,
      v: toY * size + toX,
      lengthMetres: drawn[i]!.metres,
      structure: drawn[i]!.isBridge ? 'bridge' : null,
      coordinates: [at(x, y), at(toX, toY)],
    }),
  )
  const rim = [at(-0.3, -0.3), at(size - 0.7, -0.3), at(size - 0.7, size)]
  return {
    ...alongTheBorder(),
    graph: buildRoadGraph({ edges }),
    borders: [{ ...alongTheBorder().borders[0]!, coordinates: rim }],
  }
}

describe('on the bundled network', () => {
  let network: CoverageNetwork
  beforeAll(async () => {
    network = await bundledCoverage()
  }, 120_000)

  test('each link loses what is lost when the same place is reported as cut', () => {
    const posts = postsAt('Gouraye', 'Ghabou', 'El Melgué', 'Boully')
    const day = '2026-03-15'
    const state = { date: day, vehicle: DEFAULT_VEHICLE, calendars: [], edits: [] }
    const on = (closures: RoadClosure[]) => {
      const conditions = compileRoadState(network.graph, { ...state, closures })
      return { ...QUESTION, minutes: 120, options: { ...QUESTION.options, conditions } }
    }
    const question = on([])
    const before = measureCoverage(network, posts, question).reachedBorderMetres
    const { links, untriedCount } = rankCriticalLinks(network, posts, question, { mayClose: [] })
    expect(untriedCount).toBe(0)
    const fords = links.filter(({ kind }) => kind === 'ford')
    expect(fords.length).toBeGreaterThan(2)
    for (const { position, lostMetres } of fords.slice(0, 3)) {
      const cut = on([
        { ...closureAt('cut', position), confirmedAt: `${day}T00:00:00Z`, startsAt: `${day}T00:00:00Z` },
      ])
      const after = measureCoverage(network, posts, cut).reachedBorderMetres
      expect(Math.abs(before - after - lostMetres)).toBeLessThan(1e-6)
    }
  })
})

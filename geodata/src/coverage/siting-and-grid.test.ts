import { beforeAll, expect, test } from 'vitest'
import type { Position } from '../geometry/position.ts'
import { conditionsOf } from '../road-network/arc-costs.ts'
import { arrivalRange } from '../road-network/arrival-range.ts'
import { findRoute } from '../road-network/route.ts'
import { snapToRoad } from '../road-network/snap.ts'
import { bundledCoverage, PLACES, postAt, postsAt, QUESTION } from './coverage.fixture.ts'
import type { CoverageNetwork, SitingCandidate } from './coverage-types.ts'
import { MOST_CANDIDATES, measureCandidates } from './measure-candidates.ts'
import { measureCoverage } from './measure-coverage.ts'
import { measureTimeGrid } from './measure-time-grid.ts'
import { whoComes } from './who-comes.ts'

const ON_FOOT = { ...QUESTION, minutes: 90, access: { maxMetres: 2000, kmh: 4 } }
const NAMES = ['Gouraye', 'Ghabou', 'El Melgué'] as const

let network: CoverageNetwork
beforeAll(async () => {
  network = await bundledCoverage()
}, 120_000)

function candidate(id: string, position: Position): SitingCandidate {
  return { id, name: id, kind: 'point', position, cost: 1 }
}
const CANDIDATES = NAMES.map((name) => candidate(name, [...PLACES[name]]))

test('the border is asked for in pieces of about 500 m that sum to the whole', () => {
  const { demand, seconds, leftOut } = measureCandidates(
    network,
    [...CANDIDATES, candidate('far', [-4, 22])],
    ON_FOOT,
    { demand: 'border', posts: [], unknownPopulation: 0 },
  )
  const { borderMetres } = measureCoverage(network, [], ON_FOOT)
  const weights = demand.map(({ weight }) => weight)
  expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(borderMetres, 5)
  expect(Math.min(...weights)).toBeGreaterThan(400)
  expect(Math.max(...weights)).toBeLessThan(600)
  expect(seconds).toHaveLength(3)
  expect(seconds[0]).toHaveLength(demand.length)
  expect(leftOut).toEqual([{ candidateId: 'far', reason: 'off-network' }])
})

test('candidates come to a piece as a post there would, posts that stand likewise', () => {
  const { demand, seconds, fixedSeconds, fixedPostIds } = measureCandidates(network, CANDIDATES, ON_FOOT, {
    demand: 'border',
    posts: postsAt('Boully'),
    unknownPopulation: 0,
  })
  expect(fixedPostIds).toEqual(['Boully'])
  for (const place of [3, 150, 300, 450]) {
    const posts = [...postsAt(...NAMES), ...postsAt('Boully')]
    const comers = whoComes(network, posts, ON_FOOT, demand[place]!.position)!
    const told = [...seconds, ...fixedSeconds].map((row) => row[place]!)
    posts.forEach(({ postId }, i) => {
      const comer = comers.posts.find((one) => one.postId === postId)
      expect(Math.round(told[i]!)).toBe(comer?.p50Seconds ?? Infinity)
    })
  }
})

test('crossings weigh one each, settlements their people, or what is said of those not known', () => {
  const ask = { posts: [], unknownPopulation: 250 } as const
  const crossings = measureCandidates(network, CANDIDATES, ON_FOOT, { ...ask, demand: 'crossings' })
  expect(crossings.demand.map(({ weight }) => weight)).toEqual(Array(18).fill(1))
  const { crossings: told } = measureCoverage(network, postsAt('Gouraye'), ON_FOOT)
  told.forEach(({ seconds }, i) => {
    expect(Math.round(crossings.seconds[0]![i]!)).toBe(seconds ?? Infinity)
  })
  const people = measureCandidates(network, CANDIDATES, ON_FOOT, { ...ask, demand: 'population' })
  const selibaby = people.demand.find(({ name }) => name === 'Sélibaby')
  expect(selibaby?.weight).toBe(18_424)
  expect(people.demand.filter(({ weight }) => weight === 250).length).toBeGreaterThan(100)
  const { settlements } = measureCoverage(network, postsAt('Gouraye'), ON_FOOT)
  for (const { id, seconds } of settlements) {
    const place = people.demand.findIndex((one) => one.id === id)
    expect(Math.round(people.seconds[0]![place]!)).toBe(seconds)
  }
})

test('more candidates than are measured are refused', () => {
  const many = Array.from({ length: 5000 }, (_, i) => candidate(String(i), [-12, 15]))
  const ask = { demand: 'border', posts: [], unknownPopulation: 0 } as const
  expect(() => measureCandidates(network, many, ON_FOOT, ask)).toThrow(`at most ${MOST_CANDIDATES}`)
})

test('who comes to a place of the border is as in the profile; the road is left where the rest is straight', () => {
  const posts = postsAt(...NAMES)
  const { profiles } = measureCoverage(network, posts, ON_FOOT)
  const comers = whoComes(network, posts, ON_FOOT, [-12.4, 14.85])!
  const profile = profiles.find(({ segmentId }) => segmentId === comers.segmentId)!
  const piece = profile.atMetres.indexOf(Math.round(comers.atMetres))
  expect(comers.posts[0]!.p50Seconds).toBe(profile.p50Seconds[piece])
  expect(comers.posts[0]!.p90Seconds).toBe(profile.p90Seconds[piece])
  for (const { p50Seconds, roadSeconds, offRoadSeconds, offRoadMetres, p90Seconds } of comers.posts) {
    expect(Math.abs(roadSeconds + offRoadSeconds - p50Seconds)).toBeLessThanOrEqual(1)
    expect(Math.abs(offRoadSeconds - (offRoadMetres * 3.6) / 4)).toBeLessThan(2)
    expect(offRoadMetres).toBeLessThanOrEqual(2010)
    expect(p90Seconds).toBeGreaterThan(p50Seconds)
  }
  expect(whoComes({ ...network, borders: [] }, posts, ON_FOOT, [-12.4, 14.85])).toBeNull()
})

test('nine journeys in ten take as long as on the way to where the road is left', () => {
  const { graph } = network
  const question = { ...QUESTION, access: { maxMetres: 800, kmh: null } }
  const { options } = question
  let compared = 0
  for (const position of [
    [-12.4, 14.85],
    [-11.8, 14.9],
    [-12.43, 14.88],
    [-12.1, 14.75],
  ] as Position[]) {
    for (const { postId, leaves, p50Seconds, p90Seconds } of whoComes(
      network,
      postsAt(...NAMES),
      question,
      position,
    )!.posts) {
      const from = snapToRoad(graph, [...PLACES[postId as (typeof NAMES)[number]]], options)!
      const to = snapToRoad(graph, leaves, options, 5)!
      const way = findRoute(graph, from, to, { ...options, by: 'time' })!
      // Where several roads meet the way may end on another of them.
      if (Math.abs(way.seconds - p50Seconds) > 2 || way.seconds < 60) continue
      const range = arrivalRange(graph, conditionsOf(graph, options), way.passages)
      expect(Math.abs(p90Seconds / range.p90Seconds - 1)).toBeLessThan(0.01)
      compared++
    }
  }
  expect(compared).toBeGreaterThan(4)
})

test('the times of the grid are those of a crossing at the middle of the cell', () => {
  const { graph } = network
  const isInRegion = Uint8Array.from({ length: graph.edgeCount }, (_, edge) =>
    graph.countries[graph.edgeCountry[edge]!] === 'MRT' && isInGuidimakha(edge) ? 1 : 0,
  )
  function isInGuidimakha(edge: number): boolean {
    const place = graph.coordinateStart[edge]!
    const [lon, lat] = [graph.coordinates[2 * place]!, graph.coordinates[2 * place + 1]!]
    return lon > -12.6 && lon < -12 && lat < 15.2
  }
  const posts = [postAt('nowhere', null), ...postsAt('Gouraye', 'Ghabou')]
  const grid = measureTimeGrid(network, posts, ON_FOOT, { cellMetres: 3000, isInRegion })
  expect(grid.cellMetres).toBe(3000)
  expect(grid.centres.length).toBeGreaterThan(50)
  expect(grid.seconds).toHaveLength(grid.centres.length)
  const crossings = grid.centres.map((position, i) => ({ id: String(i), name: '', byFerry: false, position }))
  const measured = measureCoverage({ ...network, crossings }, posts, ON_FOOT)
  let same = 0
  measured.crossings.forEach(({ seconds, postId }, i) => {
    // Middles are told to a metre or so; roads beyond the region may be nearer.
    expect(seconds!).toBeLessThanOrEqual(grid.seconds[i]! + 2)
    if (Math.abs(seconds! - grid.seconds[i]!) > 2) return
    same++
    expect(posts[grid.postIndexes[i]!]!.postId).toBe(postId)
  })
  expect(same / grid.centres.length).toBeGreaterThan(0.9)
})

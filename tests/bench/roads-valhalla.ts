import type { Position } from '@borne/geodata/geometry/position'
import { setClosed, type ValhallaEdge } from '../support/valhalla/traffic.ts'
import { middleOf, positionOf, type RoadsCase } from './roads-case.ts'
import { median } from './stopwatch.ts'
import { toPlace, type ValhallaPeer } from './valhalla-peer.ts'

/** A time of Valhalla's, with the setting that gave it. */
export interface ValhallaTime {
  ms: number
  setting: string
}

export interface ValhallaTimes {
  route: ValhallaTime
  oneToAll: ValhallaTime
  matrix: ValhallaTime
  manyMatrix: ValhallaTime
  isochrone: ValhallaTime
  closure: ValhallaTime
  /** The quickest setting for the matrix, whatever it finds, and how many of the ways that were asked of all it loses. */
  hasty: ValhallaTime & { lost: number; asked: number }
  /** The matrix of the best setting: `seconds[from][to]`, null = no way. */
  seconds: Durations
}

type Durations = (number | null)[][]
interface MatrixBody {
  sources_to_targets?: { durations: Durations }
}

interface Tried {
  peer: ValhallaPeer
  /** For the whole matrix. */
  ms: number
  durations: Durations
}

/** Rows of a matrix that are asked; with `timedistancematrix` each is a search, and the others need as long. */
export interface MatrixParts {
  rows: number
  manyRows: number
}

/**
 * Times of Valhalla's best setting for each question. A setting counts when it loses no way that another finds.
 */
export async function measureValhalla(
  roads: RoadsCase,
  peers: readonly ValhallaPeer[],
  parts: MatrixParts,
  tell: (line: string) => void,
): Promise<ValhallaTimes> {
  const tried: Tried[] = []
  for (const peer of peers) {
    tell(`Valhalla, ${peer.name}`)
    tried.push(await tryMatrix(roads, peer, parts.rows))
  }
  const best = leastOf(tried.filter((one) => lostPairs(one, tried) === 0))
  const hasty = leastOf(tried)
  const { froms, manyFroms, manyTos } = roads
  const repeated = [best.ms, (await tryMatrix(roads, best.peer, parts.rows)).ms]
  return {
    route: await measureRoute(roads, peers),
    oneToAll: await measureOneToAll(roads, best),
    matrix: { ms: median(repeated), setting: wordsOf(best.peer, parts.rows, froms.length) },
    manyMatrix: {
      ms:
        (await askMatrix(roads, best.peer, manyFroms.slice(0, parts.manyRows), manyTos)).ms *
        (manyFroms.length / parts.manyRows),
      setting: wordsOf(best.peer, parts.manyRows, manyFroms.length),
    },
    isochrone: await measureIsochrone(roads, peers),
    closure: await measureClosure(roads, best, parts.rows),
    hasty: {
      ms: hasty.ms,
      setting: hasty.peer.name,
      lost: lostPairs(hasty, tried),
      asked: parts.rows * roads.tos.length,
    },
    seconds: best.durations,
  }
}

function wordsOf(peer: ValhallaPeer, rows: number, all: number): string {
  return rows < all ? `${peer.name}; ${rows} rows × ${all / rows}` : peer.name
}

function leastOf<T extends { ms: number }>(list: readonly T[]): T {
  return list.toSorted((a, b) => a.ms - b.ms)[0]!
}

async function tryMatrix(roads: RoadsCase, peer: ValhallaPeer, rows: number): Promise<Tried> {
  const count = isBySearches(peer) ? rows : roads.froms.length
  const { ms, durations } = await askMatrix(roads, peer, roads.froms.slice(0, count), roads.tos)
  return { peer, ms: ms * (roads.froms.length / count), durations }
}

function isBySearches(peer: ValhallaPeer): boolean {
  return peer.name.endsWith('timedistancematrix')
}

async function askMatrix(
  { graph }: RoadsCase,
  peer: ValhallaPeer,
  froms: readonly number[],
  tos: readonly number[],
  more: object = {},
): Promise<{ ms: number; durations: Durations }> {
  const place = (node: number) => toPlace(positionOf(graph, node))
  const query = { sources: froms.map(place), targets: tos.map(place), verbose: false, ...more }
  const { ms, body } = await peer.ask<MatrixBody>('sources_to_targets', query)
  if (!body.sources_to_targets) throw new Error(`Valhalla gave no matrix: ${JSON.stringify(body)}`)
  return { ms, durations: body.sources_to_targets.durations }
}

/** Pairs of the rows that all have, for which it finds no way but another does. */
function lostPairs({ durations }: Tried, all: readonly Tried[]): number {
  const rows = Math.min(...all.map((one) => one.durations.length))
  let lost = 0
  durations.slice(0, rows).forEach((row, i) => {
    row.forEach((seconds, j) => {
      if (seconds === null && all.some((other) => other.durations[i]![j] !== null)) lost++
    })
  })
  return lost
}

/** Where levels are pruned, a search is quick but loses ways: then the pruning is turned off. */
async function measureRoute(
  { graph, pairs }: RoadsCase,
  peers: readonly ValhallaPeer[],
): Promise<ValhallaTime> {
  const settings = peers.filter(isBySearches).flatMap((peer) => [
    { peer, name: peer.name.split(',')[0]!, car: {} },
    { peer, name: `${peer.name.split(',')[0]!}, not pruned`, car: { disable_hierarchy_pruning: true } },
  ])
  const tried: (ValhallaTime & { found: number })[] = []
  for (const { peer, name, car } of settings) {
    const times: number[] = []
    for (const pair of pairs.slice(0, 40)) {
      const locations = pair.map((node) => toPlace(positionOf(graph, node)))
      const query = { locations, directions_type: 'none' }
      const { ms, body } = await peer.ask<{ trip?: object }>('route', query, car)
      if (body.trip) times.push(ms)
    }
    tried.push({ ms: median(times), setting: name, found: times.length })
  }
  const most = Math.max(...tried.map(({ found }) => found))
  return leastOf(tried.filter(({ found }) => found === most))
}

/** A search that has to settle nearly everything: its targets are the farthest places. */
async function measureOneToAll(roads: RoadsCase, { peer, durations }: Tried): Promise<ValhallaTime> {
  const row = durations.findIndex(
    (times) => times.filter((seconds) => seconds !== null).length > times.length / 2,
  )
  const far = roads.tos
    .map((node, j) => ({ node, seconds: durations[row]![j] ?? 0 }))
    .toSorted((a, b) => b.seconds - a.seconds)
    .slice(0, 5)
    .map(({ node }) => node)
  const times: number[] = []
  for (let run = 0; run < 3; run++) times.push((await askMatrix(roads, peer, [roads.froms[row]!], far)).ms)
  return { ms: median(times), setting: `${peer.name}, to the farthest of the places` }
}

async function measureIsochrone(
  { graph, froms }: RoadsCase,
  peers: readonly ValhallaPeer[],
): Promise<ValhallaTime> {
  const tried: ValhallaTime[] = []
  for (const peer of peers.filter(isBySearches)) {
    const times: number[] = []
    for (const node of froms.slice(0, 10)) {
      const locations = [toPlace(positionOf(graph, node))]
      times.push((await peer.ask('isochrone', { locations, contours: [{ time: 60 }], polygons: true })).ms)
    }
    tried.push({ ms: median(times), setting: peer.name.split(',')[0]! })
  }
  return leastOf(tried)
}

/** Writing the live traffic, or leaving out a place, whichever is quicker and changes the matrix. */
async function measureClosure(roads: RoadsCase, best: Tried, rows: number): Promise<ValhallaTime> {
  const { graph, froms, tos, closedEdge } = roads
  const middle = middleOf(graph, closedEdge)
  const share = froms.length / rows
  const edges = await edgesOfWay(best.peer, middle, closedEdge + 1)
  const asked = froms.slice(0, rows)
  const before = performance.now()
  await setClosed(best.peer.trafficFile, edges, true)
  const written = performance.now() - before
  const byTraffic = await askMatrix(roads, best.peer, asked, tos, { date_time: { type: 0 } })
  await setClosed(best.peer.trafficFile, edges, false)
  const byPlace = await askMatrix(roads, best.peer, asked, tos, { exclude_locations: [toPlace(middle)] })
  const ways = [
    { ms: written + byTraffic.ms * share, setting: 'live traffic', durations: byTraffic.durations },
    { ms: byPlace.ms * share, setting: 'a place left out', durations: byPlace.durations },
  ]
  const obeyed = ways.filter(
    ({ durations }) => JSON.stringify(durations) !== JSON.stringify(best.durations.slice(0, rows)),
  )
  if (obeyed.length === 0) throw new Error('Valhalla obeyed no closure')
  const { ms, setting } = leastOf(obeyed)
  return { ms, setting: `${wordsOf(best.peer, rows, froms.length)}, ${setting}` }
}

interface Located {
  edges: { edge_id: ValhallaEdge; edge_info: { way_id: number } }[] | null
}

async function edgesOfWay(peer: ValhallaPeer, place: Position, wayId: number): Promise<ValhallaEdge[]> {
  const { body } = await peer.ask<Located[]>('locate', { locations: [toPlace(place)], verbose: true })
  const edges = (body[0]?.edges ?? []).filter(({ edge_info }) => edge_info.way_id === wayId)
  if (edges.length === 0) throw new Error(`Valhalla knows no way ${wayId} there`)
  return edges.map(({ edge_id }) => edge_id)
}

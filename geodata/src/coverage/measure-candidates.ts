import type { Position } from '../geometry/position.ts'
import { weighArcs } from '../road-network/arc-costs.ts'
import { departures } from '../road-network/ends.ts'
import { findAll } from '../road-network/hierarchy/hierarchy.ts'
import { prepare } from '../road-network/prepared.ts'
import { CLOSED, searchFrom } from '../road-network/shortest-path.ts'
import type { SnappedPoint } from '../road-network/types.ts'
import type { SpotEnds } from './approach-spots.ts'
import type {
  CoverageNetwork,
  CoverageQuestion,
  SitingCandidate,
  SitingDemand,
  StartPost,
} from './coverage-types.ts'
import { type OpenCoverage, openCoverage } from './open-coverage.ts'
import { placePosts, placeStart, usedPosts } from './place-posts.ts'
import { directTo, directToSettlements } from './times-from.ts'

/** Border is served in pieces of about this length. */
const DEMAND_METRES = 500
/** Beyond it the times alone take longer than anybody waits, and no solver proves anything. */
export const MOST_CANDIDATES = 1000

/** Something that a post may serve. */
export interface DemandPlace {
  id: string
  name: string | null
  position: Position
  /** Metres of border, 1 for a crossing, people of a settlement. */
  weight: number
}

export interface MeasuredCandidates {
  demand: DemandPlace[]
  /** Those that are on a road; the rows of `seconds` are in their order. */
  candidates: SitingCandidate[]
  leftOut: { candidateId: string; reason: 'off-network' }[]
  /** `seconds[candidate][demand]`, the stretch off the road included; Infinity = no way. */
  seconds: Float32Array[]
  /** The same from the posts that stand already. */
  fixedSeconds: Float32Array[]
  fixedPostIds: string[]
}

export interface CandidatesAsk {
  readonly demand: SitingDemand
  /** Posts that stand already. */
  readonly posts: readonly StartPost[]
  /** What a settlement weighs whose population is not known; 0 leaves it out of account. */
  readonly unknownPopulation: number
}

/**
 * Times from places where a post might stand to what it is to serve: what a siting problem is made of.
 *
 * Border: pieces of about 500 m, each come to at the middle of its middle piece of 50 m, as in `measureCoverage`.
 * Crossings and settlements: as there; only settlements with a usable road within `access.maxMetres` are asked for.
 *
 * @throws RangeError for more than `MOST_CANDIDATES` candidates.
 */
export function measureCandidates(
  network: CoverageNetwork,
  candidates: readonly SitingCandidate[],
  question: Omit<CoverageQuestion<unknown>, 'state' | 'minutes' | 'office'>,
  ask: CandidatesAsk,
): MeasuredCandidates {
  if (candidates.length > MOST_CANDIDATES) {
    throw new RangeError(`${candidates.length} candidates; at most ${MOST_CANDIDATES}`)
  }
  const opened = openCoverage(network, question)
  const asked = demandOf(opened, ask)
  const placed = candidates.map((candidate) => ({
    candidate,
    point: placeStart(opened, candidate.position),
  }))
  const posts = placePosts(opened, ask.posts, { ...question, office: null })
  const used = usedPosts(posts)
  const secondsFrom = timer(opened, asked)
  return {
    demand: asked.places,
    candidates: placed.flatMap(({ candidate, point }) => (point ? [candidate] : [])),
    leftOut: placed.flatMap(({ candidate, point }) =>
      point ? [] : [{ candidateId: candidate.id, reason: 'off-network' as const }],
    ),
    seconds: placed.flatMap(({ point }) => (point ? [secondsFrom(point)] : [])),
    fixedSeconds: used.map(({ point }) => secondsFrom(point)),
    fixedPostIds: used.map(({ postId }) => postId),
  }
}

/** What is to be served, with the spots of the opened network at which it is come to. */
interface AskedDemand {
  kind: SitingDemand
  places: DemandPlace[]
  spots: number[]
}

function demandOf(opened: OpenCoverage, { demand, unknownPopulation }: CandidatesAsk): AskedDemand {
  const { network, samples, settlements } = opened
  if (demand === 'crossings') {
    const places = network.crossings.map(({ id, name, position }) => ({ id, name, position, weight: 1 }))
    return { kind: demand, places, spots: [...places.keys()] }
  }
  if (demand === 'population') {
    const places = settlements.map(({ settlement: { id, name, position, population } }) => ({
      id,
      name,
      position,
      weight: population ?? unknownPopulation,
    }))
    return { kind: demand, places, spots: [...places.keys()] }
  }
  const places: DemandPlace[] = []
  const spots: number[] = []
  for (const { id, first, count, lengthMetres } of samples.segments) {
    const parts = Math.min(count, Math.max(1, Math.round(lengthMetres / DEMAND_METRES)))
    let piece = first
    for (let part = 0; part < parts; part++) {
      const begins = piece
      const until = ((part + 1) * lengthMetres) / parts
      const isLast = part === parts - 1
      while (piece < first + count && (isLast || samples.toMetres[piece]! <= until || piece === begins))
        piece++
      if (piece === begins) continue
      const middle = (begins + piece - 1) >> 1
      const weight = samples.metres.subarray(begins, piece).reduce((sum, metres) => sum + metres, 0)
      places.push({ id: `${id} ${part}`, name: null, position: samples.middles[middle]!, weight })
      spots.push(middle)
    }
  }
  return { kind: demand, places, spots }
}

/** Seconds from a start to what is asked; the arrays of the search are used again. */
function timer(opened: OpenCoverage, { kind, spots }: AskedDemand): (start: SnappedPoint) => Float32Array {
  const ends = endsOf(opened, kind)
  const costsFrom = searcher(opened)
  return (start) => {
    const costTo = costsFrom(start)
    const direct = directOf(opened, kind, start)
    return Float32Array.from(spots, (spot) => {
      const least = Math.min(leastTo(ends, spot, costTo), direct.get(spot)?.cost ?? CLOSED)
      return least === CLOSED ? Infinity : least / 100
    })
  }
}

function endsOf({ border, crossings, settlementEnds }: OpenCoverage, kind: SitingDemand): SpotEnds {
  if (kind === 'border') return border.ends
  return kind === 'crossings' ? crossings.ends : settlementEnds
}

function directOf(opened: OpenCoverage, kind: SitingDemand, start: SnappedPoint) {
  const { network, options, border, crossings } = opened
  if (kind === 'population') return directToSettlements(opened, start)
  return directTo(network.graph, options, kind === 'border' ? border : crossings, start)
}

function leastTo({ start, node, cost }: SpotEnds, spot: number, costTo: (node: number) => number): number {
  let least = CLOSED
  for (let i = start[spot]!; i < start[spot + 1]!; i++) {
    const spent = costTo(node[i]!)
    if (spent < CLOSED) least = Math.min(least, spent + cost[i]!)
  }
  return least
}

/** One-to-all over the hierarchy where the graph has one, else by a plain search: the same costs. */
function searcher({ network: { graph }, options }: OpenCoverage) {
  const prepared = prepare(graph, options, 'time')
  const { centiseconds } = weighArcs(graph, options)
  const costs = new Int32Array(graph.nodeCount)
  return (start: SnappedPoint): ((node: number) => number) => {
    const from = departures(graph, start, options, 'time')
    if (!prepared) return searchFrom(graph, centiseconds, from).costTo
    findAll(prepared.hierarchy, prepared.weights, from, costs)
    return (node) => costs[node]!
  }
}

import type { Random } from './random.ts'
import type { RoadDraft } from './road-draft.ts'

/** Road classes of the made network, highest first; `roadClass` holds indices into this list. */
export const SYNTHETIC_CLASSES = [
  'trunk',
  'primary',
  'secondary',
  'tertiary',
  'unclassified',
  'residential',
  'track',
  'path',
] as const

/** An undirected made road network; edge e joins `edgeFrom[e]` and `edgeTo[e]`. */
export interface SyntheticRoads {
  nodeCount: number
  edgeCount: number
  /** Directed arcs: two an edge, one where it is one-way. */
  arcCount: number
  nodeLon: Float64Array
  nodeLat: Float64Array
  edgeFrom: Int32Array
  edgeTo: Int32Array
  lengthMetres: Float64Array
  /** Index into `SYNTHETIC_CLASSES`. */
  roadClass: Uint8Array
  /** 1 where the edge may be used from `edgeFrom` to `edgeTo` only. */
  isOneway: Uint8Array
  /** lon, lat, lon, lat …; those of edge e, ends included, are positions `coordinateStart[e]` to `coordinateStart[e + 1] - 1`. */
  coordinates: Float64Array
  coordinateStart: Uint32Array
}

const WEST = -12
const SOUTH = 15
const METRES_A_DEGREE = 111_195
const MERGED_CHAINS = 0.86
const ONEWAY_SHARE = 0.006

/** Merges most chains of degree 2 into edges with bends, numbers what is left, and measures it. */
export function finishDraft(draft: RoadDraft, random: Random): SyntheticRoads {
  const joinsAt: number[][] = draft.east.map(() => [])
  for (let i = 0; i < draft.from.length; i++) {
    joinsAt[draft.from[i]!]!.push(i)
    joinsAt[draft.to[i]!]!.push(i)
  }
  const isNode = joinsAt.map((joins) => joins.length !== 2 || !random.chance(MERGED_CHAINS))
  const numberOf = new Int32Array(draft.east.length).fill(-1)
  const kept: number[] = []
  for (let point = 0; point < isNode.length; point++) {
    if (!isNode[point]) continue
    numberOf[point] = kept.length
    kept.push(point)
  }
  const chains = chainsBetween(draft, joinsAt, isNode)
  return measure(draft, kept, numberOf, chains, random)
}

interface Chain {
  points: number[]
  roadClass: number
}

function chainsBetween(draft: RoadDraft, joinsAt: number[][], isNode: boolean[]): Chain[] {
  const isUsed = new Uint8Array(draft.from.length)
  const chains: Chain[] = []
  for (let start = 0; start < isNode.length; start++) {
    if (!isNode[start]) continue
    for (const firstJoin of joinsAt[start]!) {
      if (isUsed[firstJoin]) continue
      const points = [start]
      let join = firstJoin
      for (let at = start; ; ) {
        isUsed[join] = 1
        at = draft.from[join] === at ? draft.to[join]! : draft.from[join]!
        points.push(at)
        if (isNode[at]) break
        const [one, other] = joinsAt[at]!
        join = one === join ? other! : one!
      }
      if (points[0] !== points.at(-1)) chains.push({ points, roadClass: draft.roadClass[firstJoin]! })
    }
  }
  return chains
}

function measure(
  draft: RoadDraft,
  kept: number[],
  numberOf: Int32Array,
  chains: Chain[],
  random: Random,
): SyntheticRoads {
  const lat = (point: number) => SOUTH + draft.north[point]! / METRES_A_DEGREE
  const widen = Math.cos((SOUTH * Math.PI) / 180)
  const lon = (point: number) => WEST + draft.east[point]! / METRES_A_DEGREE / widen
  const edgeCount = chains.length
  const positions = chains.reduce((sum, chain) => sum + chain.points.length, 0)
  const roads: SyntheticRoads = {
    nodeCount: kept.length,
    edgeCount,
    arcCount: 2 * edgeCount,
    nodeLon: Float64Array.from(kept, lon),
    nodeLat: Float64Array.from(kept, lat),
    edgeFrom: Int32Array.from(chains, (chain) => numberOf[chain.points[0]!]!),
    edgeTo: Int32Array.from(chains, (chain) => numberOf[chain.points.at(-1)!]!),
    lengthMetres: new Float64Array(edgeCount),
    roadClass: Uint8Array.from(chains, (chain) => chain.roadClass),
    isOneway: new Uint8Array(edgeCount),
    coordinates: new Float64Array(2 * positions),
    coordinateStart: new Uint32Array(edgeCount + 1),
  }
  let position = 0
  for (const [edge, { points }] of chains.entries()) {
    for (const [i, point] of points.entries()) {
      roads.coordinates[2 * position] = lon(point)
      roads.coordinates[2 * position + 1] = lat(point)
      if (i > 0) roads.lengthMetres[edge]! += distance(draft, points[i - 1]!, point)
      position++
    }
    roads.coordinateStart[edge + 1] = position
    if (random.chance(ONEWAY_SHARE)) {
      roads.isOneway[edge] = 1
      roads.arcCount--
    }
  }
  return roads
}

function distance(draft: RoadDraft, a: number, b: number): number {
  return Math.hypot(draft.east[a]! - draft.east[b]!, draft.north[a]! - draft.north[b]!)
}

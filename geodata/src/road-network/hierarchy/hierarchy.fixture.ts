import fc from 'fast-check'
import { seeded } from '../../itinerary/seeded.ts'
import { type ArcGraph, CLOSED, type PathEnd } from './hierarchy-types.ts'

export interface DirectedArc {
  tail: number
  head: number
  cost: number
}

/** A graph with its costs by arc. */
export interface WeighedGraph {
  graph: ArcGraph
  arcCost: Int32Array
}

/** @param place Degrees of a node; all at one place if left out. */
export function graphOf(
  nodeCount: number,
  arcs: readonly DirectedArc[],
  place: (node: number) => [number, number] = () => [0, 0],
): WeighedGraph {
  const sorted = [...arcs].sort((a, b) => a.tail - b.tail)
  const arcStart = new Int32Array(nodeCount + 1)
  for (const { tail } of arcs) arcStart[tail + 1]!++
  for (let node = 0; node < nodeCount; node++) arcStart[node + 1]! += arcStart[node]!
  const nodes = Array.from({ length: nodeCount }, (_, node) => place(node))
  const graph = {
    nodeCount,
    arcStart,
    arcHead: Int32Array.from(sorted, (arc) => arc.head),
    nodeLon: Float64Array.from(nodes, ([lon]) => lon),
    nodeLat: Float64Array.from(nodes, ([, lat]) => lat),
  }
  return { graph, arcCost: Int32Array.from(sorted, (arc) => arc.cost) }
}

/** Least costs from the nearest start to each node, by trying every arc until nothing changes (Bellman 1958). */
export function plainCosts(
  { nodeCount, arcStart, arcHead }: ArcGraph,
  arcCost: Int32Array,
  starts: readonly PathEnd[],
): Int32Array {
  const cost = new Int32Array(nodeCount).fill(CLOSED)
  const queue: number[] = []
  for (const start of starts) {
    if (start.cost >= cost[start.node]!) continue
    cost[start.node] = start.cost
    queue.push(start.node)
  }
  for (let at = 0; at < queue.length; at++) {
    const node = queue[at]!
    for (let arc = arcStart[node]!; arc < arcStart[node + 1]!; arc++) {
      const next = cost[node]! + arcCost[arc]!
      if (arcCost[arc]! >= CLOSED || next >= cost[arcHead[arc]!]!) continue
      cost[arcHead[arc]!] = next
      queue.push(arcHead[arc]!)
    }
  }
  return cost
}

/** Costs as they occur and at the edges: none, few (so that many ways cost the same), ordinary, closed. */
export const anyCost = fc.oneof(
  { weight: 6, arbitrary: fc.integer({ min: 0, max: 9 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 100_000 }) },
  { weight: 1, arbitrary: fc.constantFrom(CLOSED, CLOSED + 1, CLOSED - 1, 0x7fffffff) },
)

/** Any arcs between few nodes: loops, parallel arcs, one-way arcs and nodes without arcs are likely. */
const anyTangle = fc.integer({ min: 1, max: 40 }).chain((nodeCount) => {
  const node = fc.nat({ max: nodeCount - 1 })
  return fc
    .array(fc.record({ tail: node, head: node, cost: anyCost }), { maxLength: 130 })
    .map((arcs) => graphOf(nodeCount, arcs))
})

/** A grid of streets of which some are missing and some are one-way; large enough to be taken apart. */
const anyGrid = fc
  .record({
    width: fc.integer({ min: 1, max: 16 }),
    height: fc.integer({ min: 1, max: 16 }),
    missing: fc.double({ min: 0, max: 0.5, noNaN: true }),
    oneway: fc.double({ min: 0, max: 0.3, noNaN: true }),
    seed: fc.integer(),
    most: fc.constantFrom(1, 5, 50_000),
  })
  .map(({ width, height, missing, oneway, seed, most }) => {
    const random = seeded(seed)
    const arcs: DirectedArc[] = []
    const join = (a: number, b: number) => {
      if (random() < missing) return
      const cost = () => (random() < 0.03 ? CLOSED : Math.floor(random() * (most + 1)))
      arcs.push({ tail: a, head: b, cost: cost() })
      if (random() >= oneway) arcs.push({ tail: b, head: a, cost: cost() })
    }
    for (let node = 0; node < width * height; node++) {
      if ((node + 1) % width !== 0) join(node, node + 1)
      if (node + width < width * height) join(node, node + width)
    }
    return graphOf(width * height, arcs, (node) => [node % width, Math.floor(node / width)])
  })

/** A forest: each node may hang on one before it. */
const anyForest = fc
  .array(fc.record({ up: fc.option(fc.nat(), { freq: 9 }), there: anyCost, back: anyCost }), {
    minLength: 1,
    maxLength: 150,
  })
  .map((nodes) => {
    const arcs = nodes.flatMap(({ up, there, back }, node) => {
      if (up === null || node === 0) return []
      const parent = up % node
      return [
        { tail: node, head: parent, cost: there },
        { tail: parent, head: node, cost: back },
      ]
    })
    return graphOf(nodes.length, arcs, (node) => [node % 7, node / 7])
  })

export const anyGraph: fc.Arbitrary<WeighedGraph> = fc.oneof(anyTangle, anyGrid, anyForest)

/** One to four ends of a way. */
export function anyEnds(nodeCount: number): fc.Arbitrary<PathEnd[]> {
  const end = fc.record({
    node: fc.nat({ max: nodeCount - 1 }),
    cost: fc.oneof(fc.integer({ min: 0, max: 20 }), fc.constantFrom(0, CLOSED)),
  })
  return fc.array(end, { minLength: 1, maxLength: 4 })
}

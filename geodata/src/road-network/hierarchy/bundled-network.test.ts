import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, test } from 'vitest'
import { readRoadNetwork } from '../../import/read-road-network.ts'
import { seeded } from '../../itinerary/seeded.ts'
import { DEFAULT_NETWORK_OPTIONS, weighArcs } from '../arc-costs.ts'
import { buildRoadGraph } from '../build-graph.ts'
import type { RoadGraph } from '../graph.ts'
import { searchFrom } from '../shortest-path.ts'
import {
  buildHierarchy,
  CLOSED,
  customize,
  findAll,
  findCost,
  findMatrix,
  findPath,
  type Hierarchy,
  type HierarchyWeights,
  recustomize,
} from './hierarchy.ts'
import { tailOf } from './tail-of.ts'

const DATA = fileURLToPath(new URL('../../../data', import.meta.url))
const random = seeded(2026)

let graph: RoadGraph
let hierarchy: Hierarchy
let weights: HierarchyWeights
beforeAll(async () => {
  graph = buildRoadGraph(await readRoadNetwork(DATA))
  hierarchy = buildHierarchy(graph)
  const options = { ...DEFAULT_NETWORK_OPTIONS, allowCrossing: true, allowPresumed: true }
  weights = customize(hierarchy, weighArcs(graph, options).centiseconds.slice())
})

const anyNode = () => Math.floor(random() * graph.nodeCount)

/** Least costs by Dijkstra's algorithm. */
function searched(node: number): Int32Array {
  const tree = searchFrom(graph, weights.arcCost, [{ node, cost: 0 }])
  return Int32Array.from({ length: graph.nodeCount }, (_, i) => tree.costTo(i))
}

function expectPath(from: number, to: number, cost: number): void {
  const path = findPath(hierarchy, weights, [{ node: from, cost: 0 }], [{ node: to, cost: 0 }])
  expect(path?.cost ?? CLOSED).toBe(cost)
  if (!path) return
  let at = from
  let spent = 0
  for (const arc of path.arcs) {
    if (tailOf(graph.arcStart, arc) !== at) throw new Error(`arc ${arc} does not leave node ${at}`)
    at = graph.arcHead[arc]!
    spent += weights.arcCost[arc]!
  }
  expect([at, spent]).toEqual([to, cost])
}

/** Compares every kind of question with the plain search, from some nodes to all or to many. */
function expectLikeSearch(starts: number): void {
  const out = new Int32Array(graph.nodeCount)
  const sources = Array.from({ length: starts }, anyNode)
  const targets = Array.from({ length: 100 }, anyNode)
  const places = (nodes: number[]) => nodes.map((node) => [{ node, cost: 0 }])
  const matrix = findMatrix(hierarchy, weights, places(sources), places(targets))
  for (const [row, source] of sources.entries()) {
    const costs = searched(source)
    findAll(hierarchy, weights, [{ node: source, cost: 0 }], out)
    expect(out).toEqual(costs)
    for (const [column, target] of targets.entries()) {
      expect(matrix[row * targets.length + column]).toBe(costs[target])
      expect(findCost(hierarchy, weights, [{ node: source, cost: 0 }], [{ node: target, cost: 0 }])).toBe(
        costs[target],
      )
      expectPath(source, target, costs[target]!)
    }
  }
}

describe('on the bundled network', () => {
  test('the hierarchy has at most 1.3 arcs for each arc of the graph', () => {
    expect(hierarchy.upHead.length / graph.arcHead.length).toBeLessThan(1.3)
  })

  test('ways, matrices and costs to all nodes are those of the plain search', () => expectLikeSearch(40))

  test('and after closures, few and many, and openings', () => {
    for (const count of [1, 30, 3_000]) {
      const arcs = Array.from({ length: count }, () => Math.floor(random() * graph.arcHead.length))
      const before = arcs.map((arc) => weights.arcCost[arc]!)
      for (const arc of arcs) weights.arcCost[arc] = CLOSED
      recustomize(hierarchy, weights, arcs)
      const whole = customize(hierarchy, weights.arcCost)
      expect(weights.up).toEqual(whole.up)
      expect(weights.down).toEqual(whole.down)
      expectLikeSearch(5)
      for (const [i, arc] of arcs.entries()) weights.arcCost[arc] = before[i]!
      recustomize(hierarchy, weights, arcs)
    }
    const whole = customize(hierarchy, weights.arcCost)
    expect(weights.up).toEqual(whole.up)
    expect(weights.down).toEqual(whole.down)
  })
})

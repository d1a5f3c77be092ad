import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weighArcs } from './arc-costs.ts'
import { buildRoadGraph } from './build-graph.ts'
import { edgeOf, type RoadGraph, tailOf } from './graph.ts'
import { AT_HOME, allEdges, at, road } from './road.fixture.ts'
import { arcsTo, CLOSED, searchFrom } from './shortest-path.ts'
import type { RoadEdgeRecord } from './types.ts'

const NODES = 12
const network = fc.array(
  fc.record({
    u: fc.integer({ min: 0, max: NODES - 1 }),
    v: fc.integer({ min: 0, max: NODES - 1 }),
    lengthMetres: fc.integer({ min: 1, max: 40 }),
    isOneway: fc.boolean(),
  }),
  { minLength: 1, maxLength: 40 },
)

function graphOf(rows: readonly Pick<RoadEdgeRecord, 'u' | 'v' | 'lengthMetres' | 'isOneway'>[]): RoadGraph {
  return buildRoadGraph({
    edges: rows.map((row, i) =>
      road({ ...row, id: i + 1, coordinates: [at(row.u % 4, row.u >> 2), at(row.v % 4, row.v >> 2)] }),
    ),
  })
}

/** Bellman and Ford: relaxes every edge as often as there are nodes. Slow and plain. */
function relaxedCosts(graph: RoadGraph, starts: readonly { node: number; cost: number }[]): number[] {
  const cost = new Array<number>(graph.nodeCount).fill(CLOSED)
  for (const start of starts) cost[start.node] = Math.min(cost[start.node]!, start.cost)
  for (let round = 0; round < graph.nodeCount; round++) {
    allEdges(graph).forEach((edge, e) => {
      const [from, to] = [graph.edgeFrom[e]!, graph.edgeTo[e]!]
      cost[to] = Math.min(cost[to]!, cost[from]! + 100 * edge.lengthMetres)
      if (!edge.isOneway) cost[from] = Math.min(cost[from]!, cost[to]! + 100 * edge.lengthMetres)
    })
  }
  return cost
}

test('finds the costs that plain relaxation finds, from several starts', () => {
  fc.assert(
    fc.property(network, fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }), (rows, picks) => {
      const graph = graphOf(rows)
      const starts = picks.map((pick) => ({ node: pick % graph.nodeCount, cost: pick }))
      const tree = searchFrom(graph, weighArcs(graph, AT_HOME).centimetres, starts)
      const expected = relaxedCosts(graph, starts)
      expect(expected.map((_, node) => tree.costTo(node))).toEqual(expected)
    }),
    { numRuns: 500 },
  )
})

test('the arcs of a way are joined, allowed, and sum to its cost', () => {
  fc.assert(
    fc.property(network, (rows) => {
      const graph = graphOf(rows)
      const { centimetres } = weighArcs(graph, AT_HOME)
      const tree = searchFrom(graph, centimetres, [{ node: 0, cost: 0 }])
      for (let node = 0; node < graph.nodeCount; node++) {
        if (tree.costTo(node) === CLOSED) continue
        let here = 0
        let sum = 0
        for (const arc of arcsTo(graph, tree, node)) {
          const edge = graph.arcEdge[arc]!
          expect(tailOf(graph, arc)).toBe(here)
          if (edgeOf(graph, edge).isOneway) expect(here).toBe(graph.edgeFrom[edge])
          here = graph.arcHead[arc]!
          sum += centimetres[arc]!
        }
        expect(here).toBe(node)
        expect(sum).toBe(tree.costTo(node))
      }
    }),
  )
})

test('a bound leaves out what lies beyond it and nothing else', () => {
  fc.assert(
    fc.property(network, fc.nat(6000), (rows, maxCost) => {
      const graph = graphOf(rows)
      const { centimetres } = weighArcs(graph, AT_HOME)
      const whole = relaxedCosts(graph, [{ node: 0, cost: 0 }])
      const tree = searchFrom(graph, centimetres, [{ node: 0, cost: 0 }], { maxCost })
      whole.forEach((cost, node) => {
        expect(tree.costTo(node)).toBe(cost <= maxCost ? cost : CLOSED)
      })
    }),
  )
})

test('a search that stops at its targets has their right costs', () => {
  fc.assert(
    fc.property(network, fc.array(fc.nat(NODES), { minLength: 1, maxLength: 4 }), (rows, picks) => {
      const graph = graphOf(rows)
      const targets = picks.map((pick) => pick % graph.nodeCount)
      const whole = relaxedCosts(graph, [{ node: 0, cost: 0 }])
      const tree = searchFrom(graph, weighArcs(graph, AT_HOME).centimetres, [{ node: 0, cost: 0 }], {
        targets,
      })
      expect(targets.map((node) => tree.costTo(node))).toEqual(targets.map((node) => whole[node]))
    }),
  )
})

test('the way to a node that was not reached is refused', () => {
  const graph = buildRoadGraph({ edges: [road({ isOneway: true })] })
  const tree = searchFrom(graph, weighArcs(graph, AT_HOME).centimetres, [{ node: 1, cost: 0 }])
  expect(tree.costTo(0)).toBe(CLOSED)
  expect(() => arcsTo(graph, tree, 0)).toThrow(RangeError)
})

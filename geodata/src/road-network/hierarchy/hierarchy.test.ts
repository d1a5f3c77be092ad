import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anyEnds, anyGraph, graphOf, plainCosts, type WeighedGraph } from './hierarchy.fixture.ts'
import {
  buildHierarchy,
  CLOSED,
  customize,
  findAll,
  findCost,
  findMatrix,
  findPath,
  type PathEnd,
} from './hierarchy.ts'
import { tailOf } from './tail-of.ts'

const anyQuestion = anyGraph.chain((weighed) =>
  fc.record({
    weighed: fc.constant(weighed),
    sources: fc.array(anyEnds(weighed.graph.nodeCount), { maxLength: 6 }),
    targets: fc.array(anyEnds(weighed.graph.nodeCount), { maxLength: 6 }),
  }),
)
const RUNS = { numRuns: 400 }

function prepared({ graph, arcCost }: WeighedGraph) {
  const hierarchy = buildHierarchy(graph)
  return { hierarchy, weights: customize(hierarchy, arcCost) }
}

/** Least cost by the plain search; CLOSED and more = no way. */
function plainCost({ graph, arcCost }: WeighedGraph, starts: PathEnd[], ends: PathEnd[]): number {
  const costs = plainCosts(graph, arcCost, starts)
  return Math.min(CLOSED, ...ends.map((end) => costs[end.node]! + end.cost))
}

function reversed({ graph, arcCost }: WeighedGraph): WeighedGraph {
  const arcs = [...arcCost].map((cost, arc) => ({
    tail: graph.arcHead[arc]!,
    head: tailOf(graph.arcStart, arc),
    cost,
  }))
  return graphOf(graph.nodeCount, arcs)
}

describe('against the plain search', () => {
  test('one way: the cost, and arcs that make a path of this cost', () => {
    fc.assert(
      fc.property(anyQuestion, ({ weighed, sources, targets }) => {
        const { hierarchy, weights } = prepared(weighed)
        for (const starts of sources) {
          for (const ends of targets) {
            const cost = plainCost(weighed, starts, ends)
            expect(findCost(hierarchy, weights, starts, ends)).toBe(cost)
            const path = findPath(hierarchy, weights, starts, ends)
            expect(path?.cost ?? CLOSED).toBe(cost)
            if (!path) continue
            let node = starts[path.start]!.node
            let spent = starts[path.start]!.cost
            for (const arc of path.arcs) {
              expect(tailOf(weighed.graph.arcStart, arc)).toBe(node)
              node = weighed.graph.arcHead[arc]!
              spent += weighed.arcCost[arc]!
            }
            expect(node).toBe(ends[path.end]!.node)
            expect(spent + ends[path.end]!.cost).toBe(cost)
          }
        }
      }),
      RUNS,
    )
  })

  test('matrices', () => {
    fc.assert(
      fc.property(anyQuestion, ({ weighed, sources, targets }) => {
        const { hierarchy, weights } = prepared(weighed)
        const matrix = findMatrix(hierarchy, weights, sources, targets)
        const plain = sources.flatMap((starts) => targets.map((ends) => plainCost(weighed, starts, ends)))
        expect([...matrix]).toEqual(plain)
      }),
      RUNS,
    )
  })

  test('from some nodes to all, and from all to some', () => {
    fc.assert(
      fc.property(anyQuestion, fc.integer({ min: 0, max: 60 }), ({ weighed, sources }, maxCost) => {
        const { hierarchy, weights } = prepared(weighed)
        const out = new Int32Array(weighed.graph.nodeCount)
        for (const ends of sources) {
          const plain = plainCosts(weighed.graph, weighed.arcCost, ends)
          findAll(hierarchy, weights, ends, out)
          expect(out).toEqual(plain)
          findAll(hierarchy, weights, ends, out, { maxCost })
          expect(out).toEqual(plain.map((cost) => (cost > maxCost ? CLOSED : cost)))
          const turned = reversed(weighed)
          findAll(hierarchy, weights, ends, out, { direction: 'to' })
          expect(out).toEqual(plainCosts(turned.graph, turned.arcCost, ends))
        }
      }),
      RUNS,
    )
  })
})

test('a way worked out by hand: over the bridge, unless a start beyond it is nearer', () => {
  const { graph, arcCost } = graphOf(4, [
    { tail: 0, head: 1, cost: 10 },
    { tail: 1, head: 2, cost: 7 },
    { tail: 0, head: 2, cost: 20 },
    { tail: 3, head: 2, cost: 1 },
  ])
  const { hierarchy, weights } = prepared({ graph, arcCost })
  const end = [{ node: 2, cost: 3 }]
  const arcFrom = (tail: number, head: number) => {
    return [...arcCost.keys()].find(
      (arc) => tailOf(graph.arcStart, arc) === tail && graph.arcHead[arc] === head,
    )
  }
  expect(findPath(hierarchy, weights, [{ node: 0, cost: 0 }], end)).toEqual({
    cost: 20,
    arcs: [arcFrom(0, 1), arcFrom(1, 2)],
    start: 0,
    end: 0,
  })
  const starts = [
    { node: 0, cost: 0 },
    { node: 3, cost: 5 },
  ]
  expect(findPath(hierarchy, weights, starts, end)).toEqual({
    cost: 9,
    arcs: [arcFrom(3, 2)],
    start: 1,
    end: 0,
  })
  expect(findPath(hierarchy, weights, end, [{ node: 0, cost: 0 }])).toBeNull()
})

test('places that are none are refused by name', () => {
  const { hierarchy, weights } = prepared(graphOf(2, [{ tail: 0, head: 1, cost: 1 }]))
  const right = [{ node: 0, cost: 0 }]
  const wrong = (ends: PathEnd[]) => () => findCost(hierarchy, weights, right, ends)
  expect(wrong([{ node: 2, cost: 0 }])).toThrow('node 2 is not among the 2 nodes')
  expect(wrong([{ node: 0.5, cost: 0 }])).toThrow('node 0.5 is not among the 2 nodes')
  expect(wrong([{ node: 1, cost: -1 }])).toThrow('the cost -1 at node 1')
  expect(wrong([{ node: 1, cost: 1.5 }])).toThrow('the cost 1.5 at node 1')
  expect(wrong([{ node: 1, cost: Infinity }])).toThrow('the cost Infinity at node 1')
  expect(() => findMatrix(hierarchy, weights, [right], [[{ node: -1, cost: 0 }]])).toThrow('node -1')
  expect(() => findAll(hierarchy, weights, right, new Int32Array(1))).toThrow('1 places are too few')
  expect(() => customize(hierarchy, Int32Array.of(-3))).toThrow('arc 0 has a negative cost: -3')
  expect(() => customize(hierarchy, new Int32Array(2))).toThrow('2 costs were given for 1 arcs')
})

test('without starts or ends there is no way, and an empty matrix', () => {
  const { hierarchy, weights } = prepared(graphOf(1, []))
  const here = [{ node: 0, cost: 4 }]
  expect(findCost(hierarchy, weights, [], here)).toBe(CLOSED)
  expect(findPath(hierarchy, weights, here, [])).toBeNull()
  expect(findMatrix(hierarchy, weights, [], [here])).toHaveLength(0)
  expect([...findMatrix(hierarchy, weights, [here, []], [here])]).toEqual([8, CLOSED])
  expect(buildHierarchy(graphOf(0, []).graph).nodeCount).toBe(0)
})

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

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyGraph, graphOf } from './hierarchy.fixture.ts'
import { BuildStopped, buildHierarchy } from './hierarchy.ts'
import { findNodeOrder } from './node-order.ts'

/** Streets to the east and to the north, all two-way. */
function grid(width: number, height: number) {
  const arcs = []
  for (let node = 0; node < width * height; node++) {
    const right = (node + 1) % width === 0 ? [] : [node + 1]
    const above = node + width < width * height ? [node + width] : []
    for (const other of [...right, ...above]) {
      arcs.push({ tail: node, head: other, cost: 1 }, { tail: other, head: node, cost: 1 })
    }
  }
  return graphOf(width * height, arcs, (node) => [node % width, Math.floor(node / width)]).graph
}

test('an order names every node once, and is the same each time', () => {
  fc.assert(
    fc.property(anyGraph, ({ graph }) => {
      const order = findNodeOrder(graph)
      expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: graph.nodeCount }, (_, i) => i))
      expect(findNodeOrder(graph)).toEqual(order)
    }),
  )
})

test('each rank has its parent as its first upward head, and all its heads are ancestors', () => {
  fc.assert(
    fc.property(anyGraph, ({ graph }) => {
      const { nodeCount, rank, order, upStart, upHead, downStart, downTail } = buildHierarchy(graph)
      const heads = (r: number) => [...upHead.subarray(upStart[r], upStart[r + 1])]
      for (let r = 0; r < nodeCount; r++) {
        expect(rank[order[r]!]).toBe(r)
        const [parent, ...others] = heads(r)
        if (parent === undefined) continue
        expect(parent).toBeGreaterThan(r)
        expect(heads(parent)).toEqual(expect.arrayContaining(others))
        for (const head of heads(r)) {
          expect(downTail.subarray(downStart[head], downStart[head + 1])).toContain(r)
        }
      }
    }),
  )
})

test('a long chain gives a flat tree', () => {
  const chain = graphOf(
    1_000,
    Array.from({ length: 999 }, (_, node) => ({ tail: node, head: node + 1, cost: 1 })),
  )
  const { upStart, upHead } = buildHierarchy(chain.graph)
  const depth = new Int32Array(1_000)
  for (let r = 999; r >= 0; r--)
    if (upStart[r] !== upStart[r + 1]) depth[r] = depth[upHead[upStart[r]!]!]! + 1
  expect(Math.max(...depth)).toBeLessThan(20)
})

test('the separators of a grid are not much wider than the grid', () => {
  const { upHead, upStart, nodeCount } = buildHierarchy(grid(40, 40))
  let widest = 0
  for (let r = 0; r < nodeCount; r++) widest = Math.max(widest, upStart[r + 1]! - upStart[r]!)
  expect(widest).toBeLessThan(80)
  expect(upHead.length).toBeLessThan(13 * nodeCount)
})

test('tells how far it is, and stops when asked', () => {
  const shares: number[] = []
  findNodeOrder(grid(30, 30), { onProgress: (share) => shares.push(share) })
  expect(shares.length).toBeGreaterThan(10)
  expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  expect(shares[0]).toBeGreaterThanOrEqual(0)
  expect(shares.at(-1)).toBe(1)
  expect(() => findNodeOrder(grid(30, 30), { shouldStop: () => true })).toThrow(BuildStopped)
})

test('a node without a place is refused by number', () => {
  const graph = grid(9, 9)
  graph.nodeLon[40] = Number.NaN
  expect(() => findNodeOrder(graph)).toThrow('node 40 has no place')
})

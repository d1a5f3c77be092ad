import type { UndirectedGraph } from './undirected-graph.ts'

/**
 * Puts a small part of the graph in order by minimum degree: the node with the fewest neighbours goes next, and its
 * neighbours become neighbours of each other. Neighbours outside the part count, but stay.
 *
 * @param nodes Nodes of the part; they come out in the order in which to contract them.
 * @param place Scratch, -1 for each node of the graph before and after.
 * @see Rose (1972), "A Graph-Theoretic Study of the Numerical Solution of Sparse Positive Definite Systems".
 */
export function orderLeaf(graph: UndirectedGraph, nodes: Int32Array, place: Int32Array): void {
  const count = nodes.length
  const known = [...nodes]
  for (let i = 0; i < count; i++) place[nodes[i]!] = i
  for (let i = 0; i < count; i++) {
    for (let j = graph.start[nodes[i]!]!; j < graph.start[nodes[i]! + 1]!; j++) {
      const other = graph.neighbour[j]!
      if (place[other] === -1) place[other] = known.push(other) - 1
    }
  }
  const words = (known.length + 31) >> 5
  const rows = new Int32Array(count * words)
  for (let i = 0; i < count; i++) {
    for (let j = graph.start[nodes[i]!]!; j < graph.start[nodes[i]! + 1]!; j++) {
      const at = place[graph.neighbour[j]!]!
      rows[i * words + (at >> 5)]! |= 1 << (at & 31)
    }
  }
  for (const node of known) place[node] = -1
  const order = eliminate(rows, count, words)
  for (let i = 0; i < count; i++) nodes[i] = known[order[i]!]!
}

/** @param rows Neighbours of each node as bits, `words` numbers a node; changed. */
function eliminate(rows: Int32Array, count: number, words: number): number[] {
  const degree = Array.from({ length: count }, (_, i) => countBits(rows, i * words, words))
  const order: number[] = []
  while (order.length < count) {
    let least = -1
    for (let i = 0; i < count; i++)
      if (degree[i]! >= 0 && (least < 0 || degree[i]! < degree[least]!)) least = i
    order.push(least)
    degree[least] = -1
    for (let i = 0; i < count; i++) {
      if (degree[i]! < 0 || ((rows[least * words + (i >> 5)]! >> (i & 31)) & 1) === 0) continue
      for (let word = 0; word < words; word++) rows[i * words + word]! |= rows[least * words + word]!
      rows[i * words + (i >> 5)]! &= ~(1 << (i & 31))
      rows[i * words + (least >> 5)]! &= ~(1 << (least & 31))
      degree[i] = countBits(rows, i * words, words)
    }
  }
  return order
}

function countBits(rows: Int32Array, from: number, words: number): number {
  let bits = 0
  for (let word = from; word < from + words; word++) {
    for (let left = rows[word]!; left !== 0; left &= left - 1) bits++
  }
  return bits
}

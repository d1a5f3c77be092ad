import { weighArcs } from '@borne/geodata/road-network/arc-costs'
import { findTravelTimes } from '@borne/geodata/road-network/find-matrix'
import { arcsOf } from '@borne/geodata/road-network/graph'
import { customize, findAll, findMatrix } from '@borne/geodata/road-network/hierarchy/hierarchy'
import { prepare } from '@borne/geodata/road-network/prepared'
import { findRoute } from '@borne/geodata/road-network/route'
import { CLOSED, searchFrom } from '@borne/geodata/road-network/shortest-path'
import { snapToRoad } from '@borne/geodata/road-network/snap'
import { EVERYWHERE, positionOf, type RoadsCase } from './roads-case.ts'
import { arcCloser, closedState, matrixOnDay, wetState } from './roads-own.ts'

/**
 * Compares every fast answer with a plain search of the same network: one-to-all, matrices in three states of the
 * roads, routes.
 *
 * @returns How many pairs were compared.
 * @throws Error at the first difference.
 */
export function checkAgainstDijkstra(roads: RoadsCase, starts: number): number {
  return (
    checkOneToAll(roads, starts) +
    checkMatrix(roads, 'dry', (graph) => matrixOnDay(roads, graph, { ...wetState(-1), date: null })) +
    checkMatrix(roads, 'closure', (graph) => matrixOnDay(roads, graph, closedState(roads, -1))) +
    checkMatrix(roads, 'season', (graph) => matrixOnDay(roads, graph, wetState(-1))) +
    checkClosedArcs(roads) +
    checkRoutes(roads, 2 * starts)
  )
}

function checkOneToAll({ name, graph, plain, froms }: RoadsCase, starts: number): number {
  const { hierarchy, weights } = prepare(graph, EVERYWHERE, 'time')!
  const { centiseconds } = weighArcs(plain, EVERYWHERE)
  const out = new Int32Array(graph.nodeCount)
  for (const from of froms.slice(0, starts)) {
    findAll(hierarchy, weights, [{ node: from, cost: 0 }], out)
    const tree = searchFrom(plain, centiseconds, [{ node: from, cost: 0 }])
    for (let node = 0; node < graph.nodeCount; node++) {
      expectSame(`${name}: from node ${from} to node ${node}`, out[node]!, tree.costTo(node))
    }
  }
  return Math.min(starts, froms.length) * graph.nodeCount
}

function checkMatrix(
  { name, graph, plain }: RoadsCase,
  state: string,
  matrixOn: (graph: RoadsCase['graph']) => number[][],
): number {
  const fast = matrixOn(graph)
  const slow = matrixOn(plain)
  fast.forEach((row, i) => {
    row.forEach((seconds, j) => {
      expectSame(`${name}: ${state} matrix, ${i} to ${j}`, seconds, slow[i]![j]!)
    })
  })
  return fast.length * fast[0]!.length
}

/** Weights that were mended where an edge was closed, against weights made anew, and against a search. */
function checkClosedArcs(roads: RoadsCase): number {
  const { name, graph, plain, hierarchy, closedEdge, froms, tos } = roads
  const mended = arcCloser(roads)()
  const arcCost = Int32Array.from(weighArcs(graph, EVERYWHERE).centiseconds)
  for (const arc of [...arcsOf(graph, closedEdge, true), ...arcsOf(graph, closedEdge, false)]) {
    arcCost[arc] = CLOSED
  }
  const places = (nodes: readonly number[]) => nodes.map((node) => [{ node, cost: 0 }])
  const anew = findMatrix(hierarchy, customize(hierarchy, arcCost), places(froms), places(tos))
  froms.forEach((from, i) => {
    const tree = searchFrom(plain, arcCost, [{ node: from, cost: 0 }], { targets: tos })
    tos.forEach((to, j) => {
      const at = i * tos.length + j
      expectSame(`${name}: mended weights, ${i} to ${j}`, mended[at]!, tree.costTo(to))
      expectSame(`${name}: closed edge, ${i} to ${j}`, anew[at]!, tree.costTo(to))
    })
  })
  return mended.length
}

function checkRoutes({ name, graph, plain, pairs }: RoadsCase, count: number): number {
  const snap = (node: number) => snapToRoad(graph, positionOf(graph, node), EVERYWHERE)!
  for (const [from, to] of pairs.slice(0, count)) {
    const fast = findRoute(graph, snap(from), snap(to), EVERYWHERE)
    const [[seconds]] = findTravelTimes(plain, [snap(from)], [snap(to)], EVERYWHERE).seconds as [[number]]
    expectSame(`${name}: route from node ${from} to ${to}`, hundredths(fast?.seconds), hundredths(seconds))
  }
  return Math.min(count, pairs.length)
}

function hundredths(seconds: number | undefined): number {
  return seconds === undefined ? Infinity : Math.round(seconds * 100)
}

function expectSame(what: string, found: number, expected: number): void {
  if (found !== expected) throw new Error(`${what}: ${found}, but Dijkstra's search finds ${expected}`)
}

import { fileURLToPath } from 'node:url'
import { readRoadNetwork } from '@borne/geodata/import/read-road-network'
import { seeded } from '@borne/geodata/itinerary/seeded'
import { DEFAULT_NETWORK_OPTIONS, weighArcs } from '@borne/geodata/road-network/arc-costs'
import { buildRoadGraph } from '@borne/geodata/road-network/build-graph'
import { type RoadGraph, tailOf } from '@borne/geodata/road-network/graph'
import { findRoute } from '@borne/geodata/road-network/route'
import { CLOSED, searchFrom } from '@borne/geodata/road-network/shortest-path'
import { snapToRoad } from '@borne/geodata/road-network/snap'
import type { RouteOptions, SnappedPoint } from '@borne/geodata/road-network/types'
import createGraph from 'ngraph.graph'
import { aStar } from 'ngraph.path'
import { type BenchRow, benchRow } from './bench-row.ts'
import { pgRoutingTimes } from './pgrouting.ts'
import { median, timed } from './stopwatch.ts'

const DATA = fileURLToPath(new URL('../../geodata/data', import.meta.url))
const RUNS = 30
const PAIRS = 400
const EVERYWHERE: RouteOptions = { ...DEFAULT_NETWORK_OPTIONS, allowCrossing: true, by: 'time' }

/** An arc that is open, with its cost in seconds. */
export interface BenchArc {
  tail: number
  head: number
  seconds: number
}

/** Times of the road engine beside ngraph.path and pgRouting, on the same arcs and from the same nodes. */
export async function measureRoadSearch(bench: string, tell: (line: string) => void): Promise<BenchRow[]> {
  const records = await readRoadNetwork(DATA)
  const build = await timed(3, () => buildRoadGraph(records))
  const graph = buildRoadGraph(records)
  const starts = sampleNodes(graph, RUNS)
  const { centiseconds } = weighArcs(graph, EVERYWHERE)
  const oneToAll = await timed(RUNS, (run) =>
    searchFrom(graph, centiseconds, [{ node: starts[run]!, cost: 0 }]),
  )
  tell(`graph of ${graph.nodeCount} nodes and ${graph.arcHead.length} arcs; ngraph.path now`)
  const arcs = openArcs(graph, centiseconds)
  const ngraph = await timeNgraph(arcs, graph.nodeCount, starts)
  tell('pgRouting now')
  const pgRouting = await pgRoutingTimes(arcs, starts.slice(0, 5))
  const all = 'one-to-all over the whole graph, all nodes'
  const value = median(oneToAll)
  return [
    benchRow(bench, { row: 'graph from rows, with index', value: median(build), unit: 'ms', goal: 700 }),
    benchRow(bench, {
      row: all,
      value,
      unit: 'ms',
      goal: 15,
      peer: { name: 'ngraph.path aStar without heuristic, to a node apart', value: ngraph },
    }),
    ...pgRouting.map((peer) =>
      benchRow(bench, {
        row: peer.value === null ? `${all}; pgRouting left out: ${peer.missing}` : all,
        value,
        unit: 'ms',
        peer,
      }),
    ),
    await measureRoutes(bench, graph),
  ]
}

function sampleNodes(graph: RoadGraph, count: number): number[] {
  const { centiseconds } = weighArcs(graph, EVERYWHERE)
  const random = seeded(2026)
  const largest = searchFrom(graph, centiseconds, [{ node: capital(graph), cost: 0 }])
  const nodes: number[] = []
  while (nodes.length < count) {
    const node = Math.floor(random() * graph.nodeCount)
    if (largest.costTo(node) < CLOSED) nodes.push(node)
  }
  return nodes
}

/** A node of Sélibaby. */
function capital(graph: RoadGraph): number {
  return graph.edgeFrom[snapToRoad(graph, [-12.18479, 15.15799], EVERYWHERE)!.edge]!
}

function openArcs(graph: RoadGraph, centiseconds: Int32Array): BenchArc[] {
  return [...graph.arcHead.keys()].flatMap((arc) => {
    const cost = centiseconds[arc]!
    return cost < CLOSED ? [{ tail: tailOf(graph, arc), head: graph.arcHead[arc]!, seconds: cost / 100 }] : []
  })
}

/**
 * ngraph.path knows no one-to-all. Its aStar without a heuristic is Dijkstra's search; asked for a node that nothing
 * leads to, it settles everything that can be reached, which is the same work.
 */
async function timeNgraph(arcs: readonly BenchArc[], nodeCount: number, starts: readonly number[]) {
  const graph = createGraph<undefined, number>({ multigraph: true })
  for (const { tail, head, seconds } of arcs) graph.addLink(tail, head, seconds)
  graph.addNode(nodeCount)
  const finder = aStar(graph, { oriented: true, distance: (_from, _to, link) => link.data })
  return median(
    await timed(starts.length, (run) => {
      if (finder.find(starts[run]!, nodeCount).length > 0) throw new Error('the node apart was reached')
    }),
  )
}

async function measureRoutes(bench: string, graph: RoadGraph): Promise<BenchRow> {
  const random = seeded(15)
  const points: SnappedPoint[] = []
  while (points.length < 2 * PAIRS) {
    const snapped = snapToRoad(graph, [-12.9 + 1.6 * random(), 14.7 + 1.2 * random()], EVERYWHERE)
    if (snapped) points.push(snapped)
  }
  const times = await timed(PAIRS, (run) =>
    findRoute(graph, points[2 * run]!, points[2 * run + 1]!, EVERYWHERE),
  )
  const row = `route between two snapped points, geometry included, p50 of ${PAIRS} pairs`
  return benchRow(bench, { row, value: median(times), unit: 'ms', goal: 5 })
}

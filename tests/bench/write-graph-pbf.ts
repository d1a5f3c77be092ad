import type { Position } from '@borne/geodata/geometry/position'
import { edgeLine, edgeOf, type RoadGraph } from '@borne/geodata/road-network/graph'
import { type PbfNode, type PbfWay, type Tags, writePbf } from '../support/write-pbf.ts'

/**
 * Writes a graph as a file of OpenStreetMap for Valhalla: node n becomes node n + 1, edge e becomes way e + 1, with our
 * speed as its `maxspeed`, so that both drive on the same network at about the same speeds.
 *
 * @param seconds By edge; edges of no finite time are left out.
 */
export async function writeGraphPbf(path: string, graph: RoadGraph, seconds: Float64Array): Promise<void> {
  await writePbf(path, { nodes: nodesOf(graph), ways: waysOf(graph, seconds) })
}

function* nodesOf(graph: RoadGraph): Generator<PbfNode> {
  for (let node = 0; node < graph.nodeCount; node++) {
    yield { id: node + 1, lon: graph.nodeLon[node]!, lat: graph.nodeLat[node]! }
  }
  let id = graph.nodeCount + 1
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    for (const [lon, lat] of innerLine(graph, edge)) yield { id: id++, lon, lat }
  }
}

function* waysOf(graph: RoadGraph, seconds: Float64Array): Generator<PbfWay> {
  let inner = graph.nodeCount + 1
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const first = inner
    inner += innerLine(graph, edge).length
    if (!(seconds[edge]! < Infinity)) continue
    const bends = Array.from({ length: inner - first }, (_, i) => first + i)
    const refs = [graph.edgeFrom[edge]! + 1, ...bends, graph.edgeTo[edge]! + 1]
    yield { id: edge + 1, refs, tags: tagsOf(graph, edge, seconds[edge]!) }
  }
}

function innerLine(graph: RoadGraph, edge: number): Position[] {
  return edgeLine(graph, edge).slice(1, -1)
}

function tagsOf(graph: RoadGraph, edge: number, seconds: number): Tags {
  const { highway, isFerry, isOneway, lengthMetres } = edgeOf(graph, edge)
  const kmh = (lengthMetres / seconds) * 3.6
  return {
    ...(isFerry ? { route: 'ferry' } : { highway }),
    // Paths are no ways for cars by themselves; in our speeds they are.
    motor_vehicle: 'yes',
    maxspeed: String(Math.max(1, Math.round(kmh))),
    ...(isOneway ? { oneway: 'yes' } : {}),
  }
}

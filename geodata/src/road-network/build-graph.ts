import Flatbush from 'flatbush'
import { sliceLine } from '../geometry/along-line.ts'
import type { Position } from '../geometry/position.ts'
import { type Connector, type ConnectorEnd, connectGaps } from './connectors.ts'
import type { GraphEdge, RoadGraph } from './graph.ts'
import { surfaceOf } from './speeds.ts'
import type { RoadEdgeRecord, RoadNetworkRecords } from './types.ts'

/** An edge on its way into the graph, with the keys of its nodes. */
interface Stretch {
  edge: GraphEdge
  from: number | string
  to: number | string
  coordinates: readonly Position[]
}

interface Cut {
  fraction: number
  node: string
  position: Position
}

/**
 * Builds the graph from rows of `road_edge` and `road_gap`.
 *
 * Node keys are joined as they are: rows that end on one place but name two nodes stay unconnected.
 *
 * @param records Edges with at least two positions each; gaps and border lines may be left out.
 * @returns The graph; nothing of `records` is kept but positions copied into typed arrays.
 * @throws RangeError naming the edge that has fewer than two positions or no positive length.
 */
export function buildRoadGraph(records: RoadNetworkRecords): RoadGraph {
  for (const edge of records.edges) {
    if (edge.coordinates.length < 2) throw new RangeError(`edge ${edge.id} has fewer than two positions`)
    if (!(edge.lengthMetres > 0)) throw new RangeError(`edge ${edge.id} has no positive length`)
  }
  const connectors = connectGaps(records.gaps ?? [], records.edges)
  const stretches = [...cutEdges(records.edges, cutsOf(connectors)), ...connectors.map(toStretch)]
  const { edgeFrom, edgeTo, nodeCount } = numberNodes(stretches)
  return {
    nodeCount,
    edgeCount: stretches.length,
    edges: stretches.map((stretch) => stretch.edge),
    edgeFrom,
    edgeTo,
    ...layCoordinates(stretches),
    ...describeNodes(stretches, edgeFrom, edgeTo, nodeCount),
    ...layArcs(stretches, edgeFrom, edgeTo, nodeCount),
    ...indexPieces(stretches),
    ...indexBorders(records.borders ?? []),
  }
}

function cutKey(connector: Connector, end: 0 | 1): string {
  return `${connector.gapId}/${end}`
}

function cutsOf(connectors: readonly Connector[]): Map<number, Cut[]> {
  const cuts = new Map<number, Cut[]>()
  for (const connector of connectors) {
    for (const i of [0, 1] as const) {
      const end = connector.ends[i]
      if ('node' in end) continue
      const cut = { fraction: end.fraction, node: cutKey(connector, i), position: end.position }
      cuts.set(end.edgeId, [...(cuts.get(end.edgeId) ?? []), cut])
    }
  }
  return cuts
}

function toStretch(connector: Connector): Stretch {
  const nodeOf = (end: ConnectorEnd, i: 0 | 1) => ('node' in end ? end.node : cutKey(connector, i))
  return {
    edge: {
      id: connector.gapId,
      highway: 'gap',
      grade: 'presumed',
      surface: 'track',
      isOneway: false,
      isFerry: false,
      iso3: connector.iso3,
      lengthMetres: connector.lengthMetres,
      gapMetres: connector.gapMetres,
    },
    from: nodeOf(connector.ends[0], 0),
    to: nodeOf(connector.ends[1], 1),
    coordinates: connector.coordinates,
  }
}

function toGraphEdge(record: RoadEdgeRecord, lengthMetres: number): GraphEdge {
  return {
    id: record.id,
    highway: record.highway,
    grade: record.grade,
    surface: surfaceOf(record.highway, record.grade, record.isFerry),
    isOneway: record.isOneway,
    isFerry: record.isFerry,
    iso3: record.iso3,
    lengthMetres,
    gapMetres: 0,
  }
}

function cutEdges(edges: readonly RoadEdgeRecord[], cuts: ReadonlyMap<number, Cut[]>): Stretch[] {
  return edges.flatMap((record): Stretch[] => {
    const places = cuts.get(record.id)
    if (!places) {
      const edge = toGraphEdge(record, record.lengthMetres)
      return [{ edge, from: record.u, to: record.v, coordinates: record.coordinates }]
    }
    const stops = [
      { fraction: 0, node: record.u },
      ...places.toSorted((a, b) => a.fraction - b.fraction),
      { fraction: 1, node: record.v },
    ]
    return stops.slice(1).map((stop, i) => {
      const start = stops[i]!
      return {
        edge: toGraphEdge(record, record.lengthMetres * (stop.fraction - start.fraction)),
        from: start.node,
        to: stop.node,
        coordinates: sliceLine(record.coordinates, start.fraction, stop.fraction),
      }
    })
  })
}

function numberNodes(stretches: readonly Stretch[]) {
  const numbers = new Map<number | string, number>()
  const number = (key: number | string) => {
    let node = numbers.get(key)
    if (node === undefined) {
      node = numbers.size
      numbers.set(key, node)
    }
    return node
  }
  const edgeFrom = new Int32Array(stretches.length)
  const edgeTo = new Int32Array(stretches.length)
  stretches.forEach((stretch, e) => {
    edgeFrom[e] = number(stretch.from)
    edgeTo[e] = number(stretch.to)
  })
  return { edgeFrom, edgeTo, nodeCount: numbers.size }
}

function layCoordinates(stretches: readonly Stretch[]) {
  const coordinateStart = new Uint32Array(stretches.length + 1)
  stretches.forEach((stretch, e) => {
    coordinateStart[e + 1] = coordinateStart[e]! + stretch.coordinates.length
  })
  const coordinates = new Float64Array(2 * coordinateStart[stretches.length]!)
  let at = 0
  for (const stretch of stretches) {
    for (const position of stretch.coordinates) {
      coordinates[at++] = position[0]
      coordinates[at++] = position[1]
    }
  }
  return { coordinateStart, coordinates }
}

function describeNodes(stretches: readonly Stretch[], from: Int32Array, to: Int32Array, nodeCount: number) {
  const nodeLon = new Float64Array(nodeCount)
  const nodeLat = new Float64Array(nodeCount)
  const isOnLand = new Uint8Array(nodeCount)
  const describe = (node: number, position: Position, isFerry: boolean) => {
    nodeLon[node] = position[0]
    nodeLat[node] = position[1]
    if (!isFerry) isOnLand[node] = 1
  }
  for (let e = stretches.length - 1; e >= 0; e--) {
    const { coordinates, edge } = stretches[e]!
    describe(from[e]!, coordinates[0]!, edge.isFerry)
    describe(to[e]!, coordinates[coordinates.length - 1]!, edge.isFerry)
  }
  return { nodeLon, nodeLat, isOnLand }
}

function layArcs(stretches: readonly Stretch[], from: Int32Array, to: Int32Array, nodeCount: number) {
  const arcStart = new Int32Array(nodeCount + 1)
  stretches.forEach(({ edge }, e) => {
    arcStart[from[e]! + 1]!++
    if (!edge.isOneway) arcStart[to[e]! + 1]!++
  })
  for (let n = 0; n < nodeCount; n++) arcStart[n + 1]! += arcStart[n]!
  const arcHead = new Int32Array(arcStart[nodeCount]!)
  const arcEdge = new Int32Array(arcStart[nodeCount]!)
  const isForward = new Uint8Array(arcStart[nodeCount]!)
  const next = arcStart.slice()
  const lay = (tail: number, head: number, e: number, forward: 0 | 1) => {
    const arc = next[tail]!++
    isForward[arc] = forward
    arcHead[arc] = head
    arcEdge[arc] = e
  }
  stretches.forEach(({ edge }, e) => {
    lay(from[e]!, to[e]!, e, 1)
    if (!edge.isOneway) lay(to[e]!, from[e]!, e, 0)
  })
  return { arcStart, arcHead, arcEdge, isForward }
}

/** Only mapped roads on land are snapped to: the course of the others is not known. */
function indexPieces(stretches: readonly Stretch[]) {
  const isIndexed = ({ edge }: Stretch) => edge.grade === 'mapped' && !edge.isFerry
  const count = stretches.reduce((sum, s) => (isIndexed(s) ? sum + s.coordinates.length - 1 : sum), 0)
  const pieceEdge = new Uint32Array(count)
  const pieceIndex = new Uint32Array(count)
  const pieces = new Flatbush(Math.max(1, count))
  let item = 0
  stretches.forEach((stretch, e) => {
    if (!isIndexed(stretch)) return
    const line = stretch.coordinates
    for (let i = 1; i < line.length; i++) {
      addPiece(pieces, line[i - 1]!, line[i]!)
      pieceEdge[item] = e
      pieceIndex[item++] = i - 1
    }
  })
  if (count === 0) pieces.add(Infinity, Infinity, Infinity, Infinity)
  pieces.finish()
  return { pieces, pieceEdge, pieceIndex }
}

function indexBorders(borders: readonly (readonly Position[])[]) {
  const pairs = borders.flatMap((line) => line.slice(1).map((b, i) => [line[i]!, b] as const))
  const borderCoordinates = Float64Array.from(pairs.flatMap(([a, b]) => [...a, ...b]))
  if (pairs.length === 0) return { borderPieces: null, borderCoordinates }
  const borderPieces = new Flatbush(pairs.length)
  for (const [a, b] of pairs) addPiece(borderPieces, a, b)
  borderPieces.finish()
  return { borderPieces, borderCoordinates }
}

function addPiece(index: Flatbush, a: Position, b: Position): void {
  index.add(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))
}

import Flatbush from 'flatbush'
import { sliceLine } from '../geometry/along-line.ts'
import type { Position } from '../geometry/position.ts'
import { type AddedStretch, type AdditionEnd, connectAdditions } from './connect-additions.ts'
import { type Connector, connectGaps } from './connectors.ts'
import {
  type AddedEdge,
  type GapEdge,
  GRADES,
  ROUNDABOUT_BIT,
  type RoadGraph,
  structureCode,
} from './graph.ts'
import { accessOfRecord, type EdgeAccess, layArcs } from './lay-arcs.ts'
import { measureExposure } from './measure-exposure.ts'
import { ALL_MODES, GROUNDS, HIGHWAYS, type Highway, isHighway, SMOOTHNESSES } from './road-codes.ts'
import type { RoadAddition, RoadEdgeRecord, RoadGrade, RoadNetworkRecords } from './types.ts'

/** An edge on its way into the graph, with the keys of its nodes. */
interface Stretch {
  /** The row of which it is the whole or a part; null = a connector across a gap. */
  record: RoadEdgeRecord | null
  gap: Connector | null
  added: RoadAddition | null
  highway: Highway
  grade: RoadGrade
  iso3: string | null
  lengthMetres: number
  access: EdgeAccess
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
 * @param records Edges with at least two positions each; all else may be left out.
 * @returns The graph; nothing of `records` is kept but positions copied into typed arrays.
 * @throws RangeError naming the edge that has fewer than two positions, no positive length or an unknown class.
 */
export function buildRoadGraph(records: RoadNetworkRecords): RoadGraph {
  for (const edge of records.edges) {
    if (edge.coordinates.length < 2) throw new RangeError(`edge ${edge.id} has fewer than two positions`)
    if (!(edge.lengthMetres > 0)) throw new RangeError(`edge ${edge.id} has no positive length`)
  }
  const connectors = connectGaps(records.gaps ?? [], records.edges)
  const added = connectAdditions(records.additions ?? [], records.edges)
  const stretches = [
    ...cutEdges(records.edges, cutsOf(connectors, added)),
    ...connectors.map(toStretch),
    ...added.map(toAddedStretch),
  ]
  const { edgeFrom, edgeTo, nodeCount, numbers } = numberNodes(stretches)
  const columns = layColumns(stretches)
  const arcs = layArcs(
    { nodeCount, edgeFrom, edgeTo, edgeId: columns.edgeId, access: stretches.map(({ access }) => access) },
    records.restrictions ?? [],
    (id) => numbers.get(id),
  )
  return {
    edgeCount: stretches.length,
    edgeFrom,
    edgeTo,
    ...columns,
    ...arcs,
    ...layCoordinates(stretches),
    ...describeNodes(stretches, edgeFrom, edgeTo, arcs),
    ...measureExposure(stretches.map(exposureOf), records.wadis ?? [], records.floodRivers ?? []),
    ...indexPieces(stretches),
    ...indexBorders(records.borders ?? []),
  }
}

function exposureOf({ coordinates, record, grade, highway }: Stretch) {
  return {
    coordinates,
    structure: record?.structure ?? null,
    isExposed: grade === 'mapped' && highway !== 'ferry' && highway !== 'river',
  }
}

/** Two ends at one place of a road are one node. */
function cutKey({ edgeId, fraction }: { edgeId: number; fraction: number }): string {
  return `${edgeId}@${fraction.toFixed(9)}`
}

function keyOf(end: AdditionEnd): number | string {
  if ('node' in end) return end.node
  return 'key' in end ? end.key : cutKey(end)
}

function cutsOf(connectors: readonly Connector[], added: readonly AddedStretch[]): Map<number, Cut[]> {
  const cuts = new Map<number, Map<string, Cut>>()
  for (const { ends } of [...connectors, ...added]) {
    for (const end of ends) {
      if (!('edgeId' in end)) continue
      const { edgeId, fraction, position } = end
      const ofEdge = cuts.get(edgeId) ?? new Map<string, Cut>()
      cuts.set(edgeId, ofEdge.set(cutKey(end), { fraction, node: cutKey(end), position }))
    }
  }
  return new Map(Array.from(cuts, ([edgeId, ofEdge]) => [edgeId, [...ofEdge.values()]]))
}

function toStretch(connector: Connector): Stretch {
  return {
    record: null,
    added: null,
    gap: connector,
    highway: 'gap',
    grade: 'presumed',
    iso3: connector.iso3,
    lengthMetres: connector.lengthMetres,
    access: { forward: ALL_MODES, backward: ALL_MODES },
    from: keyOf(connector.ends[0]),
    to: keyOf(connector.ends[1]),
    coordinates: connector.coordinates,
  }
}

function toAddedStretch({ addition, ends, coordinates, lengthMetres }: AddedStretch): Stretch {
  return {
    record: null,
    gap: null,
    added: addition,
    highway: addition.highway,
    grade: 'mapped',
    iso3: addition.iso3,
    lengthMetres,
    access: { forward: ALL_MODES, backward: ALL_MODES },
    from: keyOf(ends[0]),
    to: keyOf(ends[1]),
    coordinates,
  }
}

function ofRecord(record: RoadEdgeRecord) {
  const { highway, grade, iso3 } = record
  if (!isHighway(highway)) throw new RangeError(`edge ${record.id} is of an unknown class: ${highway}`)
  return { record, gap: null, added: null, highway, grade, iso3, access: accessOfRecord(record) }
}

function cutEdges(edges: readonly RoadEdgeRecord[], cuts: ReadonlyMap<number, Cut[]>): Stretch[] {
  return edges.flatMap((record): Stretch[] => {
    const places = cuts.get(record.id)
    const common = ofRecord(record)
    const { lengthMetres, coordinates, u, v } = record
    if (!places) return [{ ...common, lengthMetres, from: u, to: v, coordinates }]
    const stops = [
      { fraction: 0, node: record.u },
      ...places.toSorted((a, b) => a.fraction - b.fraction),
      { fraction: 1, node: record.v },
    ]
    return stops.slice(1).map((stop, i) => {
      const start = stops[i]!
      return {
        ...common,
        lengthMetres: lengthMetres * (stop.fraction - start.fraction),
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
  return { edgeFrom, edgeTo, nodeCount: numbers.size, numbers }
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

function layColumns(stretches: readonly Stretch[]) {
  const countries: (string | null)[] = [null]
  const names = ['']
  const nameNumbers = new Map([['', 0]])
  const bytes = () => new Uint8Array(stretches.length)
  const columns = {
    edgeId: new Float64Array(stretches.length),
    edgeLengthMetres: new Float32Array(stretches.length),
    edgeHighway: bytes(),
    edgeGround: bytes(),
    edgeGrade: bytes(),
    edgeQuality: bytes(),
    edgeMaxKmh: bytes(),
    edgeStructure: bytes(),
    edgeCountry: bytes(),
    edgeName: new Int32Array(stretches.length),
  }
  const gaps: [number, GapEdge][] = []
  const additions: [number, AddedEdge][] = []
  stretches.forEach(({ record, gap, added, highway, grade, iso3, lengthMetres }, e) => {
    columns.edgeId[e] = record?.id ?? Number.NaN
    columns.edgeLengthMetres[e] = lengthMetres
    columns.edgeHighway[e] = HIGHWAYS.indexOf(highway)
    columns.edgeGround[e] = GROUNDS.indexOf(record?.ground ?? added?.ground ?? 'unknown')
    columns.edgeGrade[e] = GRADES.indexOf(grade)
    columns.edgeQuality[e] = qualityOf(record)
    columns.edgeMaxKmh[e] = Math.min(255, Math.round(record?.maxKmh ?? 0))
    columns.edgeStructure[e] = structureCode(record?.structure ?? null)
    if (!countries.includes(iso3)) countries.push(iso3)
    columns.edgeCountry[e] = countries.indexOf(iso3)
    const name = record?.name ?? added?.name ?? ''
    if (!nameNumbers.has(name)) nameNumbers.set(name, names.push(name) - 1)
    columns.edgeName[e] = nameNumbers.get(name)!
    if (gap) gaps.push([e, { id: gap.gapId, gapMetres: gap.gapMetres }])
    if (added)
      additions.push([e, { editId: added.id, validFrom: added.validFrom, validUntil: added.validUntil }])
  })
  return { ...columns, countries, names, gaps: new Map(gaps), additions: new Map(additions) }
}

function qualityOf(record: RoadEdgeRecord | null): number {
  const smoothness = record?.smoothness ? SMOOTHNESSES.indexOf(record.smoothness) + 1 : 0
  return (record?.trackGrade ?? 0) | (smoothness << 3) | (record?.isRoundabout ? ROUNDABOUT_BIT : 0)
}

function describeNodes(
  stretches: readonly Stretch[],
  from: Int32Array,
  to: Int32Array,
  { nodeCount, firstCopy, copyOf }: Pick<RoadGraph, 'nodeCount' | 'firstCopy' | 'copyOf'>,
) {
  const nodeLon = new Float64Array(nodeCount)
  const nodeLat = new Float64Array(nodeCount)
  const isOnLand = new Uint8Array(nodeCount)
  const describe = (node: number, position: Position, isLand: boolean) => {
    nodeLon[node] = position[0]
    nodeLat[node] = position[1]
    if (isLand) isOnLand[node] = 1
  }
  for (let e = stretches.length - 1; e >= 0; e--) {
    const { coordinates, highway } = stretches[e]!
    const isLand = highway !== 'ferry' && highway !== 'river'
    describe(from[e]!, coordinates[0]!, isLand)
    describe(to[e]!, coordinates[coordinates.length - 1]!, isLand)
  }
  copyOf.forEach((node, i) => {
    describe(firstCopy + i, [nodeLon[node]!, nodeLat[node]!], isOnLand[node] === 1)
  })
  return { nodeLon, nodeLat, isOnLand }
}

/** Only mapped roads on land are snapped to: the course of the others is not known. */
function indexPieces(stretches: readonly Stretch[]) {
  const isIndexed = ({ grade, highway }: Stretch) =>
    grade === 'mapped' && highway !== 'ferry' && highway !== 'river'
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

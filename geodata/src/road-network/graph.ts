import type Flatbush from 'flatbush'
import type { Position } from '../geometry/position.ts'
import type { IsoDate } from '../road-state/types.ts'
import { type AccessMask, GROUNDS, type Ground, HIGHWAYS, type Highway } from './road-codes.ts'
import { surfaceOf } from './speeds.ts'
import type { RoadGrade, RoadStructure, Surface } from './types.ts'

export const GRADES = ['mapped', 'documented', 'presumed'] as const satisfies readonly RoadGrade[]
const FERRY = HIGHWAYS.indexOf('ferry')
/** Set in `edgeQuality` where a stretch is part of a roundabout. */
export const ROUNDABOUT_BIT = 0b1000_0000
const STRUCTURES = ['bridge', 'ford', 'tunnel'] as const satisfies readonly RoadStructure[]

/** What is known of a stretch of the graph: a row of `road_edge`, a part of one that a gap's end cuts, or a gap. */
export interface GraphEdge {
  id: number | string
  highway: Highway
  grade: RoadGrade
  surface: Surface
  ground: Ground
  /** No motor vehicle may go back along it. */
  isOneway: boolean
  isFerry: boolean
  structure: RoadStructure | null
  iso3: string | null
  name: string | null
  maxKmh: number | null
  lengthMetres: number
  /** Length of the hole of the map that a presumed stretch goes over; 0 on roads. */
  gapMetres: number
}

/** A stretch of a road that people added. */
export interface AddedEdge {
  editId: string
  validFrom: IsoDate | null
  validUntil: IsoDate | null
}

/** A connector across a hole of the map. */
export interface GapEdge {
  id: string
  gapMetres: number
}

/**
 * Road network in typed arrays. Nodes and edges are indices from 0; an arc is an edge in one direction that someone
 * may take. The arcs that leave node n are `arcStart[n]` to `arcStart[n + 1] - 1` (compressed sparse rows).
 *
 * Where a turn is forbidden, the arc that must not be followed by it ends at a *copy* of the node, which has the other
 * arcs only: so every search over nodes obeys turn restrictions without knowing of them. Copies have the highest
 * numbers. What a question costs lives apart, in `arc-costs.ts`: one graph serves every vehicle, day and permission.
 */
export interface RoadGraph {
  nodeCount: number
  edgeCount: number
  edgeFrom: Int32Array
  edgeTo: Int32Array
  /** Ids of rows of `road_edge`; NaN where an edge is in `gaps` or `additions`. */
  edgeId: Float64Array
  edgeLengthMetres: Float32Array
  /** Codes: `HIGHWAYS`, `GROUNDS`, `GRADES`. */
  edgeHighway: Uint8Array
  edgeGround: Uint8Array
  edgeGrade: Uint8Array
  /** Low three bits: `tracktype` 1 to 5; the next four: place in `SMOOTHNESSES` plus 1; 0 = not told. `ROUNDABOUT_BIT`. */
  edgeQuality: Uint8Array
  /** 0 = not told. */
  edgeMaxKmh: Uint8Array
  /** Place in `STRUCTURES` plus 1; 0 = none. */
  edgeStructure: Uint8Array
  /** Place in `countries`. */
  edgeCountry: Uint8Array
  countries: readonly (string | null)[]
  /** Place in `names`; the first is the empty name. */
  edgeName: Int32Array
  names: readonly string[]
  /** By edge index. */
  gaps: ReadonlyMap<number, GapEdge>
  /** By edge index. */
  additions: ReadonlyMap<number, AddedEdge>
  /** Places at which edge e meets a watercourse without a bridge: `wadiAt[wadiStart[e]]` …, fractions of its length. */
  wadiStart: Uint32Array
  wadiAt: Float32Array
  /** lon, lat, lon, lat …; those of edge e are `coordinateStart[e]` to `coordinateStart[e + 1] - 1`, in positions. */
  coordinates: Float64Array
  coordinateStart: Uint32Array
  /** By position: metres to the nearest river that floods; 65 535 = far. */
  riverMetres: Uint16Array
  nodeLon: Float64Array
  nodeLat: Float64Array
  /** 1 where a road on land begins or ends: ferries land there. */
  isOnLand: Uint8Array
  arcStart: Int32Array
  arcHead: Int32Array
  arcEdge: Int32Array
  /** 1 where an arc runs in the direction of its edge. */
  isForward: Uint8Array
  /** Who may take the arc: bits of `MODES`. */
  arcAccess: Uint8Array
  /** Nodes from this number on are copies; `copyOf[n - firstCopy]`, ascending, is the node that n copies. */
  firstCopy: number
  copyOf: Int32Array
  /** Boxes of the straight pieces of mapped roads on land; item i is piece `pieceIndex[i]` of edge `pieceEdge[i]`. */
  pieces: Flatbush
  pieceEdge: Uint32Array
  pieceIndex: Uint32Array
  /** Boxes of the straight pieces of the border lines; null when none were given. */
  borderPieces: Flatbush | null
  /** Four numbers a piece: lon, lat, lon, lat. */
  borderCoordinates: Float64Array
}

/** What is known of an edge, by its index. */
export function edgeOf(graph: RoadGraph, edge: number): GraphEdge {
  const gap = graph.gaps.get(edge)
  const highway = HIGHWAYS[graph.edgeHighway[edge]!]!
  const grade = GRADES[graph.edgeGrade[edge]!]!
  const structure = graph.edgeStructure[edge]!
  return {
    id: edgeIdOf(graph, edge),
    highway,
    grade,
    surface: surfaceOf(highway, grade),
    ground: GROUNDS[graph.edgeGround[edge]!]!,
    isOneway: isOnewayForMotors(graph, edge),
    isFerry: highway === 'ferry',
    structure: structure === 0 ? null : STRUCTURES[structure - 1]!,
    iso3: graph.countries[graph.edgeCountry[edge]!]!,
    name: graph.names[graph.edgeName[edge]!] || null,
    maxKmh: graph.edgeMaxKmh[edge]! || null,
    lengthMetres: graph.edgeLengthMetres[edge]!,
    gapMetres: gap?.gapMetres ?? 0,
  }
}

/** Id of the row of an edge, of a gap, or `edit:` and the id of the edit that added it. */
export function edgeIdOf(graph: RoadGraph, edge: number): number | string {
  const added = graph.additions.get(edge)
  return added ? `edit:${added.editId}` : (graph.gaps.get(edge)?.id ?? graph.edgeId[edge]!)
}

/** Code of a structure, for `edgeStructure`. */
export function structureCode(structure: RoadStructure | null): number {
  return structure === null ? 0 : STRUCTURES.indexOf(structure) + 1
}

function isOnewayForMotors(graph: RoadGraph, edge: number): boolean {
  const back = arcsOf(graph, edge, false)
  return back.every((arc) => (graph.arcAccess[arc]! & 0b00111) === 0)
}

/** Arcs of an edge in one direction: more than one where its first node has copies, none where nobody may go. */
export function arcsOf(graph: RoadGraph, edge: number, isForward: boolean): number[] {
  const tail = isForward ? graph.edgeFrom[edge]! : graph.edgeTo[edge]!
  const arcs = arcsAt(graph, tail, edge, isForward)
  for (const copy of copiesOf(graph, tail)) arcs.push(...arcsAt(graph, copy, edge, isForward))
  return arcs
}

/** Copies of a node, at which one stands who comes by an arc with forbidden turns. */
export function copiesOf({ copyOf, firstCopy }: RoadGraph, node: number): number[] {
  const copies: number[] = []
  for (let copy = firstCopyOf(copyOf, node); copyOf[copy] === node; copy++) copies.push(firstCopy + copy)
  return copies
}

/** Where a node would stand in the ascending list. */
function firstCopyOf(copyOf: Int32Array, node: number): number {
  let low = 0
  let high = copyOf.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (copyOf[middle]! < node) low = middle + 1
    else high = middle
  }
  return low
}

function arcsAt(graph: RoadGraph, node: number, edge: number, isForward: boolean): number[] {
  const arcs: number[] = []
  for (let arc = graph.arcStart[node]!; arc < graph.arcStart[node + 1]!; arc++) {
    if (graph.arcEdge[arc] === edge && graph.isForward[arc] === (isForward ? 1 : 0)) arcs.push(arc)
  }
  return arcs
}

/** Node that an arc leaves. */
export function tailOf(graph: RoadGraph, arc: number): number {
  if (arc >= graph.arcStart[graph.firstCopy]!) return tailAmongCopies(graph, arc)
  const edge = graph.arcEdge[arc]!
  return graph.isForward[arc] === 1 ? graph.edgeFrom[edge]! : graph.edgeTo[edge]!
}

function tailAmongCopies(graph: RoadGraph, arc: number): number {
  let low = graph.firstCopy
  let high = graph.nodeCount - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (graph.arcStart[middle]! <= arc) low = middle
    else high = middle - 1
  }
  return low
}

/** The node itself where a number stands for a copy of it. */
export function originalNode({ firstCopy, copyOf }: RoadGraph, node: number): number {
  return node < firstCopy ? node : copyOf[node - firstCopy]!
}

/** Positions of an edge in its own direction. */
export function edgeLine(graph: RoadGraph, edge: number): Position[] {
  const line: Position[] = []
  for (let i = graph.coordinateStart[edge]!; i < graph.coordinateStart[edge + 1]!; i++) {
    line.push([graph.coordinates[2 * i]!, graph.coordinates[2 * i + 1]!])
  }
  return line
}

/** Country of the middle of an edge; null = not known. */
export function iso3Of(graph: RoadGraph, edge: number): string | null {
  return graph.countries[graph.edgeCountry[edge]!]!
}

export function isFerry(graph: RoadGraph, edge: number): boolean {
  return graph.edgeHighway[edge] === FERRY
}

/** Whether a stretch lies outside Mauritania. A stretch of unknown country counts as abroad. */
export function isAbroad(graph: RoadGraph, edge: number): boolean {
  return iso3Of(graph, edge) !== 'MRT'
}

/** Bits of who may take some arc of the graph in a direction. */
export function accessOf(graph: RoadGraph, edge: number, isForward: boolean): AccessMask {
  return arcsOf(graph, edge, isForward).reduce((mask, arc) => mask | graph.arcAccess[arc]!, 0)
}

import { between } from '../geometry/along-line.ts'
import { bboxAround } from '../geometry/bbox.ts'
import { metresPerDegree, sphericalLengthMetres, sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import { conditionsOf, isUsable } from './arc-costs.ts'
import { accessOf, edgeIdOf, edgeLine, type RoadGraph } from './graph.ts'
import type { NetworkOptions, SnappedPoint } from './types.ts'

/** Farther than this from a road a point is off the network. */
export const MAX_OFF_ROAD_METRES = 5_000

interface PiecePlace {
  item: number
  share: number
  metres: number
  position: Position
}

/**
 * Brings a position onto the nearest mapped road that the permissions let through; never onto a ferry, nor onto a
 * stretch whose course is not known. The straight way off the road is not looked at: it may lead over a river.
 *
 * @param maxMetres Search radius.
 * @returns null when no such road is within `maxMetres`.
 */
export function snapToRoad(
  graph: RoadGraph,
  position: Position,
  options: NetworkOptions,
  maxMetres = MAX_OFF_ROAD_METRES,
): SnappedPoint | null {
  let radius = Math.min(200, maxMetres)
  for (;;) {
    const place = nearestPiece(graph, position, options, radius)
    if (place) return toSnappedPoint(graph, position, place)
    if (radius >= maxMetres) return null
    radius = Math.min(radius * 4, maxMetres)
  }
}

function nearestPiece(
  graph: RoadGraph,
  position: Position,
  options: NetworkOptions,
  radius: number,
): PiecePlace | null {
  const [perLon, perLat] = metresPerDegree(position[1])
  let nearest: PiecePlace | null = null
  for (const item of graph.pieces.search(...bboxAround(position, radius))) {
    if (!isOpenTo(graph, graph.pieceEdge[item]!, options)) continue
    const place = placeOnPiece(graph, item, position, perLon, perLat)
    if (place.metres <= (nearest?.metres ?? radius)) nearest = place
  }
  return nearest
}

/** Whether the vehicle may be on an edge, in one direction at least: not on a private road, nor on a footway. */
function isOpenTo(graph: RoadGraph, edge: number, options: NetworkOptions): boolean {
  const access = accessOf(graph, edge, true) | accessOf(graph, edge, false)
  return isUsable(graph, edge, options) && (access & conditionsOf(graph, options).modeBit) !== 0
}

function placeOnPiece(
  graph: RoadGraph,
  item: number,
  position: Position,
  perLon: number,
  perLat: number,
): PiecePlace {
  const at = 2 * (graph.coordinateStart[graph.pieceEdge[item]!]! + graph.pieceIndex[item]!)
  const a: Position = [graph.coordinates[at]!, graph.coordinates[at + 1]!]
  const b: Position = [graph.coordinates[at + 2]!, graph.coordinates[at + 3]!]
  const dx = (b[0] - a[0]) * perLon
  const dy = (b[1] - a[1]) * perLat
  const square = dx * dx + dy * dy
  const along = (position[0] - a[0]) * perLon * dx + (position[1] - a[1]) * perLat * dy
  const share = square > 0 ? Math.max(0, Math.min(1, along / square)) : 0
  const nearest = between(a, b, share)
  const metres = Math.hypot((nearest[0] - position[0]) * perLon, (nearest[1] - position[1]) * perLat)
  return { item, share, metres, position: nearest }
}

function toSnappedPoint(graph: RoadGraph, position: Position, place: PiecePlace): SnappedPoint {
  const edge = graph.pieceEdge[place.item]!
  const line = edgeLine(graph, edge)
  const piece = graph.pieceIndex[place.item]!
  const total = sphericalLengthMetres(line)
  const passed =
    sphericalLengthMetres(line.slice(0, piece + 1)) +
    place.share * sphericalMetres(line[piece]!, line[piece + 1]!)
  return {
    position,
    snappedPosition: place.position,
    offRoadMetres: sphericalMetres(position, place.position),
    edge,
    edgeId: edgeIdOf(graph, edge),
    fraction: total > 0 ? Math.min(1, passed / total) : 0,
  }
}

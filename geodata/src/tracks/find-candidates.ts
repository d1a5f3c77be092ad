import { metresPerDegree } from '../geometry/distance.ts'
import type { RoadGraph } from '../road-network/graph.ts'
import type { AccessMask } from '../road-network/road-codes.ts'
import { arcMetresFor } from './arc-metres.ts'
import { type DirectedEdge, directedEdge } from './way-search.ts'

/** A place on a road in a direction of travel, where a recorded point may have been. */
export interface Candidate {
  edge: number
  isForward: boolean
  directed: DirectedEdge
  /** Beside the road. */
  offMetres: number
  /** From the beginning of the edge in the direction of travel, and to its end. */
  enteredMetres: number
  remainingMetres: number
  /** Node at which the edge is left. */
  head: number
  /** Index of the candidate at the same place in the other direction, -1 where that is not allowed. */
  twin: number
}

interface Nearest {
  edge: number
  offMetres: number
  piece: number
  share: number
}

/** Finds places on roads near recorded points. */
export class CandidateFinder {
  readonly #graph: RoadGraph
  readonly #headOf: Int32Array
  readonly #edgeMetres: Float64Array

  constructor(graph: RoadGraph, modes: AccessMask) {
    this.#graph = graph
    const { headOf, edgeMetres } = arcMetresFor(graph, modes)
    this.#headOf = headOf
    this.#edgeMetres = edgeMetres
  }

  /**
   * @param radiusMetres Farther roads are not looked at.
   * @param most At most so many edges, the nearest; each gives a candidate for each allowed direction.
   */
  find(lon: number, lat: number, radiusMetres: number, most: number): Candidate[] {
    const nearest = this.#nearestByEdge(lon, lat, radiusMetres)
    if (nearest.length > most) {
      nearest.sort((a, b) => a.offMetres - b.offMetres || a.edge - b.edge)
      nearest.length = most
    }
    const candidates: Candidate[] = []
    for (const place of nearest) this.#addDirections(place, candidates)
    return candidates
  }

  /** Metres to the nearest road, `Infinity` beyond the radius. */
  nearestMetres(lon: number, lat: number, radiusMetres: number): number {
    return this.#nearestByEdge(lon, lat, radiusMetres).reduce(
      (least, { offMetres }) => Math.min(least, offMetres),
      Infinity,
    )
  }

  #nearestByEdge(lon: number, lat: number, radiusMetres: number): Nearest[] {
    const { pieces, pieceEdge, pieceIndex, coordinateStart, coordinates } = this.#graph
    const [perLon, perLat] = metresPerDegree(lat)
    const [dLon, dLat] = [radiusMetres / perLon, radiusMetres / perLat]
    const nearest: Nearest[] = []
    for (const item of pieces.search(lon - dLon, lat - dLat, lon + dLon, lat + dLat)) {
      const edge = pieceEdge[item]!
      if (this.#headOf[2 * edge]! < 0 && this.#headOf[2 * edge + 1]! < 0) continue
      const at = 2 * (coordinateStart[edge]! + pieceIndex[item]!)
      const ax = (coordinates[at]! - lon) * perLon
      const ay = (coordinates[at + 1]! - lat) * perLat
      const dx = (coordinates[at + 2]! - lon) * perLon - ax
      const dy = (coordinates[at + 3]! - lat) * perLat - ay
      const square = dx * dx + dy * dy
      const share = square > 0 ? Math.max(0, Math.min(1, -(ax * dx + ay * dy) / square)) : 0
      const offMetres = Math.hypot(ax + share * dx, ay + share * dy)
      if (offMetres > radiusMetres) continue
      const known = nearest.find((place) => place.edge === edge)
      if (!known) nearest.push({ edge, offMetres, piece: pieceIndex[item]!, share })
      else if (offMetres < known.offMetres)
        Object.assign(known, { offMetres, piece: pieceIndex[item], share })
    }
    return nearest
  }

  #addDirections({ edge, offMetres, piece, share }: Nearest, candidates: Candidate[]): void {
    const length = this.#edgeMetres[edge]!
    const along = length * this.#fractionAt(edge, piece, share)
    const isOneway = this.#headOf[2 * edge]! < 0 || this.#headOf[2 * edge + 1]! < 0
    for (const isForward of [true, false]) {
      const directed = directedEdge(edge, isForward)
      const head = this.#headOf[directed]!
      if (head < 0) continue
      const twin = isOneway ? -1 : candidates.length + (isForward ? 1 : -1)
      const enteredMetres = isForward ? along : length - along
      const remainingMetres = length - enteredMetres
      candidates.push({ edge, isForward, directed, offMetres, enteredMetres, remainingMetres, head, twin })
    }
  }

  /** Share of the edge's drawn length at a place of one of its pieces. */
  #fractionAt(edge: number, piece: number, share: number): number {
    const { coordinateStart, coordinates } = this.#graph
    const first = coordinateStart[edge]!
    const [perLon, perLat] = metresPerDegree(coordinates[2 * first + 1]!)
    let before = 0
    let total = 0
    for (let i = first; i + 1 < coordinateStart[edge + 1]!; i++) {
      const dx = (coordinates[2 * i + 2]! - coordinates[2 * i]!) * perLon
      const dy = (coordinates[2 * i + 3]! - coordinates[2 * i + 1]!) * perLat
      const metres = Math.hypot(dx, dy)
      if (i - first < piece) before += metres
      else if (i - first === piece) before += share * metres
      total += metres
    }
    return total > 0 ? Math.min(1, before / total) : 0
  }
}

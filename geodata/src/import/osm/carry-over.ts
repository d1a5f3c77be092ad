import Flatbush from 'flatbush'
import { nearestOnLine } from '../../geometry/along-line.ts'
import { metresPerDegree, sphericalMetres } from '../../geometry/distance.ts'
import type { Position } from '../../geometry/position.ts'
import type { RoadEdgeRecord, RoadGapRecord } from '../../road-network/types.ts'

/** A settlement farther than this from every road has nothing to connect to; the limit of `readDocumentedRoads`. */
const MAX_CONNECTION_METRES = 2000
/** A gap whose end lies farther than this from every road is of another network. */
const MAX_GAP_END_METRES = 100

interface Nearest {
  metres: number
  id: number
  position: Position
}

export interface CarriedOver<E extends RoadEdgeRecord, G extends RoadGapRecord> {
  documented: E[]
  gaps: G[]
  /** What finds no road to begin or end at. */
  documentedLeftOut: number
  gapsLeftOut: number
}

/**
 * Ties what is not on the map to another network: documented roads to its nearest nodes, gaps to its nearest edges.
 * Only mapped roads of Mauritania count, ferries apart.
 *
 * @param documented Edges of grade `documented`, whose first and last position are the nodes that they were tied to.
 * @param gaps With their ends on the roads of the network that they come from.
 * @param edges Of the network that they shall belong to; gone through once.
 * @returns Documented roads and gaps like those given, with their ends in that network; ids are kept.
 */
export function carryOver<E extends RoadEdgeRecord, G extends RoadGapRecord>(
  documented: readonly E[],
  gaps: readonly G[],
  edges: Iterable<RoadEdgeRecord>,
): CarriedOver<E, G> {
  const ends = documented.flatMap(({ coordinates }) => [
    coordinates[1]!,
    coordinates[coordinates.length - 2]!,
  ])
  const gapEnds = gaps.flatMap(({ coordinates }) => coordinates)
  const nodes = new NearestFinder(ends, MAX_CONNECTION_METRES)
  const roads = new NearestFinder(gapEnds, MAX_GAP_END_METRES)
  for (const edge of edges) {
    if (edge.grade !== 'mapped' || edge.isFerry || edge.iso3 !== 'MRT') continue
    const { coordinates } = edge
    nodes.offer([coordinates[0]!], edge.u)
    nodes.offer([coordinates[coordinates.length - 1]!], edge.v)
    roads.offer(coordinates, edge.id)
  }
  const tied = documented.flatMap((edge, i) => {
    const [from, to] = [nodes.found[2 * i], nodes.found[2 * i + 1]]
    if (!from || !to || from.id === to.id) return []
    const inner = edge.coordinates.slice(1, -1)
    return [{ ...edge, u: from.id, v: to.id, coordinates: [from.position, ...inner, to.position] }]
  })
  const kept = gaps.flatMap((gap, i) => {
    const [a, b] = [roads.found[2 * i], roads.found[2 * i + 1]]
    return a && b ? [{ ...gap, roadA: a.id, roadB: b.id }] : []
  })
  return {
    documented: tied,
    gaps: kept,
    documentedLeftOut: documented.length - tied.length,
    gapsLeftOut: gaps.length - kept.length,
  }
}

/** For each of some places, the nearest of the lines that are offered. */
class NearestFinder {
  readonly found: (Nearest | undefined)[]
  readonly #places: readonly Position[]
  readonly #tree: Flatbush | null
  readonly #maxMetres: number

  constructor(places: readonly Position[], maxMetres: number) {
    this.#places = places
    this.#maxMetres = maxMetres
    this.found = places.map(() => undefined)
    this.#tree = places.length > 0 ? new Flatbush(places.length) : null
    for (const [lon, lat] of places) this.#tree?.add(lon, lat, lon, lat)
    this.#tree?.finish()
  }

  offer(line: readonly Position[], id: number): void {
    if (!this.#tree) return
    let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity]
    for (const [lon, lat] of line) {
      west = Math.min(west, lon)
      south = Math.min(south, lat)
      east = Math.max(east, lon)
      north = Math.max(north, lat)
    }
    const [perLon, perLat] = metresPerDegree(north)
    const [dLon, dLat] = [this.#maxMetres / perLon, this.#maxMetres / perLat]
    for (const place of this.#tree.search(west - dLon, south - dLat, east + dLon, north + dLat)) {
      const { position } = nearestOnLine(line, this.#places[place]!)
      const metres = sphericalMetres(position, this.#places[place]!)
      if (metres <= this.#maxMetres && metres < (this.found[place]?.metres ?? Infinity))
        this.found[place] = { metres, id, position }
    }
  }
}

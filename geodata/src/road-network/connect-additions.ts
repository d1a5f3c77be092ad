import Flatbush from 'flatbush'
import { nearestOnLine } from '../geometry/along-line.ts'
import { bboxAround, bboxOf } from '../geometry/bbox.ts'
import { crossingOf } from '../geometry/crossing.ts'
import { sphericalLengthMetres, sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import type { ConnectorEnd } from './connectors.ts'
import type { RoadAddition, RoadEdgeRecord } from './types.ts'

/** An end of an added road this near to a road is joined to it: tracks are drawn and recorded no finer. */
export const JOIN_END_METRES = 50
/** Elsewhere along it an added road is joined where it passes a road this near, or goes over it. */
const JOIN_ALONG_METRES = 10
/** An end this near to the end of a road is that end. */
const SAME_PLACE_METRES = 2

/** A place of an added road that joins the network, or only itself. */
export type AdditionEnd = ConnectorEnd | { key: string }

/** A stretch of an added road between two places where it is joined. */
export interface AddedStretch {
  addition: RoadAddition
  ends: [AdditionEnd, AdditionEnd]
  coordinates: Position[]
  lengthMetres: number
}

interface Roads {
  edges: readonly RoadEdgeRecord[]
  index: Flatbush
}

/**
 * Joins roads that people added to the network: at their ends, where they touch a road along the way, and where they go
 * over one. Ends that meet no road stay free; those of two additions at one place are one node.
 *
 * @returns Stretches in the order of the additions. A stretch without length is left out.
 */
export function connectAdditions(
  additions: readonly RoadAddition[],
  edges: readonly RoadEdgeRecord[],
): AddedStretch[] {
  if (additions.length === 0) return []
  const roads = indexRoads(edges.filter((edge) => edge.grade === 'mapped' && !edge.isFerry))
  return additions.flatMap((addition) => connect(addition, roads))
}

function indexRoads(edges: readonly RoadEdgeRecord[]): Roads {
  const index = new Flatbush(Math.max(1, edges.length))
  for (const edge of edges) index.add(...bboxOf(edge.coordinates))
  if (edges.length === 0) index.add(Infinity, Infinity, Infinity, Infinity)
  index.finish()
  return { edges, index }
}

function connect(addition: RoadAddition, roads: Roads): AddedStretch[] {
  const line = withCrossings(addition.coordinates, roads)
  const stretches: AddedStretch[] = []
  let from = { at: 0, end: endAt(line[0]!, JOIN_END_METRES, roads) ?? free(line[0]!) }
  for (let i = 1; i < line.length; i++) {
    const isLast = i === line.length - 1
    const position = line[i]!
    const end = endAt(position, isLast ? JOIN_END_METRES : JOIN_ALONG_METRES, roads)
    if (!end && !isLast) continue
    const to = { at: i, end: end ?? free(position) }
    const coordinates = joined(line.slice(from.at, i + 1), from.end, to.end)
    const lengthMetres = sphericalLengthMetres(coordinates)
    if (lengthMetres > 0) stretches.push({ addition, ends: [from.end, to.end], coordinates, lengthMetres })
    from = to
  }
  return stretches
}

/** The line with a position more wherever it goes over a road. */
function withCrossings(line: readonly Position[], { edges, index }: Roads): Position[] {
  const positions: Position[] = [line[0]!]
  for (let i = 1; i < line.length; i++) {
    const [a, b] = [line[i - 1]!, line[i]!]
    const places = index.search(...bboxOf([a, b])).flatMap((item) => {
      const road = edges[item]!.coordinates
      return road.slice(1).map((d, j) => crossingOf(a, b, road[j]!, d))
    })
    const fromA = (place: Position) => sphericalMetres(a, place)
    const met = places.filter((place) => place !== null)
    positions.push(...met.sort((p, q) => fromA(p) - fromA(q)), b)
  }
  return positions.filter((position, i) => i === 0 || sphericalMetres(position, positions[i - 1]!) > 0.01)
}

function endAt(position: Position, metres: number, { edges, index }: Roads): ConnectorEnd | null {
  let nearest: ConnectorEnd | null = null
  let least = metres
  for (const item of index.search(...bboxAround(position, metres))) {
    const edge = edges[item]!
    const place = nearestOnLine(edge.coordinates, position)
    const away = sphericalMetres(position, place.position)
    if (away > least) continue
    least = away
    nearest = atNode(edge, place.position) ?? {
      edgeId: edge.id,
      fraction: place.fraction,
      position: place.position,
    }
  }
  return nearest
}

function atNode({ coordinates, u, v }: RoadEdgeRecord, position: Position): { node: number } | null {
  if (sphericalMetres(coordinates[0]!, position) <= SAME_PLACE_METRES) return { node: u }
  if (sphericalMetres(coordinates.at(-1)!, position) <= SAME_PLACE_METRES) return { node: v }
  return null
}

/** Free ends at one place, to about a metre, are one node. */
function free([lon, lat]: Position): AdditionEnd {
  return { key: `${lon.toFixed(5)},${lat.toFixed(5)}` }
}

/** The line with its ends on the roads that it joins. */
function joined(line: readonly Position[], from: AdditionEnd, to: AdditionEnd): Position[] {
  const first = 'position' in from ? [from.position] : []
  const last = 'position' in to ? [to.position] : []
  return [...first, ...line, ...last].filter(
    (position, i, all) => i === 0 || sphericalMetres(position, all[i - 1]!) > 0.01,
  )
}

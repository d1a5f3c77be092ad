import { nearestOnLine } from '../geometry/along-line.ts'
import { metresPerDegree, sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import type { RoadEdgeRecord, RoadGapRecord } from './types.ts'

/** Where a connector meets the network: at a node, or at a place inside an edge that has to be cut. */
export type ConnectorEnd = { node: number } | { edgeId: number; fraction: number; position: Position }

export interface Connector {
  gapId: string
  gapMetres: number
  ends: [ConnectorEnd, ConnectorEnd]
  /** Gap and the way from its ends to the nodes. */
  lengthMetres: number
  iso3: string | null
  coordinates: Position[]
}

/** A node nearer than this is the gap's end itself: coordinates are rounded to a metre. */
const SAME_PLACE_METRES = 2

/**
 * Turns gaps of the map into connectors between nodes.
 *
 * Each end goes to the nearest node of the roads inside Mauritania (as in the reference table of SOURCES.md,
 * section 10), and the stretch to that node is part of the length. Where that node is the gap's other end, the
 * road beside the gap is cut instead. A gap whose ends both fall on one node away from both connects nothing and
 * is left out.
 *
 * @returns Connectors in the order of the gaps.
 */
export function connectGaps(gaps: readonly RoadGapRecord[], edges: readonly RoadEdgeRecord[]): Connector[] {
  if (gaps.length === 0) return []
  const byId = new Map(edges.map((edge) => [edge.id, edge]))
  const nodes = domesticNodes(edges)
  const connectors: Connector[] = []
  for (const gap of gaps) {
    const connector = connect(gap, byId, nodes)
    if (connector) connectors.push(connector)
  }
  return connectors
}

function connect(
  gap: RoadGapRecord,
  edges: ReadonlyMap<number, RoadEdgeRecord>,
  nodes: ReadonlyMap<number, Position>,
): Connector | null {
  const roads = [edges.get(gap.roadA), edges.get(gap.roadB)]
  const nearest = gap.coordinates.map((position) => nearestNode(position, nodes))
  const [a, b] = nearest
  if (!roads[0] || !roads[1] || !a || !b) return null
  const ends: ConnectorEnd[] = [{ node: a.node }, { node: b.node }]
  const offs = [a.metres, b.metres]
  if (a.node === b.node) {
    const far = a.metres > SAME_PLACE_METRES ? 0 : 1
    if (offs[1 - far]! > SAME_PLACE_METRES || offs[far]! <= SAME_PLACE_METRES) return null
    const place = nearestOnLine(roads[far]!.coordinates, gap.coordinates[far]!)
    ends[far] = { edgeId: roads[far]!.id, fraction: place.fraction, position: place.position }
    offs[far] = 0
  }
  const reach = (i: 0 | 1) => (offs[i]! > SAME_PLACE_METRES ? [nodes.get(nearest[i]!.node)!] : [])
  const isDomestic = roads.every((road) => road!.iso3 === 'MRT')
  return {
    gapId: gap.id,
    gapMetres: gap.lengthMetres,
    ends: [ends[0]!, ends[1]!],
    lengthMetres: gap.lengthMetres + offs[0]! + offs[1]!,
    iso3: isDomestic ? 'MRT' : (roads.find((road) => road!.iso3 !== 'MRT')?.iso3 ?? null),
    coordinates: [...reach(0), ...gap.coordinates, ...reach(1)],
  }
}

/** Nodes of mapped roads in Mauritania, ferries apart: what gaps and documented roads are tied to. */
export function domesticNodes(edges: readonly RoadEdgeRecord[]): Map<number, Position> {
  const nodes = new Map<number, Position>()
  for (const edge of edges) {
    if (edge.iso3 !== 'MRT' || edge.isFerry || edge.highway === 'river' || edge.grade !== 'mapped') continue
    nodes.set(edge.u, edge.coordinates[0]!)
    nodes.set(edge.v, edge.coordinates[edge.coordinates.length - 1]!)
  }
  return nodes
}

/** Nearest of some nodes to a position, null when there are none. */
export function nearestNode(
  position: Position,
  nodes: ReadonlyMap<number, Position>,
): { node: number; metres: number } | null {
  const [perLon, perLat] = metresPerDegree(position[1])
  let nearest: number | null = null
  let least = Infinity
  for (const [node, [lon, lat]] of nodes) {
    const dx = (lon - position[0]) * perLon
    const dy = (lat - position[1]) * perLat
    const square = dx * dx + dy * dy
    if (square < least) {
      least = square
      nearest = node
    }
  }
  return nearest === null ? null : { node: nearest, metres: sphericalMetres(position, nodes.get(nearest)!) }
}

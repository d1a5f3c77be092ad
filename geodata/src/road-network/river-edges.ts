import Flatbush from 'flatbush'
import { nearestOnLine, sliceLine } from '../geometry/along-line.ts'
import { bboxAround, bboxOf } from '../geometry/bbox.ts'
import { metresPerDegree, sphericalLengthMetres, sphericalMetres } from '../geometry/distance.ts'
import { geodesicLengthMetres } from '../geometry/geodesic.ts'
import type { Bbox, Position } from '../geometry/position.ts'
import type { RoadEdgeRecord, RoadNetworkRecords } from './types.ts'

export interface RiverOptions {
  /** Nodes of roads this near to a course may be landings. */
  landingMetres: number
  /** On one bank landings are this far apart at least, along the course. */
  spacingMetres: number
  /** A stretch whose middle is this near to the border is the border river: no foreign country. */
  borderMetres: number
  /** Posts, settlements and other places: the node nearest to one is a landing before others. */
  places: readonly Position[]
}

export const DEFAULT_RIVER_OPTIONS: RiverOptions = {
  landingMetres: 300,
  spacingMetres: 500,
  borderMetres: 1_000,
  places: [],
}

/** A node of the roads that is near to a course. */
interface Landing {
  node: number
  position: Position
  iso3: string | null
  /** Metres from the beginning of the course. */
  atMetres: number
  riverMetres: number
  bank: 'left' | 'right'
  /** 0 = a ferry lands there; then by distance from the nearest place. */
  rank: number
}

interface RoadNode {
  position: Position
  iso3: string | null
  hasFerry: boolean
}

/**
 * The rivers as ways for boats: stretches of `river` along the courses, and from the courses straight to landings.
 *
 * A landing is a node of mapped roads, so that one changes there between a vehicle and a boat. The border river counts as
 * Mauritanian, its landings as of their own country: going along the river crosses no border, landing abroad does. That
 * the river can be navigated everywhere is an assumption.
 *
 * @param records Their edges and the courses (`floodRivers`).
 * @param borders Lines of the border of Mauritania; a river away from them counts as abroad.
 * @param options What is not stated is as in `DEFAULT_RIVER_OPTIONS`.
 * @returns Rows to be added to the edges. Their ids and those of their own nodes are negative; courses without a landing
 *   are there too.
 */
export function riverEdges(
  records: Pick<RoadNetworkRecords, 'edges' | 'floodRivers'>,
  borders: readonly (readonly Position[])[],
  options: Partial<RiverOptions> = {},
): RoadEdgeRecord[] {
  const asked = { ...DEFAULT_RIVER_OPTIONS, ...options }
  const courses = (records.floodRivers ?? []).filter((course) => geodesicLengthMetres(course) > 0)
  const nodes = nodesNear(roadNodes(records.edges), courses, asked.landingMetres)
  const isBorder = makeNearness(borders, asked.borderMetres)
  const rows: RoadEdgeRecord[] = []
  const riverNodes = new Map<string, number>()
  const add = (row: Pick<RoadEdgeRecord, 'u' | 'v' | 'iso3' | 'coordinates'>) => {
    const lengthMetres = geodesicLengthMetres(row.coordinates)
    if (lengthMetres > 0) rows.push({ ...RIVER_ROW, ...row, id: -1 - rows.length, lengthMetres })
  }
  const nodeAt = (position: Position): number => {
    const key = position.map((degrees) => degrees.toFixed(6)).join(' ')
    const node = riverNodes.get(key) ?? -1 - riverNodes.size
    riverNodes.set(key, node)
    return node
  }
  const taken = new Set<number>()
  for (const course of courses) {
    const total = sphericalLengthMetres(course)
    const landings = chooseLandings(course, nodes, asked).filter(({ node }) => !taken.has(node))
    const stops = [...new Set([0, ...landings.map(({ atMetres }) => Math.min(1, atMetres / total)), 1])].sort(
      (a, b) => a - b,
    )
    for (let i = 1; i < stops.length; i++) {
      const coordinates = sliceLine(course, stops[i - 1]!, stops[i]!)
      const iso3 = isBorder(sliceLine(coordinates, 0, 0.5).at(-1)!) ? 'MRT' : null
      add({ u: nodeAt(coordinates[0]!), v: nodeAt(coordinates.at(-1)!), iso3, coordinates })
    }
    for (const { node, position, iso3, atMetres } of landings) {
      taken.add(node)
      const afloat = sliceLine(course, 0, Math.min(1, atMetres / total)).at(-1)!
      add({ u: node, v: nodeAt(afloat), iso3, coordinates: [position, afloat] })
    }
  }
  return rows
}

const RIVER_ROW = {
  highway: 'river',
  isOneway: false,
  isFerry: false,
  structure: null,
  grade: 'mapped',
} as const

function roadNodes(edges: readonly RoadEdgeRecord[]): Map<number, RoadNode> {
  const nodes = new Map<number, RoadNode>()
  const ferryNodes = new Set(edges.filter(({ isFerry }) => isFerry).flatMap(({ u, v }) => [u, v]))
  for (const { grade, isFerry, highway, u, v, iso3, coordinates } of edges) {
    if (grade !== 'mapped' || isFerry || highway === 'river') continue
    for (const [node, position] of [
      [u, coordinates[0]!],
      [v, coordinates.at(-1)!],
    ] as const) {
      // A node on the border belongs to Mauritania if one of its roads does.
      if (nodes.get(node)?.iso3 !== 'MRT') nodes.set(node, { position, iso3, hasFerry: ferryNodes.has(node) })
    }
  }
  return nodes
}

/** Ferries first, then the nodes nearest to places, then those nearest to the river; apart from each other on each bank. */
function chooseLandings(
  course: readonly Position[],
  nodes: ReadonlyMap<number, RoadNode>,
  { landingMetres, spacingMetres, places }: RiverOptions,
): Landing[] {
  const box = widen(bboxOf(course), landingMetres)
  const total = sphericalLengthMetres(course)
  const found: Landing[] = []
  for (const [node, { position, iso3, hasFerry }] of nodes) {
    if (!isInBox(position, box)) continue
    const { metres, fraction } = nearestOnLine(course, position)
    if (metres > landingMetres) continue
    const rank = hasFerry ? 0 : Math.min(...places.map((place) => sphericalMetres(place, position)))
    const bank = bankOf(course, fraction, position)
    found.push({ node, position, iso3, atMetres: fraction * total, riverMetres: metres, bank, rank })
  }
  found.sort((a, b) => compare(a.rank, b.rank) || a.riverMetres - b.riverMetres || a.node - b.node)
  const chosen: Landing[] = []
  for (const landing of found) {
    const isCrowded = chosen.some(
      ({ bank, atMetres }) => bank === landing.bank && Math.abs(atMetres - landing.atMetres) < spacingMetres,
    )
    if (!isCrowded) chosen.push(landing)
  }
  return chosen
}

function compare(a: number, b: number): number {
  return a === b ? 0 : a - b
}

/** On which side of a course a position lies, seen in the direction of the line. */
function bankOf(course: readonly Position[], fraction: number, position: Position): Landing['bank'] {
  const [a, b] = sliceLine(course, Math.max(0, fraction - 1e-4), Math.min(1, fraction + 1e-4)) as [
    Position,
    Position,
  ]
  const cross = (b[0] - a[0]) * (position[1] - a[1]) - (b[1] - a[1]) * (position[0] - a[0])
  return cross > 0 ? 'left' : 'right'
}

function makeNearness(
  lines: readonly (readonly Position[])[],
  metres: number,
): (position: Position) => boolean {
  const boxes = lines.map((line) => widen(bboxOf(line), metres))
  return (position) =>
    lines.some((line, i) => isInBox(position, boxes[i]!) && nearestOnLine(line, position).metres <= metres)
}

/** Those that some piece of a course is near to. */
function nodesNear(
  nodes: ReadonlyMap<number, RoadNode>,
  courses: readonly (readonly Position[])[],
  metres: number,
): Map<number, RoadNode> {
  const pieces = courses.flatMap((course) => course.slice(1).map((b, i) => bboxOf([course[i]!, b])))
  if (pieces.length === 0) return new Map()
  const index = new Flatbush(pieces.length)
  for (const piece of pieces) index.add(...piece)
  index.finish()
  const isNear = ({ position }: RoadNode) => index.search(...bboxAround(position, metres)).length > 0
  return new Map([...nodes].filter(([, node]) => isNear(node)))
}

function isInBox([lon, lat]: Position, [west, south, east, north]: Bbox): boolean {
  return lon >= west && lon <= east && lat >= south && lat <= north
}

function widen([west, south, east, north]: Bbox, metres: number): Bbox {
  const [perLon, perLat] = metresPerDegree((south + north) / 2)
  return [west - metres / perLon, south - metres / perLat, east + metres / perLon, north + metres / perLat]
}

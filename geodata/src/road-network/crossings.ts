import { nearestOnLine } from '../geometry/along-line.ts'
import { crossingOf } from '../geometry/crossing.ts'
import { sphericalMetres } from '../geometry/distance.ts'
import type { Bbox, Position } from '../geometry/position.ts'
import type { RoadGraph } from './graph.ts'
import type { Passage } from './route.ts'
import type { RouteCrossing } from './types.ts'

/**
 * Where a way changes country.
 *
 * The country of a stretch is that of its middle, so the change is told between two stretches; the place is where
 * either of them meets the border line, nearest to their common node, or that node when neither does.
 *
 * @param passages In order of travel.
 */
export function findCrossings(graph: RoadGraph, passages: readonly Passage[]): RouteCrossing[] {
  const crossings: RouteCrossing[] = []
  let passed = 0
  for (let i = 1; i < passages.length; i++) {
    const before = passages[i - 1]!
    const after = passages[i]!
    passed += before.lengthMetres
    const fromIso3 = graph.edges[before.edge]!.iso3
    const toIso3 = graph.edges[after.edge]!.iso3
    if (!fromIso3 || !toIso3 || fromIso3 === toIso3) continue
    crossings.push({ fromIso3, toIso3, ...placeCrossing(graph, before, after, passed) })
  }
  return crossings
}

function placeCrossing(graph: RoadGraph, before: Passage, after: Passage, nodeMetres: number) {
  const node = after.coordinates[0]!
  const places = [
    ...meetings(graph, before, nodeMetres - before.lengthMetres),
    ...meetings(graph, after, nodeMetres),
  ]
  places.sort((a, b) => sphericalMetres(a.position, node) - sphericalMetres(b.position, node))
  const atNode = [before, after].some(({ edge }) => graph.edges[edge]!.isFerry)
  return places[0] ?? { position: node, byFerry: atNode, atMetres: nodeMetres }
}

function meetings(graph: RoadGraph, { edge, coordinates, lengthMetres }: Passage, startMetres: number) {
  const places: { position: Position; byFerry: boolean; atMetres: number }[] = []
  for (let i = 1; i < coordinates.length; i++) {
    for (const position of borderCrossings(graph, coordinates[i - 1]!, coordinates[i]!)) {
      const atMetres = startMetres + nearestOnLine(coordinates, position).fraction * lengthMetres
      places.push({ position, byFerry: graph.edges[edge]!.isFerry, atMetres })
    }
  }
  return places
}

/** Points at which the straight line between two positions meets a border line. */
function borderCrossings(graph: RoadGraph, a: Position, b: Position): Position[] {
  if (!graph.borderPieces) return []
  const box: Bbox = [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1])]
  const crossings: Position[] = []
  for (const item of graph.borderPieces.search(...box)) {
    const [lonC, latC, lonD, latD] = graph.borderCoordinates.subarray(4 * item, 4 * item + 4)
    const crossing = crossingOf(a, b, [lonC!, latC!], [lonD!, latD!])
    if (crossing) crossings.push(crossing)
  }
  return crossings
}

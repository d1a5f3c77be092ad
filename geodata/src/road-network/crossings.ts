import { nearestOnLine } from '../geometry/along-line.ts'
import { crossingOf } from '../geometry/crossing.ts'
import { sphericalMetres } from '../geometry/distance.ts'
import type { Bbox, Position } from '../geometry/position.ts'
import { isFerry, iso3Of, type RoadGraph } from './graph.ts'
import type { Passage, RouteCrossing } from './types.ts'

/**
 * Where a way changes country.
 *
 * The country of a stretch is that of its middle, so the change is told between two stretches; the place is where
 * one of them meets the border line, nearest to their common node, or that node when none does. Stretches of
 * unknown country between two known ones belong to the change.
 *
 * @param passages In order of travel; first and last may be of no length, they tell where the way begins and ends.
 */
export function findCrossings(graph: RoadGraph, passages: readonly Passage[]): RouteCrossing[] {
  const crossings: RouteCrossing[] = []
  let known = -1
  let passed = 0
  passages.forEach((passage, i) => {
    const toIso3 = iso3Of(graph, passage.edge)
    const fromIso3 = known < 0 ? null : iso3Of(graph, passages[known]!.edge)
    if (fromIso3 && toIso3 && fromIso3 !== toIso3) {
      crossings.push({ fromIso3, toIso3, ...placeCrossing(graph, passages.slice(known, i + 1), passed) })
    }
    if (toIso3) known = i
    passed += passage.lengthMetres
  })
  return crossings
}

/** @param nodeMetres Where the last of the passages begins, along the way. */
function placeCrossing(graph: RoadGraph, passages: readonly Passage[], nodeMetres: number) {
  const node = passages.at(-1)!.coordinates[0]!
  let startMetres =
    nodeMetres - passages.slice(0, -1).reduce((sum, { lengthMetres }) => sum + lengthMetres, 0)
  const places = passages.flatMap((passage) => {
    const found = meetings(graph, passage, startMetres)
    startMetres += passage.lengthMetres
    return found
  })
  places.sort((a, b) => sphericalMetres(a.position, node) - sphericalMetres(b.position, node))
  const byFerry = passages.some(({ edge }) => isFerry(graph, edge))
  return places[0] ?? { position: node, byFerry, atMetres: nodeMetres }
}

function meetings(graph: RoadGraph, { edge, coordinates, lengthMetres }: Passage, startMetres: number) {
  const places: { position: Position; byFerry: boolean; atMetres: number }[] = []
  for (let i = 1; i < coordinates.length; i++) {
    for (const position of borderCrossings(graph, coordinates[i - 1]!, coordinates[i]!)) {
      const atMetres = startMetres + nearestOnLine(coordinates, position).fraction * lengthMetres
      places.push({ position, byFerry: isFerry(graph, edge), atMetres })
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

import { sliceLine } from '../geometry/along-line.ts'
import type { Position } from '../geometry/position.ts'
import { causeOn, type RoadConditions } from '../road-state/conditions.ts'
import { type RoadGraph, structureCode } from './graph.ts'
import type { Passage } from './types.ts'

/** Arms of one watercourse nearer than this are one ford. */
const SAME_FORD_METRES = 200
const FORD = structureCode('ford')
const WET_CAUSES: ReadonlySet<string> = new Set(['wadi', 'river', 'flood'])

export interface Ford {
  /** Place in the passages. */
  passage: number
  /** From the beginning of the passage. */
  atMetres: number
  position: Position
}

/**
 * Where a way goes through a watercourse without a bridge: those that may run on the day, and those that the map knows
 * as fords.
 *
 * @param passages In order of travel.
 */
export function findFords(
  graph: RoadGraph,
  passages: readonly Passage[],
  conditions: RoadConditions,
): Ford[] {
  const fords: Ford[] = []
  let lastMetres = -Infinity
  let passed = 0
  passages.forEach((passage, i) => {
    if (isTold(graph, passage.edge, conditions)) {
      for (const { metres, share } of meetingsOn(graph, passage)) {
        if (passed + metres - lastMetres < SAME_FORD_METRES) continue
        lastMetres = passed + metres
        const position = sliceLine(passage.coordinates, 0, share).at(-1)!
        fords.push({ passage: i, atMetres: metres, position })
      }
    }
    passed += passage.lengthMetres
  })
  return fords
}

function isTold(graph: RoadGraph, edge: number, conditions: RoadConditions): boolean {
  if (graph.edgeStructure[edge] === FORD) return true
  const cause = causeOn(conditions, edge)
  return cause?.kind === 'season' || (cause?.kind === 'closure' && WET_CAUSES.has(cause.cause))
}

/** Meetings with watercourses on the part of the edge that is driven, in order of travel. */
function meetingsOn(graph: RoadGraph, { edge, from, to, lengthMetres }: Passage) {
  const at = graph.wadiAt.subarray(graph.wadiStart[edge]!, graph.wadiStart[edge + 1]!)
  return Array.from(at, (fraction) => (fraction - from) / (to - from))
    .filter((share) => share >= 0 && share <= 1)
    .sort((a, b) => a - b)
    .map((share) => ({ share, metres: share * lengthMetres }))
}

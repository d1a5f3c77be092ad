import type { Highway } from '../../road-network/road-codes.ts'
import type { WayRefusal } from './classify-way.ts'

/** Why a turn restriction is not in the network. */
export type RestrictionRefusal =
  /** It leads over a way in between. */
  | 'via-way'
  /** It holds at times only. */
  | 'conditional'
  /** A way or node of it is in no road that was kept. */
  | 'member-left-out'
  /** Its ways do not meet where it says, or a barrier stands there. */
  | 'not-at-node'
  | 'other-kind'
  /** It speaks to bicycles, buses and the like. */
  | 'other-modes'

/** What was made of a file, and what was left out of it. */
export interface OsmReport {
  nodesRead: number
  /** Ways with one of `ROAD_KEYS`. */
  waysRead: number
  waysKept: number
  edges: number
  nodes: number
  lengthMetres: number
  metresByClass: Partial<Record<Highway, number>>
  /** Nodes with a barrier that stops someone: short edges of their own. */
  barriers: number
  /** Nodes with a ford: short edges of their own. */
  fords: number
  restrictions: number
  waysLeftOut: Partial<Record<WayRefusal | 'outside-bbox' | 'too-few-nodes', number>>
  /** Values of `highway` that are no road class, with the number of their ways. */
  otherClasses: Record<string, number>
  /** Nodes that ways name and the file does not hold: an extract cuts them off. */
  nodesMissing: number
  /** Ways that were cut where a node is missing. */
  waysCut: number
  restrictionsLeftOut: Partial<Record<RestrictionRefusal, number>>
  /** Ways whose access holds at times only, taken as if it never did. */
  conditionalWays: number
}

export function emptyReport(): OsmReport {
  return {
    nodesRead: 0,
    waysRead: 0,
    waysKept: 0,
    edges: 0,
    nodes: 0,
    lengthMetres: 0,
    metresByClass: {},
    barriers: 0,
    fords: 0,
    restrictions: 0,
    waysLeftOut: {},
    otherClasses: {},
    nodesMissing: 0,
    waysCut: 0,
    restrictionsLeftOut: {},
    conditionalWays: 0,
  }
}

/** Adds to the number of a key. */
export function count<K extends string>(numbers: Partial<Record<K, number>>, key: K, by = 1): void {
  numbers[key] = (numbers[key] ?? 0) + by
}

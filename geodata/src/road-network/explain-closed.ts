import { sliceLine } from '../geometry/along-line.ts'
import type { Position } from '../geometry/position.ts'
import {
  causeOn,
  type Interval,
  isOpenBetween,
  type RoadCause,
  type RoadConditions,
} from '../road-state/conditions.ts'
import { conditionsOf } from './arc-costs.ts'
import { edgeLine, type RoadGraph } from './graph.ts'
import { findRoute } from './route.ts'
import { CLOSED } from './shortest-path.ts'
import type { Passage, RouteOptions, SnappedPoint } from './types.ts'

/** Something that closes a way, and where it does so first. */
export interface ClosedStretch {
  cause: RoadCause
  position: Position
  /** Length of the edges that it closes on the way. */
  lengthMetres: number
}

/** A metre of closed road counts as this many seconds more: the way with the fewest of them is told. */
const SECONDS_BY_CLOSED_METRE = 20

const opened = new WeakMap<RoadConditions, RoadConditions>()
const reluctant = new WeakMap<RoadConditions, RoadConditions>()

/** The same vehicle on the same day, with nothing cut. */
export function withoutCuts(conditions: RoadConditions): RoadConditions {
  return remembered(opened, conditions, () => ({ ...conditions, cuts: new Map() }))
}

/**
 * What closes the ways between two points on the day, when on a day without cuts there is one.
 *
 * Told are the closures of the way with the fewest closed metres, in the order of travel, each cause once.
 *
 * @param options The permissions and conditions under which `findRoute` answers null.
 * @returns null when there is no way even with nothing cut.
 */
export function explainClosed(
  graph: RoadGraph,
  from: SnappedPoint,
  to: SnappedPoint,
  options: RouteOptions,
): ClosedStretch[] | null {
  const conditions = conditionsOf(graph, options)
  const route = findRoute(graph, from, to, {
    ...options,
    by: 'time',
    conditions: reluctantly(graph, conditions),
  })
  if (!route) return null
  const stretches = new Map<RoadCause, ClosedStretch>()
  for (const passage of route.passages) {
    if (isOpenBetween(conditions, passage.edge, passage.from, passage.to)) continue
    const cause = causeOn(conditions, passage.edge)
    if (!cause) continue
    const known = stretches.get(cause)
    if (known) known.lengthMetres += passage.lengthMetres
    else {
      const position = cutPosition(graph, conditions, passage)
      stretches.set(cause, { cause, position, lengthMetres: passage.lengthMetres })
    }
  }
  return [...stretches.values()]
}

/** Nothing is cut, but what was costs dearly. */
function reluctantly(graph: RoadGraph, conditions: RoadConditions): RoadConditions {
  return remembered(reluctant, conditions, () => {
    const edgeCentiseconds = Int32Array.from(conditions.edgeCentiseconds, (cost) =>
      cost >= CLOSED ? CLOSED : Math.round(cost / 100),
    )
    for (const edge of conditions.cuts.keys()) {
      if (edgeCentiseconds[edge] === CLOSED) continue
      const dear = Math.round(SECONDS_BY_CLOSED_METRE * graph.edgeLengthMetres[edge]!)
      edgeCentiseconds[edge] = Math.min(CLOSED - 1, edgeCentiseconds[edge]! + dear)
    }
    return { ...conditions, edgeCentiseconds, cuts: new Map() }
  })
}

function cutPosition(graph: RoadGraph, { cuts }: RoadConditions, passage: Passage): Position {
  const low = Math.min(passage.from, passage.to)
  const high = Math.max(passage.from, passage.to)
  const met = (cuts.get(passage.edge) ?? []).filter(([from, to]) => to >= low && from <= high)
  const first = met.reduce((best: Interval | null, cut) => (best && best[0] <= cut[0] ? best : cut), null)
  const place = Math.max(low, Math.min(high, first?.[0] ?? low))
  return sliceLine(edgeLine(graph, passage.edge), place, place)[0]!
}

function remembered<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  const found = known.get(key) ?? make()
  known.set(key, found)
  return found
}

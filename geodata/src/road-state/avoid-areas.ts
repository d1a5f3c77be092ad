import type { Polygon } from 'geojson'
import type { Position } from '../geometry/position.ts'
import { edgeLine, GRADES, type RoadGraph } from '../road-network/graph.ts'
import { HIGHWAYS } from '../road-network/road-codes.ts'
import { type Bound, bindGeometry, stretchesInside } from './bind-geometry.ts'
import type { Interval, RoadConditions } from './conditions.ts'
import { LEVELS } from './types.ts'

const CUT = LEVELS.indexOf('cut')
const MAPPED = GRADES.indexOf('mapped')
const FERRY = HIGHWAYS.indexOf('ferry')
const RIVER = HIGHWAYS.indexOf('river')

/**
 * The same state of the roads with some areas that nobody is to enter: what lies in them is cut.
 *
 * Ferries, rivers, roads of unknown course and presumed connectors are cut where the line drawn for them enters. What
 * is cut already keeps its own cause. A point inside an area has no way to it or from it,
 * except from one end of a road to that of another at the same junction, where nobody moves.
 *
 * @param polygons Rings closed and not crossing themselves (the caller's to check); holes may be passed.
 * @returns New conditions; `conditions` itself where there are no areas.
 */
export function avoidAreas(
  graph: RoadGraph,
  conditions: RoadConditions,
  polygons: readonly Polygon[],
): RoadConditions {
  if (polygons.length === 0) return conditions
  const edgeLevel = conditions.edgeLevel.slice()
  const edgeCause = conditions.edgeCause.slice()
  const cuts = new Map(conditions.cuts)
  const avoided = conditions.causes.length + 1
  for (const polygon of polygons) {
    for (const [edge, intervals] of bindArea(graph, polygon)) {
      cuts.set(edge, [...(cuts.get(edge) ?? []), ...intervals])
      if (edgeLevel[edge] === CUT && edgeCause[edge] !== 0) continue
      edgeLevel[edge] = CUT
      edgeCause[edge] = avoided
    }
  }
  const causes = [...conditions.causes, { kind: 'avoided', level: 'cut' } as const]
  return { ...conditions, edgeLevel, edgeCause, causes, cuts }
}

function bindArea(graph: RoadGraph, polygon: Polygon): Bound {
  const bound = bindGeometry(graph, polygon)
  const rings = polygon.coordinates as Position[][]
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (isMappedOnLand(graph, edge)) continue
    const inside: Interval[] = stretchesInside(edgeLine(graph, edge), rings)
    if (inside.length > 0) bound.set(edge, inside)
  }
  return bound
}

/** Whether an edge is among those that `bindGeometry` looks at. */
function isMappedOnLand(graph: RoadGraph, edge: number): boolean {
  const highway = graph.edgeHighway[edge]
  return graph.edgeGrade[edge] === MAPPED && highway !== FERRY && highway !== RIVER
}

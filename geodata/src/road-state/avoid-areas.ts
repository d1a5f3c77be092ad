import type { Position } from '../geometry/position.ts'
import type { RoadGraph } from '../road-network/graph.ts'
import { bindGeometry } from './bind-geometry.ts'
import type { Interval, RoadCause, RoadConditions } from './conditions.ts'
import { LEVELS } from './types.ts'

/**
 * The same conditions with all roads inside some areas cut.
 *
 * @param areas Rings of polygons; a ring that crosses itself counts as what an odd number of its rims encloses.
 */
export function avoidAreas(
  graph: RoadGraph,
  conditions: RoadConditions,
  areas: readonly (readonly (readonly Position[])[])[],
): RoadConditions {
  const cuts = new Map(conditions.cuts)
  const edgeLevel = conditions.edgeLevel.slice()
  const edgeCause = conditions.edgeCause.slice()
  const causes: RoadCause[] = [...conditions.causes, { kind: 'avoided', level: 'cut' }]
  for (const rings of areas) {
    const coordinates = rings.map((ring) => ring.map((position) => [...position]))
    for (const [edge, intervals] of bindGeometry(graph, { type: 'Polygon', coordinates })) {
      const before: readonly Interval[] = cuts.get(edge) ?? []
      if (before.length === 0) {
        edgeLevel[edge] = LEVELS.indexOf('cut')
        edgeCause[edge] = causes.length
      }
      cuts.set(edge, [...before, ...intervals])
    }
  }
  return { ...conditions, cuts, edgeLevel, edgeCause, causes }
}

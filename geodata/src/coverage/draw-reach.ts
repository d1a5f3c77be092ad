import type { Feature, FeatureCollection, LineString, MultiLineString } from 'geojson'
import { roundPositions } from '../geometry/round-position.ts'
import { simplifyLine } from '../geometry/simplify-line.ts'
import type { ReachedEdge, RoadGrade } from '../road-network/types.ts'
import type { BorderInReach } from './border-in-reach.ts'

/** Reached parts of roads; `band` is the upper bound in minutes of the colour class. */
export type DrawnRoads = FeatureCollection<
  MultiLineString,
  { band: number; grade: RoadGrade; lengthMetres: number }
>
/** Parts of the border that are all in reach or all out of it. */
export type DrawnBorder = FeatureCollection<LineString, { segmentId: string; inReach: boolean }>

/**
 * The reached roads as lines for a map: one feature for each class and grade, few words beside many lines.
 *
 * @param toMetres How far a drawn line may be from the measured one.
 */
export function drawReachedRoads(reached: readonly ReachedEdge[], toMetres: number): DrawnRoads {
  const groups = Map.groupBy(reached, ({ bandSeconds, grade }) => `${bandSeconds} ${grade}`)
  const features = [...groups.values()].map(
    (edges): Feature<MultiLineString, DrawnRoads['features'][number]['properties']> => {
      const { bandSeconds, grade } = edges[0]!
      return {
        type: 'Feature',
        geometry: {
          type: 'MultiLineString',
          coordinates: edges.map(({ coordinates }) => roundPositions(simplifyLine(coordinates, toMetres))),
        },
        properties: {
          band: bandSeconds / 60,
          grade,
          lengthMetres: Math.round(edges.reduce((sum, edge) => sum + edge.lengthMetres, 0)),
        },
      }
    },
  )
  return { type: 'FeatureCollection', features }
}

/** The border as lines for a map, cut where reach begins and ends; `toMetres` as for roads. */
export function drawReachedBorder({ segments }: BorderInReach, toMetres: number): DrawnBorder {
  const features = segments.flatMap(({ id, pieces }) =>
    pieces.map(
      ({ inReach, coordinates }): Feature<LineString, { segmentId: string; inReach: boolean }> => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: roundPositions(simplifyLine(coordinates, toMetres)) },
        properties: { segmentId: id, inReach },
      }),
    ),
  )
  return { type: 'FeatureCollection', features }
}

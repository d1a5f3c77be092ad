import type { Feature, FeatureCollection, LineString, MultiLineString } from 'geojson'
import { roundPositions } from '../geometry/round-position.ts'
import { simplifyLine } from '../geometry/simplify-line.ts'
import type { ReachedEdge, RoadGrade } from '../road-network/types.ts'
import { lineOfRun, runsOf } from './find-gaps.ts'
import type { BorderSamples } from './sample-border.ts'
import type { SoonestPosts } from './soonest-posts.ts'

/** Reached parts of roads; `band` is the upper bound in minutes of the colour class. */
export type DrawnRoads = FeatureCollection<
  MultiLineString,
  { band: number; grade: RoadGrade; lengthMetres: number }
>
/**
 * Parts of the border that are all in one class of time, or out of reach: `band` is the upper bound of the class in minutes,
 * null = out of reach. `fromMetres` and `toMetres` are along the segment.
 */
export type DrawnBorder = FeatureCollection<
  LineString,
  { segmentId: string; inReach: boolean; band: number | null; fromMetres: number; toMetres: number }
>

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

/** The border as lines for a map, cut where the class of the time changes; `toMetres` as for roads. */
export function drawCoveredBorder(
  samples: BorderSamples,
  { p50, count }: SoonestPosts,
  bands: readonly number[],
  toMetres: number,
): DrawnBorder {
  const limits = bands.map((band) => Math.floor(band * 6000))
  const classOf = (piece: number) =>
    count[piece]! > 0 ? limits.findIndex((limit) => p50[piece]! <= limit) : -1
  const features = runsOf(samples, classOf).map((run): DrawnBorder['features'][number] => {
    const { line, fromMetres, toMetres: until } = lineOfRun(samples, run)
    const band = bands[classOf(run.first)] ?? null
    return {
      type: 'Feature',
      geometry: { type: 'LineString', coordinates: roundPositions(simplifyLine(line, toMetres)) },
      properties: {
        segmentId: run.segmentId,
        inReach: band !== null,
        band,
        fromMetres,
        toMetres: until,
      },
    }
  })
  return { type: 'FeatureCollection', features }
}

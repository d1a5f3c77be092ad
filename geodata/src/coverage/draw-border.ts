import type { FeatureCollection, LineString } from 'geojson'
import { roundPositions } from '../geometry/round-position.ts'
import { simplifyLine } from '../geometry/simplify-line.ts'
import { lineOfRun, runsOf } from './find-gaps.ts'
import type { BorderSamples } from './sample-border.ts'
import type { PostsInTime } from './soonest-posts.ts'

/**
 * Parts of the border that are all in one class of time, or out of reach: `band` is the upper bound of the class in minutes,
 * null = out of reach. `fromMetres` and `toMetres` are along the segment.
 */
export type DrawnBorder = FeatureCollection<
  LineString,
  { segmentId: string; inReach: boolean; band: number | null; fromMetres: number; toMetres: number }
>

/**
 * The border as lines for a map, cut where the class of the time changes.
 *
 * @param toMetres How far a drawn line may be from the measured one.
 */
export function drawCoveredBorder(
  samples: BorderSamples,
  { p50, count }: PostsInTime,
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

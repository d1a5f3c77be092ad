import type { BorderProfile } from '@borne/geodata/coverage/coverage-types'
import type { Feature, FeatureCollection, LineString } from 'geojson'
import { type CourseSegment, sliceCourse } from './border-course.ts'

/** Consecutive part of a segment that is reached within one class of time, by one post. */
export interface BorderRun {
  readonly segmentId: string
  readonly fromMetres: number
  readonly toMetres: number
  /** Upper bound of the class in minutes; null = out of reach. */
  readonly band: number | null
  /** Place of the soonest post; null = nobody comes. */
  readonly postIndex: number | null
}

/**
 * Class of a time: the first bound that it does not pass.
 *
 * @param bands Upper bounds in minutes, smallest first.
 * @returns Null for a time past the last one, and for none.
 */
export function bandOf(seconds: number | null | undefined, bands: readonly number[]): number | null {
  if (seconds === null || seconds === undefined) return null
  return bands.find((band) => seconds <= band * 60) ?? null
}

/** A profile as runs of one class and one post, which fill the segment. */
export function borderRuns(
  { segmentId, atMetres, p50Seconds, postIndexes }: BorderProfile,
  bands: readonly number[],
  lengthMetres: number,
): BorderRun[] {
  const runs: BorderRun[] = []
  let fromMetres = 0
  for (let i = 0; i < atMetres.length; i++) {
    const isLast = i + 1 === atMetres.length
    const toMetres = isLast ? lengthMetres : (atMetres[i]! + atMetres[i + 1]!) / 2
    const band = bandOf(p50Seconds[i], bands)
    const postIndex = postIndexes[i] ?? null
    const last = runs.at(-1)
    if (last?.band === band && last.postIndex === postIndex) runs[runs.length - 1] = { ...last, toMetres }
    else runs.push({ segmentId, fromMetres, toMetres, band, postIndex })
    fromMetres = toMetres
  }
  return runs
}

interface RunProperties {
  segmentId: string
  /** -1: out of reach, for an expression that compares numbers. */
  band: number
  postIndex: number
}
export type BorderRunLines = FeatureCollection<LineString, RunProperties>

/** The border as lines that the map colours by class or by post. */
export function borderRunLines(
  course: readonly CourseSegment[],
  profiles: readonly BorderProfile[],
  bands: readonly number[],
): BorderRunLines {
  const features = profiles.flatMap((profile) => {
    const segment = course.find(({ segmentId }) => segmentId === profile.segmentId)
    if (!segment) return []
    return borderRuns(profile, bands, segment.lengthMetres).map(
      ({ segmentId, fromMetres, toMetres, band, postIndex }): Feature<LineString, RunProperties> => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: sliceCourse(segment, fromMetres, toMetres) },
        properties: { segmentId, band: band ?? -1, postIndex: postIndex ?? -1 },
      }),
    )
  })
  return { type: 'FeatureCollection', features }
}

/**
 * Length of each class within some runs, and what is out of reach.
 *
 * @param bands Upper bounds in minutes, smallest first.
 */
export function bandLengths(
  runs: readonly BorderRun[],
  bands: readonly number[],
): { metres: number[]; outMetres: number } {
  const metres = bands.map(() => 0)
  let outMetres = 0
  for (const { band, fromMetres, toMetres } of runs) {
    const place = band === null ? -1 : bands.indexOf(band)
    if (place < 0) outMetres += toMetres - fromMetres
    else metres[place]! += toMetres - fromMetres
  }
  return { metres, outMetres }
}

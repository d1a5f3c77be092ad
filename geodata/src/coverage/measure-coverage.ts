import { roundPosition } from '../geometry/round-position.ts'
import { describeSegments, measureRedundancy, shareOf } from './border-figures.ts'
import { countPopulation } from './count-population.ts'
import type {
  BorderCatchment,
  BorderProfile,
  CoverageFigures,
  CoverageNetwork,
  CoverageQuestion,
  CoveredCrossing,
  MeasuredCoverage,
  ReachedRoads,
  StartPost,
} from './coverage-types.ts'
import { drawCoveredBorder } from './draw-border.ts'
import { arrivalsOf, drawRoads } from './draw-roads.ts'
import { findGaps } from './find-gaps.ts'
import { type LastingFigures, lastingFigures } from './lasting-figures.ts'
import { type OpenCoverage, openCoverage } from './open-coverage.ts'
import { placePosts, usedPosts } from './place-posts.ts'
import type { BorderSamples } from './sample-border.ts'
import { countInTime, type PostsInTime, toSeconds } from './soonest-posts.ts'

/** Steps in minutes of the colour classes: six classes at most. */
const BAND_STEPS = [5, 10, 15, 20, 30, 60, 120, 240]
const MOST_BANDS = 6

/**
 * What posts reach within the asked minutes: border of Guidimakha, crossings, settlements, roads; and what they do not.
 *
 * Border and crossings are come to from any road within `access.maxMetres`, straight, at `access.kmh`: the least of road
 * time plus straight stretch. Settlements are come to from the nearest usable road, on their side of the border unless
 * crossing is allowed. Without that permission only roads of Mauritania count. What lies between road and border is not
 * looked at. Server and browser compute it with this one function, so that their answers are the same.
 *
 * @param question With other `minutes` alone and the same arrays, nothing is searched again.
 * @returns Lengths are geodesic; segments, catchments with what nobody comes to, and gaps with what is reached each sum to
 *   the whole.
 */
export function measureCoverage<S>(
  network: CoverageNetwork,
  posts: readonly StartPost[],
  question: CoverageQuestion<S>,
): MeasuredCoverage<S> {
  return { ...measureFigures(network, posts, question), ...measureReachedRoads(network, posts, question) }
}

/** `measureCoverage` without its roads: what a step of the minutes tells first. */
export function measureFigures<S>(
  network: CoverageNetwork,
  posts: readonly StartPost[],
  question: CoverageQuestion<S>,
): CoverageFigures<S> {
  const { minutes, access, state } = question
  const opened = openCoverage(network, question)
  const { samples } = opened
  const placed = placePosts(opened, posts, question)
  const used = usedPosts(placed)
  const postIds = used.map(({ postId }) => postId)
  const lasting = lastingFigures(
    opened,
    used.map(({ point }) => point),
  )
  const limit = Math.floor(minutes * 6000)
  const border = countInTime(lasting.border, limit)
  const bands = chooseBands(minutes)
  const drawnToMetres = chooseTolerance(minutes)
  const segments = network.borders.filter(({ inGuidimakha }) => inGuidimakha)
  const described = describeSegments(segments, samples, border)
  const borderMetres = described.reduce((total, { lengthMetres }) => total + lengthMetres, 0)
  const reachedBorderMetres = described.reduce((total, { reachedMetres }) => total + reachedMetres, 0)
  const settlements = lasting.settlements.flatMap((one) => (one.centiseconds <= limit ? [one.told] : []))
  return {
    posts: placed.map(({ post }) => post),
    minutes,
    access,
    bands,
    borderMetres,
    reachedBorderMetres,
    reachedBorderShare: shareOf(reachedBorderMetres, borderMetres),
    geometryVersion: [...new Set(segments.map(({ geometryVersion }) => geometryVersion))].join(', '),
    skippedSegmentIds: [...samples.skippedSegmentIds],
    segments: described,
    gaps: findGaps(opened, border, postIds, drawnToMetres),
    profiles: profilesOf(
      lasting,
      placed.map(({ post }) => post.postId),
      postIds,
    ),
    settlements,
    population: countPopulation(settlements.map(({ population }) => population)),
    crossings: describeCrossings(opened, countInTime(lasting.crossings, limit), postIds),
    catchments: catchmentsOf(lasting, samples, border, postIds),
    redundancy: measureRedundancy(samples, border, postIds),
    drawnToMetres,
    border: drawCoveredBorder(samples, border, bands, drawnToMetres),
    state,
  }
}

/** The roads that `measureCoverage` tells and draws. */
export function measureReachedRoads(
  network: CoverageNetwork,
  posts: readonly StartPost[],
  question: Omit<CoverageQuestion<unknown>, 'state'>,
): ReachedRoads {
  const opened = openCoverage(network, question)
  const starts = usedPosts(placePosts(opened, posts, question)).map(({ point }) => point)
  const { minutes } = question
  return drawRoads(arrivalsOf(opened, starts), chooseBands(minutes), chooseTolerance(minutes))
}

/** Upper bounds in minutes of at most six equal classes; the last is the asked time itself. */
export function chooseBands(minutes: number): number[] {
  const step = BAND_STEPS.find((candidate) => minutes / candidate <= MOST_BANDS) ?? minutes / MOST_BANDS
  const count = Math.max(1, Math.ceil(minutes / step))
  return Array.from({ length: count }, (_, index) => Math.min(minutes, (index + 1) * step))
}

/** How far a drawn line may be from the measured one: a wide reach is looked at from afar and is long to send. */
function chooseTolerance(minutes: number): number {
  if (minutes <= 60) return 1
  return minutes <= 180 ? 10 : 30
}

function describeCrossings(
  { network }: OpenCoverage,
  { p50, post, count }: PostsInTime,
  postIds: readonly string[],
): CoveredCrossing[] {
  return network.crossings.map(({ id, name, byFerry, position }, spot) => ({
    id,
    name,
    byFerry,
    position: roundPosition(position),
    seconds: toSeconds(p50[spot]!),
    postId: postIds[post[spot]!] ?? null,
    isWatched: count[spot]! > 0,
  }))
}

/** `postIndexes` become places among all posts, also those that are not used. */
function profilesOf(
  { profiles }: LastingFigures,
  allIds: readonly string[],
  postIds: readonly string[],
): BorderProfile[] {
  const places = postIds.map((postId) => allIds.indexOf(postId))
  return profiles.map((profile) => {
    const postIndexes = profile.postIndexes.map((index) => (index === null ? null : places[index]!))
    return { ...profile, postIndexes }
  })
}

function catchmentsOf(
  { catchments }: LastingFigures,
  { metres }: BorderSamples,
  { post, count }: PostsInTime,
  postIds: readonly string[],
): BorderCatchment[] {
  const reached = new Float64Array(postIds.length)
  for (let piece = 0; piece < metres.length; piece++) {
    if (count[piece]! > 0) reached[post[piece]!]! += metres[piece]!
  }
  return catchments.map(({ borderMetres, ...others }, index) => ({
    postId: postIds[index]!,
    borderMetres,
    reachedBorderMetres: reached[index]!,
    ...others,
  }))
}

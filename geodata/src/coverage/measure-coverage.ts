import { roundPosition } from '../geometry/round-position.ts'
import type { SnappedPoint } from '../road-network/types.ts'
import { describeSegments, measureRedundancy, medianSeconds, profileOf, shareOf } from './border-figures.ts'
import { countPopulation } from './count-population.ts'
import type {
  BorderCatchment,
  CoverageNetwork,
  CoverageQuestion,
  CoveredCrossing,
  CoveredSettlement,
  MeasuredCoverage,
  StartPost,
} from './coverage-types.ts'
import { drawCoveredBorder } from './draw-border.ts'
import { arrivalsOf, drawRoads } from './draw-roads.ts'
import { findGaps } from './find-gaps.ts'
import { type OpenCoverage, openCoverage } from './open-coverage.ts'
import { placePosts, usedPosts } from './place-posts.ts'
import { findSoonest, type SoonestPosts, toSeconds } from './soonest-posts.ts'
import { timesFrom } from './times-from.ts'

/** Steps in minutes of the colour classes: six classes at most. */
const BAND_STEPS = [5, 10, 15, 20, 30, 60, 120, 240]
const MOST_BANDS = 6

/** What the posts together make of every kind of spot. */
interface Soonest {
  readonly border: SoonestPosts
  readonly crossings: SoonestPosts
  readonly settlements: SoonestPosts
}

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
  const { minutes, access, state } = question
  const opened = openCoverage(network, question)
  const placed = placePosts(opened, posts, question)
  const used = usedPosts(placed)
  const postIds = used.map(({ postId }) => postId)
  const starts = used.map(({ point }) => point)
  const soonest = findAllSoonest(opened, starts, minutes)
  const bands = chooseBands(minutes)
  const drawnToMetres = chooseTolerance(minutes)
  const segments = network.borders.filter(({ inGuidimakha }) => inGuidimakha)
  const described = describeSegments(segments, opened.samples, soonest.border)
  const sum = (metresOf: (segment: (typeof described)[number]) => number) =>
    described.reduce((total, segment) => total + metresOf(segment), 0)
  const borderMetres = sum(({ lengthMetres }) => lengthMetres)
  const reachedBorderMetres = sum(({ reachedMetres }) => reachedMetres)
  const settlements = describeSettlements(opened, soonest.settlements)
  const roads = drawRoads(arrivalsOf(opened, starts), bands, drawnToMetres)
  return {
    posts: placed.map(({ post }) => post),
    minutes,
    access,
    bands,
    borderMetres,
    reachedBorderMetres,
    reachedBorderShare: shareOf(reachedBorderMetres, borderMetres),
    geometryVersion: [...new Set(segments.map(({ geometryVersion }) => geometryVersion))].join(', '),
    skippedSegmentIds: [...opened.samples.skippedSegmentIds],
    segments: described,
    gaps: findGaps(opened, soonest.border, postIds, drawnToMetres),
    profiles: profilesOf(
      opened,
      soonest.border,
      placed.map(({ post }) => post.postId),
      postIds,
    ),
    settlements,
    population: countPopulation(settlements.map(({ population }) => population)),
    crossings: describeCrossings(opened, soonest.crossings, postIds),
    catchments: describeCatchments(opened, soonest, postIds),
    redundancy: measureRedundancy(opened.samples, soonest.border, postIds),
    ...roads,
    drawnToMetres,
    border: drawCoveredBorder(opened.samples, soonest.border, bands, drawnToMetres),
    state,
  }
}

function findAllSoonest(opened: OpenCoverage, starts: readonly SnappedPoint[], minutes: number): Soonest {
  const limit = Math.floor(minutes * 6000)
  const times = starts.map((start) => timesFrom(opened, start))
  const of = (kind: 'border' | 'crossings' | 'settlements', spotCount: number) =>
    findSoonest(
      times.map((one) => one[kind]),
      spotCount,
      limit,
    )
  return {
    border: of('border', opened.samples.metres.length),
    crossings: of('crossings', opened.network.crossings.length),
    settlements: of('settlements', opened.settlements.length),
  }
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

/** Named settlements that some post comes to in time, soonest first. */
function describeSettlements(opened: OpenCoverage, { p50, count }: SoonestPosts): CoveredSettlement[] {
  const reached = opened.settlements.flatMap(({ settlement, point }, spot): CoveredSettlement[] => {
    if (count[spot] === 0) return []
    const { id, name, nameAr, place, population, position } = settlement
    const seconds = toSeconds(p50[spot]!)!
    const offRoadMetres = Math.round(point.offRoadMetres)
    return [
      { id, name, nameAr, place, population, seconds, offRoadMetres, position: roundPosition(position) },
    ]
  })
  return reached.sort((a, b) => a.seconds - b.seconds || a.name.localeCompare(b.name, 'fr'))
}

function describeCrossings(
  { network }: OpenCoverage,
  { p50, post, count }: SoonestPosts,
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

/** `postIndexes` are places among all posts, also those that are not used. */
function profilesOf(
  { samples }: OpenCoverage,
  soonest: SoonestPosts,
  allIds: readonly string[],
  postIds: readonly string[],
) {
  const places = postIds.map((postId) => allIds.indexOf(postId))
  return samples.segments.map((segment) => {
    const profile = profileOf(segment, samples, soonest)
    const postIndexes = profile.postIndexes.map((index) => (index === null ? null : places[index]!))
    return { ...profile, postIndexes }
  })
}

/** Shares border, crossings and settlements out, also what is beyond the minutes: each to the soonest. */
function describeCatchments(
  { samples, settlements }: OpenCoverage,
  { border, crossings, settlements: soonest }: Soonest,
  postIds: readonly string[],
): BorderCatchment[] {
  return postIds.map((postId, index) => {
    let borderMetres = 0
    let reachedBorderMetres = 0
    for (let piece = 0; piece < samples.metres.length; piece++) {
      if (border.post[piece] !== index) continue
      borderMetres += samples.metres[piece]!
      if (border.count[piece]! > 0) reachedBorderMetres += samples.metres[piece]!
    }
    const own = settlements.filter((_, spot) => soonest.post[spot] === index)
    return {
      postId,
      borderMetres,
      reachedBorderMetres,
      crossingCount: crossings.post.reduce((count, post) => count + (post === index ? 1 : 0), 0),
      settlementCount: own.length,
      population: countPopulation(own.map(({ settlement }) => settlement.population)),
      medianSeconds: medianSeconds(samples, border, index),
    }
  })
}

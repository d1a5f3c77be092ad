import { metresPerDegree } from '../geometry/distance.ts'
import type { RoadGraph } from '../road-network/graph.ts'
import { MOTOR_MODES } from '../road-network/road-codes.ts'
import { arcMetresFor } from './arc-metres.ts'
import { assemblePieces } from './assemble-pieces.ts'
import type { CleanTrack } from './cleaning.ts'
import { CandidateFinder } from './find-candidates.ts'
import { LayerMaker } from './match-layers.ts'
import { type Fix, type FixRun, findRuns } from './match-runs.ts'
import type { MatchedRun, MatchedTrack, MatchOptions, UnmatchedPart } from './matched-track.ts'
import { smoothPoints } from './smooth-points.ts'
import type { TrackPoints } from './track-points.ts'
import { WaySearch } from './way-search.ts'

export const MATCH_DEFAULTS: MatchOptions = {
  modes: MOTOR_MODES,
  sigmaMetres: null,
  betaMetres: null,
  turnCost: 12,
  maxKmh: 160,
  maxCandidates: 8,
}

/** Roads farther than this many sigma from a point, within limits, are not looked at. */
const RADIUS_SIGMAS = 4
const LEAST_RADIUS_METRES = 40
const MOST_RADIUS_METRES = 200
/** Dense points are averaged over so many sigma of the way. */
const SMOOTHING_SIGMAS = 4
/** On straight roads the way is the straight line: that says nothing of the next bend. */
const LEAST_BETA_METRES = 4
/** Points that sigma and beta are estimated from. */
const ESTIMATING_POINTS = 2_000

/**
 * Finds the way over the road network that a recorded track was most likely driven on (hidden Markov model).
 *
 * A position is off its road by a normal distribution (sigma); the difference between the way by road and the straight
 * line is exponential (beta). Both are estimated from the track by the median deviations of the paper unless given.
 * Different from the paper: a state is a place on a road *and a direction*, so that turning round has a cost and noise
 * does not make a vehicle dither; up to three points in a row that fit nothing are passed over.
 *
 * @param track As cleaned (`cleanTrack`); parts are matched apart.
 * @returns Runs over the network, and the stretches between that fit no road. Times are NaN for untimed tracks.
 * @see Newson & Krumm (2009), Hidden Markov Map Matching Through Noise and Sparseness, ACM GIS, 336–343.
 */
export function matchTrack(
  graph: RoadGraph,
  track: CleanTrack,
  options: Partial<MatchOptions> = {},
): MatchedTrack {
  const matcher = new TrackMatcher(graph, track, { ...MATCH_DEFAULTS, ...options })
  return matcher.match()
}

class TrackMatcher {
  readonly #graph: RoadGraph
  readonly #track: CleanTrack
  readonly #options: MatchOptions
  readonly #finder: CandidateFinder
  readonly #search: WaySearch
  readonly #edgeMetres: Float64Array
  readonly #firstSigma: number
  readonly #smooth: TrackPoints

  constructor(graph: RoadGraph, track: CleanTrack, options: MatchOptions) {
    const { arcMetres, edgeMetres } = arcMetresFor(graph, options.modes)
    this.#graph = graph
    this.#track = track
    this.#options = options
    this.#finder = new CandidateFinder(graph, options.modes)
    this.#search = new WaySearch(graph, arcMetres)
    this.#edgeMetres = edgeMetres
    this.#firstSigma = options.sigmaMetres ?? this.#guessSigma()
    this.#smooth = smoothPoints(track, SMOOTHING_SIGMAS * this.#firstSigma)
  }

  match(): MatchedTrack {
    const { sigmaMetres, betaMetres } = this.#estimate()
    const maker = this.#layerMaker(sigmaMetres, betaMetres)
    const matched: MatchedTrack = {
      runs: [],
      unmatched: [],
      matchedMetres: 0,
      unmatchedMetres: 0,
      usedPoints: 0,
      skippedPoints: 0,
      unmatchedPoints: 0,
      breaks: 0,
      sigmaMetres,
      betaMetres,
    }
    const { segmentStart } = this.#track.points
    for (let s = 0; s + 1 < segmentStart.length; s++) {
      const [first, end] = [segmentStart[s]!, segmentStart[s + 1]!]
      const spaced = this.#spaced(first, end, 2 * sigmaMetres)
      const runs = findRuns(maker, spaced, this.#options.onProgress).filter(({ fixes }) => fixes.length > 1)
      this.#addPart(matched, runs, first, end - 1, maker.backstepMetres)
    }
    return matched
  }

  #addPart(
    matched: MatchedTrack,
    fixRuns: readonly FixRun[],
    first: number,
    last: number,
    backstepMetres: number,
  ): void {
    const input = {
      graph: this.#graph,
      edgeMetres: this.#edgeMetres,
      search: this.#search,
      points: this.#track.points,
      dwellSeconds: this.#track.dwellSeconds,
      backstepMetres,
    }
    let from = first
    let reason: UnmatchedPart['reason'] = 'off-road'
    for (const { fixes, endedBy } of fixRuns) {
      const run: MatchedRun = {
        firstPoint: fixes[0]!.point,
        lastPoint: fixes[fixes.length - 1]!.point,
        pieces: assemblePieces(input, fixes),
      }
      this.#addUnmatched(matched, from, run.firstPoint, reason)
      matched.runs.push(run)
      matched.usedPoints += fixes.length
      matched.skippedPoints += run.lastPoint - run.firstPoint + 1 - fixes.length
      matched.matchedMetres += run.pieces.reduce((sum, { lengthMetres }) => sum + lengthMetres, 0)
      if (endedBy === 'no-way') matched.breaks++
      from = run.lastPoint
      reason = endedBy ?? 'off-road'
    }
    this.#addUnmatched(matched, from, last, reason)
    const inRuns = fixRuns.reduce(
      (sum, { fixes }) => sum + fixes[fixes.length - 1]!.point - fixes[0]!.point + 1,
      0,
    )
    matched.unmatchedPoints += last - first + 1 - inRuns
  }

  #addUnmatched(matched: MatchedTrack, from: number, to: number, reason: UnmatchedPart['reason']): void {
    if (to <= from) return
    let lengthMetres = 0
    for (let i = from; i < to; i++) lengthMetres += metresBetween(this.#track.points, i, i + 1)
    matched.unmatched.push({ firstPoint: from, lastPoint: to, reason, lengthMetres })
    matched.unmatchedMetres += lengthMetres
  }

  /** Points at least so far from each other: nearer ones tell more of the noise than of the way. */
  #spaced(first: number, end: number, metres: number): Int32Array {
    const spaced = new Int32Array(end - first)
    let size = 0
    for (let i = first; i < end; i++) {
      const isFree = size > 0 && i < end - 1 && this.#track.dwellSeconds[i] === 0
      if (!isFree || metresBetween(this.#smooth, spaced[size - 1]!, i) >= metres) spaced[size++] = i
    }
    return spaced.subarray(0, size)
  }

  #layerMaker(sigmaMetres: number, betaMetres: number): LayerMaker {
    const { turnCost, maxKmh, maxCandidates } = this.#options
    const radius = RADIUS_SIGMAS * sigmaMetres
    const radiusMetres = Math.max(LEAST_RADIUS_METRES, Math.min(MOST_RADIUS_METRES, radius))
    const options = { sigmaMetres, betaMetres, turnCost, maxKmh, maxCandidates, radiusMetres }
    return new LayerMaker(this.#smooth, this.#finder, this.#search, options)
  }

  /** Median deviations of the first points, matched with a first guess. */
  #estimate(): { sigmaMetres: number; betaMetres: number } {
    const { sigmaMetres: sigma, betaMetres: beta } = this.#options
    if (sigma !== null && beta !== null) return { sigmaMetres: sigma, betaMetres: beta }
    const { segmentStart } = this.#smooth
    const maker = this.#layerMaker(this.#firstSigma, beta ?? this.#firstSigma)
    const runs: FixRun[] = []
    let taken = 0
    for (let s = 0; s + 1 < segmentStart.length && taken < ESTIMATING_POINTS; s++) {
      const spaced = this.#spaced(segmentStart[s]!, segmentStart[s + 1]!, 2 * this.#firstSigma)
      const part = spaced.subarray(0, ESTIMATING_POINTS - taken)
      taken += part.length
      runs.push(...findRuns(maker, part))
    }
    return {
      sigmaMetres: sigma ?? estimateSigma(runs) ?? this.#firstSigma,
      betaMetres: beta ?? estimateBeta(maker, this.#search, runs) ?? this.#firstSigma,
    }
  }

  #guessSigma(): number {
    const { count, lon, lat } = this.#track.points
    const step = Math.max(1, Math.floor(count / ESTIMATING_POINTS))
    const metres: number[] = []
    for (let i = 0; i < count; i += step) {
      const nearest = this.#finder.nearestMetres(lon[i]!, lat[i]!, MOST_RADIUS_METRES)
      if (nearest < Infinity) metres.push(nearest)
    }
    return clampSigma(1.4826 * (median(metres) ?? 10))
  }
}

function clampSigma(metres: number): number {
  return Math.max(4, Math.min(50, metres))
}

function estimateSigma(runs: readonly FixRun[]): number | null {
  const middle = median(runs.flatMap(({ fixes }) => fixes.map(({ candidate }) => candidate.offMetres)))
  return middle === null ? null : clampSigma(1.4826 * middle)
}

function estimateBeta(maker: LayerMaker, search: WaySearch, runs: readonly FixRun[]): number | null {
  const differences = runs.flatMap(({ fixes }) =>
    fixes.slice(1).map((fix, i) => Math.abs(wayOf(maker, search, fixes[i]!, fix) - fix.straightMetres)),
  )
  const middle = median(differences)
  return middle === null ? null : Math.max(LEAST_BETA_METRES, middle / Math.LN2)
}

function wayOf(maker: LayerMaker, search: WaySearch, from: Fix, to: Fix): number {
  const found = new Float64Array(1).fill(Infinity)
  search.aimAt([to.candidate.directed])
  search.searchFrom(from.onward.head, to.maxMetres, found)
  return maker.wayMetres(from.onward, to.candidate, found[0]!)
}

function median(values: number[]): number | null {
  if (values.length === 0) return null
  return values.sort((a, b) => a - b)[values.length >> 1]!
}

function metresBetween({ lon, lat }: TrackPoints, a: number, b: number): number {
  const [perLon, perLat] = metresPerDegree(lat[a]!)
  return Math.hypot((lon[b]! - lon[a]!) * perLon, (lat[b]! - lat[a]!) * perLat)
}

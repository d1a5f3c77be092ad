import type { LearnedSpeed } from '../road-state/types.ts'

/** One passage of a vehicle over an edge, or over a part of it. */
export interface Passage {
  /** Index in the graph. */
  edge: number
  /** Driven share (0–1) of the edge's length. */
  share: number
  /** Time for that share, halts included. */
  seconds: number
  /** Part of that time in which the vehicle stood. */
  haltSeconds: number
  /** Time that the profile of the vehicle gives for the same share. */
  priorSeconds: number
}

export interface LearningOptions {
  /** Edges of one class learn from each other. */
  classOf: (edge: number) => string
  /** Standard deviation of the logarithm of a time before anything was learned, by class. */
  priorSpreadOf: (roadClass: string) => number
}

/** What passages in one state of the ground have taught. */
export interface SpeedLearning {
  /** Edges with at least one usable passage. */
  byEdge: Map<number, LearnedSpeed>
  /** Classes with at least one usable passage; for edges that nobody has driven. */
  byClass: Map<string, LearnedSpeed>
  /** Passages that taught, and that were left out. */
  used: number
  tooShort: number
  withHalt: number
  outliers: number
}

/** A passage over less of an edge says little of it. */
const LEAST_SHARE = 0.2
/** Below this the instants of points are too coarse. */
const LEAST_SECONDS = 3
/** Slower or faster than the profile by more than this factor is no driving. */
const OUTLIER_FACTOR = 5
/** The class weighs as much as so many passages on an edge, and the profile as so many passages of a class. */
export const CLASS_WEIGHT = 3
export const PROFILE_WEIGHT = 10
/** The prior spread weighs as much as so many passages. */
const SPREAD_WEIGHT = 5

/** An observed logarithm of time ÷ time by the profile, with the share of the edge as its weight. */
interface Sample {
  logRatio: number
  weight: number
}

/**
 * Speeds from passages, all in one state of the ground: for each edge the weighted median of ln(time ÷ prior time),
 * drawn to that of its class, and that of the class drawn to 0, the profile. With n passages an edge keeps n / (n + 3)
 * of its own; so one passage, however odd, moves it a quarter of the way from its class.
 *
 * The spread is the median absolute deviation, drawn to the class's prior spread, and widened by what the median
 * itself is unsure of.
 *
 * @param passages Both directions of an edge teach it together. Halts inside, outliers by a factor over 5 and parts
 *   under a fifth of the edge or 3 seconds are left out and counted.
 * @throws RangeError if a prior time is not positive.
 * @see Gelman et al. (2013), Bayesian Data Analysis, 3rd ed., ch. 5, for the shrinkage.
 */
export function learnSpeeds(passages: Iterable<Passage>, options: LearningOptions): SpeedLearning {
  const learning: SpeedLearning = {
    byEdge: new Map(),
    byClass: new Map(),
    used: 0,
    tooShort: 0,
    withHalt: 0,
    outliers: 0,
  }
  const samples = new Map<number, Sample[]>()
  for (const passage of passages) {
    const sample = sampleOf(passage, learning)
    if (!sample) continue
    const ofEdge = samples.get(passage.edge)
    if (ofEdge) ofEdge.push(sample)
    else samples.set(passage.edge, [sample])
  }
  const byClass = Map.groupBy(samples.keys(), options.classOf)
  for (const [roadClass, edges] of byClass) learnClass(roadClass, edges, samples, options, learning)
  return learning
}

function sampleOf(passage: Passage, learning: SpeedLearning): Sample | null {
  const { share, seconds, haltSeconds, priorSeconds } = passage
  if (!(priorSeconds > 0)) throw new RangeError(`prior time of ${priorSeconds} s on edge ${passage.edge}`)
  if (share < LEAST_SHARE || seconds < LEAST_SECONDS) {
    learning.tooShort++
    return null
  }
  if (haltSeconds > 0) {
    learning.withHalt++
    return null
  }
  const logRatio = Math.log(seconds / priorSeconds)
  if (!(Math.abs(logRatio) <= Math.log(OUTLIER_FACTOR))) {
    learning.outliers++
    return null
  }
  learning.used++
  return { logRatio, weight: Math.min(1, share) }
}

function learnClass(
  roadClass: string,
  edges: readonly number[],
  samples: ReadonlyMap<number, Sample[]>,
  { priorSpreadOf }: LearningOptions,
  learning: SpeedLearning,
): void {
  const prior = { logFactor: 0, logSpread: priorSpreadOf(roadClass) }
  const all = edges.flatMap((edge) => samples.get(edge)!)
  const ofClass = shrink(all, prior, PROFILE_WEIGHT)
  learning.byClass.set(roadClass, ofClass)
  const classPrior = { logFactor: ofClass.logFactor, logSpread: prior.logSpread }
  for (const edge of edges) learning.byEdge.set(edge, shrink(samples.get(edge)!, classPrior, CLASS_WEIGHT))
}

function shrink(
  samples: readonly Sample[],
  prior: { logFactor: number; logSpread: number },
  priorWeight: number,
): LearnedSpeed {
  const weight = samples.reduce((sum, sample) => sum + sample.weight, 0)
  const median = weightedMedian(samples)
  const logFactor = (weight * median + priorWeight * prior.logFactor) / (weight + priorWeight)
  const off = samples.map(({ logRatio, weight: w }) => ({ logRatio: Math.abs(logRatio - median), weight: w }))
  const observed = 1.4826 * weightedMedian(off)
  const freedom = Math.max(0, weight - 1)
  const variance =
    (SPREAD_WEIGHT * prior.logSpread ** 2 + freedom * observed ** 2) / (SPREAD_WEIGHT + freedom)
  const logSpread = Math.sqrt(variance * (1 + 1 / (weight + priorWeight)))
  return { logFactor, logSpread, passages: samples.length }
}

/** Where half of the weight lies on each side; between two samples, their middle. */
function weightedMedian(samples: readonly Sample[]): number {
  const sorted = samples.toSorted((a, b) => a.logRatio - b.logRatio)
  const half = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2
  let passed = 0
  for (const [i, { logRatio, weight }] of sorted.entries()) {
    passed += weight
    if (passed > half + 1e-12) return logRatio
    if (passed >= half - 1e-12) return (logRatio + (sorted[i + 1]?.logRatio ?? logRatio)) / 2
  }
  throw new RangeError('no samples')
}

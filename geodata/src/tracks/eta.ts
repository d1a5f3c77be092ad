/** A stretch of a way, with how sure its time is. */
export interface TimedStretch {
  /** Half of the passages take longer. */
  seconds: number
  /** Standard deviation of the logarithm of the time; more than 1 counts as 1. 0 = certain. */
  logSpread: number
  lengthMetres: number
  /** Passages that taught this time; 0 = by the profile alone. */
  passages: number
}

export interface Eta {
  /** Half of the journeys arrive by then. */
  p50Seconds: number
  /** Nine of ten do. */
  p90Seconds: number
  /** The least number of passages behind a stretch of the way. */
  leastPassages: number
  /** Share (0–1) of the length that any passage speaks for. */
  taughtShare: number
}

/**
 * How much the times of two stretches of one journey go together: one driver, one load, one day. Assumption: half, as
 * no repeated journeys have been recorded here; it widens P90 on long ways more than any spread of single stretches.
 */
export const STRETCH_CORRELATION = 0.5

/** A greater standard deviation of the logarithm counts as this. */
export const MOST_SPREAD = 1
/** Ninth decile of the standard normal. */
const NINTH_DECILE = 1.2815515655446004

/**
 * Median and ninth decile of the time of a way, when the time of each stretch is lognormal.
 *
 * The sum is taken as lognormal too, with the mean and the variance of the sum (Fenton–Wilkinson), the stretches being
 * correlated in pairs by `correlation`.
 *
 * @param correlation 0 (independent: errors cancel out on long ways) to 1 (all late together).
 * @throws RangeError if a time or a spread is negative or not a number, or the correlation not within 0 and 1.
 * @see Fenton (1960), IRE Transactions on Communications Systems 8(1), 57–67.
 */
export function estimateArrival(
  stretches: readonly TimedStretch[],
  correlation: number = STRETCH_CORRELATION,
): Eta {
  if (!(correlation >= 0 && correlation <= 1)) throw new RangeError(`correlation ${correlation}`)
  let mean = 0
  let deviations = 0
  let variances = 0
  for (const { seconds, logSpread } of stretches) {
    if (!(seconds >= 0) || !(logSpread >= 0)) throw new RangeError(`${seconds} s with spread ${logSpread}`)
    const factors = momentFactors(logSpread)
    mean += seconds * factors.mean
    deviations += seconds * factors.deviation
    variances += (seconds * factors.deviation) ** 2
  }
  const square = squaredSpread(mean, deviations, variances, correlation)
  const p50Seconds = mean * Math.exp(-square / 2)
  return {
    p50Seconds,
    p90Seconds: p50Seconds * Math.exp(NINTH_DECILE * Math.sqrt(square)),
    ...evidenceOf(stretches),
  }
}

/** Mean and standard deviation of a lognormal time, over its median. */
export function momentFactors(logSpread: number): { mean: number; deviation: number } {
  const square = Math.min(MOST_SPREAD, logSpread) ** 2
  const mean = Math.exp(square / 2)
  return { mean, deviation: mean * Math.sqrt(Math.expm1(square)) }
}

/**
 * Ninth decile over median of a sum of lognormal times, as in `estimateArrival`, from what can be summed stretch by stretch.
 *
 * @param mean Sum of the means.
 * @param deviations Sum of the standard deviations.
 * @param variances Sum of their squares.
 * @returns 1 or more; 1 without any time.
 */
export function ninthDecileRatio(mean: number, deviations: number, variances: number): number {
  return Math.exp(NINTH_DECILE * Math.sqrt(squaredSpread(mean, deviations, variances, STRETCH_CORRELATION)))
}

function squaredSpread(mean: number, deviations: number, variances: number, correlation: number): number {
  const variance = correlation * deviations ** 2 + (1 - correlation) * variances
  return mean > 0 ? Math.log1p((Math.sqrt(variance) / mean) ** 2) : 0
}

function evidenceOf(stretches: readonly TimedStretch[]): Pick<Eta, 'leastPassages' | 'taughtShare'> {
  let length = 0
  let taught = 0
  let leastPassages = Infinity
  for (const { lengthMetres, passages } of stretches) {
    length += lengthMetres
    if (passages > 0) taught += lengthMetres
    if (lengthMetres > 0) leastPassages = Math.min(leastPassages, passages)
  }
  return {
    leastPassages: Number.isFinite(leastPassages) ? leastPassages : 0,
    taughtShare: length > 0 ? taught / length : 0,
  }
}

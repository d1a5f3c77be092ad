import type { AccessMask } from '../road-network/road-codes.ts'

export interface MatchOptions {
  /** By what access rules the track was driven: bits of `MODES`. */
  modes: AccessMask
  /** Standard deviation of a position beside the road; null = estimated from the track. */
  sigmaMetres: number | null
  /** Scale of the difference between the way by road and the straight line; null = estimated from the track. */
  betaMetres: number | null
  /** Logarithm of how unlikely it is to turn round. */
  turnCost: number
  /** Nobody drives faster than this here. */
  maxKmh: number
  /** At most so many roads are looked at for a point. */
  maxCandidates: number
  /** Told now and then how many points are done. */
  onProgress?: (points: number) => void
}

/** A stretch of one edge that was driven on. */
export interface MatchedPiece {
  /** Index in the graph. */
  edge: number
  isForward: boolean
  /** Shares of the edge's length in the edge's own direction: `from` > `to` when driven backwards. */
  fromFraction: number
  toFraction: number
  lengthMetres: number
  /** Interpolated along the way; NaN when the track is not timed. */
  enterMs: number
  leaveMs: number
  /** Part of that time in which the vehicle stood. */
  haltSeconds: number
}

/** An unbroken way over the network. Points are indices into the track. */
export interface MatchedRun {
  firstPoint: number
  lastPoint: number
  pieces: MatchedPiece[]
}

/**
 * A stretch that fits no road. It begins and ends with a matched point where there is one.
 * `off-road`: no road near enough; `no-way`: roads are near, but no way leads along them in the time.
 */
export interface UnmatchedPart {
  firstPoint: number
  lastPoint: number
  reason: 'off-road' | 'no-way'
  /** Along the points. */
  lengthMetres: number
}

export interface MatchedTrack {
  runs: MatchedRun[]
  unmatched: UnmatchedPart[]
  matchedMetres: number
  unmatchedMetres: number
  /** Of the points: on a run · passed over as outliers or for standing closer than 2 sigma · in no run. */
  usedPoints: number
  skippedPoints: number
  unmatchedPoints: number
  /** Times that the search had to begin anew although roads were near. */
  breaks: number
  /** Used in the end, given or estimated. */
  sigmaMetres: number
  betaMetres: number
}

/** What is sought: most weight in reach, least mean time, or least longest time. */
export type SitingModel = 'covering' | 'median' | 'centre'

/**
 * Which candidate sites to open, over travel times alone: no roads, no map.
 *
 * n demand points, m candidate sites, f sites that stand already and stay open at no cost.
 */
export interface SitingProblem {
  readonly model: SitingModel
  /** n: metres of border, people or crossings of each demand point; finite, not negative. A weight of 0 asks nothing. */
  readonly weights: ArrayLike<number>
  /** m × n: `seconds[candidate][demand]`, not negative; `Infinity` where there is no way. */
  readonly seconds: readonly ArrayLike<number>[]
  /** f × n: the same of the sites that stand already. */
  readonly fixedSeconds: readonly ArrayLike<number>[]
  /** m: cost of each candidate in whatever unit the budget has, not negative; null = 1 each. */
  readonly costs: ArrayLike<number> | null
  /** At most so many candidates are opened; null = only the budget limits. */
  readonly count: number | null
  /** The opened candidates cost no more than this together; null = only the count limits. */
  readonly budget: number | null
  /** Covering: a demand point is in reach within so many seconds, the limit included. */
  readonly withinSeconds: number | null
  /**
   * Median: what a demand point counts that no open site reaches; a longer journey counts no more than this.
   * null = twice the longest finite time of the problem. Points that no site at all could reach are left out and told.
   */
  readonly unreachedSeconds: number | null
  /** The curve runs from 0 to so many opened sites, all within the budget; null = to `count`, or to as many as the answer has. */
  readonly curveTo: number | null
}

/** How an answer came about and what was done to the question, each with its figure. */
export type SitingNote =
  /** Everything that can be reached is in reach of the sites that stand already: no site is proposed. */
  | { readonly code: 'already-covered' }
  /** No candidate betters anything within the limits: no site is proposed. */
  | { readonly code: 'nothing-to-gain' }
  /** Fewer sites than allowed bring all that can be had. */
  | { readonly code: 'fewer-suffice'; readonly sites: number }
  /** The count was larger than the number of candidates. */
  | { readonly code: 'count-above-candidates'; readonly candidates: number }
  /** Candidates that reach no demand point that matters, left aside. */
  | { readonly code: 'useless-candidates'; readonly candidates: number }
  /** Candidates that cost more than the budget alone, left aside. */
  | { readonly code: 'unaffordable-candidates'; readonly candidates: number }
  /** Demand that no site, standing or proposed, could reach in any time: left out of mean and longest time. */
  | { readonly code: 'beyond-all'; readonly points: number; readonly weight: number }
  /** Median: what an unreached point counts was chosen here. */
  | { readonly code: 'unreached-seconds-chosen'; readonly seconds: number }
  /** The optimum is not proven: there was no solver, its time was over, or the rest of the question was too large for it. */
  | { readonly code: 'not-proven'; readonly why: NotProven }

export type NotProven = 'no-solver' | 'time-over' | 'too-large'

/** Why there is no answer. Positions are indices into the problem. */
export type SitingRefusal =
  | { readonly code: 'no-candidates' }
  | { readonly code: 'no-demand' }
  | { readonly code: 'bad-weight'; readonly demand: number; readonly value: number }
  | { readonly code: 'bad-cost'; readonly candidate: number; readonly value: number }
  | {
      readonly code: 'bad-time'
      readonly of: 'candidate' | 'fixed'
      readonly site: number
      readonly demand: number
      readonly value: number
    }
  | {
      readonly code: 'bad-shape'
      readonly of: 'candidate' | 'fixed' | 'costs'
      readonly site: number
      readonly length: number
      readonly expected: number
    }
  /** `count` must be a whole number of at least 1, `budget`, `withinSeconds`, `unreachedSeconds`, `curveTo` not negative. */
  | {
      readonly code: 'bad-limit'
      readonly limit: 'count' | 'budget' | 'withinSeconds' | 'unreachedSeconds' | 'curveTo'
      readonly value: number | null
    }
  /** Neither a count nor a budget. */
  | { readonly code: 'no-limit' }
  | { readonly code: 'budget-too-small'; readonly budget: number; readonly cheapest: number }
  /** More candidates × demand points than are dealt with at once. */
  | { readonly code: 'too-large'; readonly cells: number; readonly most: number }

/** One opened candidate. */
export interface SitedPlace {
  /** Index of the candidate. */
  readonly site: number
  readonly cost: number
  /**
   * What it betters the objective of the sites before it: never negative. null for the longest time where it reaches
   * demand that nothing before it reached: the two times are of different demand.
   */
  readonly gain: number | null
  /** With this and all sites before it. */
  readonly objective: number
  readonly unreachedWeight: number
}

/** What a set of open sites does for the demand, computed from the times alone. */
export interface SitingValue {
  /** Covering: weight in reach. Median: mean seconds, weighted. Centre: longest seconds; null where nothing is reached. */
  readonly objective: number | null
  /** Weight that some open site reaches: within the limit (covering) or at all. */
  readonly reachedWeight: number
  /** Weight that no open site reaches, the demand beyond all sites left aside. */
  readonly unreachedWeight: number
}

export interface CurvePoint {
  /** At most so many sites opened. */
  readonly count: number
  readonly objective: number | null
  readonly unreachedWeight: number
  /** No better objective is possible with so many. */
  readonly bound: number | null
  readonly isOptimal: boolean
}

/** The best set found that does without at least one of the proposed sites. */
export interface RunnerUp {
  /** Indices of the candidates, ascending. */
  readonly sites: readonly number[]
  readonly objective: number
  readonly unreachedWeight: number
  /** By how much it is worse than the proposal: not negative. */
  readonly behind: number
  /** `behind` over the objective of the proposal. */
  readonly behindShare: number
  /** Proven to be the second best. */
  readonly isOptimal: boolean
}

/** How far the work has come: each answer holds all that is known so far. */
export type SitingStage = 'preview' | 'sites' | 'runner-up' | 'complete'

export interface SitingAnswer {
  readonly kind: 'answer'
  readonly stage: SitingStage
  readonly model: SitingModel
  /** In the order in which they bring most. */
  readonly places: readonly SitedPlace[]
  readonly cost: number
  /** With the standing sites alone. */
  readonly before: SitingValue
  /** With the proposed sites too. */
  readonly value: SitingValue
  /** Weight of the demand that counts: all of it, without what lies beyond all sites where that is left out. */
  readonly totalWeight: number
  /** No better objective is possible. Equal to the objective where `isOptimal`. */
  readonly bound: number
  /** |bound − objective| / |objective|; 0 where `isOptimal`. */
  readonly gap: number
  readonly isOptimal: boolean
  /** Whether the integer programme was needed: the bound of the relaxation may prove the optimum by itself. */
  readonly provenBy: 'bound' | 'solver' | null
  /** null until known, and where no other set betters anything. */
  readonly runnerUp: RunnerUp | null
  readonly curve: readonly CurvePoint[]
  readonly notes: readonly SitingNote[]
  readonly tookSeconds: number
}

export interface SitingRefused {
  readonly kind: 'refused'
  readonly refusal: SitingRefusal
}

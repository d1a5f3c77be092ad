import type { MipSolver } from './mip-solver.ts'
import type { NotProven } from './types.ts'

/** How well a set of sites does, in the search for a better one: less unreached weight first, then a better objective. */
export interface SearchedSites {
  /** Indices of candidates. */
  readonly sites: readonly number[]
  /** No set within the limits has a better objective. */
  readonly bound: number | null
  readonly isOptimal: boolean
  readonly provenBy: 'bound' | 'solver' | null
  readonly notProven: NotProven | null
}

/** What a search may spend; asked anew before each use of the solver. */
export interface Effort {
  readonly solver: MipSolver | null
  readonly secondsLeft: () => number
}

/** The search of one model: what `solveSiting` drives, whichever the model is. */
export interface SiteSearch {
  /** Greedy, exchanges and a bound; no solver. */
  preview(): SearchedSites
  /** Best sites of at most `count`, proven as far as the effort goes. */
  best(effort: Effort): SearchedSites
  /** The same of at most `count` sites. */
  bestOf(count: number, effort: Effort): SearchedSites
  /** Best sites that do without one of those given at least; null where there are none. */
  second(sites: readonly number[], effort: Effort): SearchedSites | null
}

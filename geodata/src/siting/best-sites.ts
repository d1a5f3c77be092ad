import { boundByPrices, type DualBound } from './dual-bound.ts'
import { fixSites } from './fix-sites.ts'
import { findDominated, type GainModel, restrictGains, sumOf } from './gain-model.ts'
import { buildGainProgramme } from './gain-programme.ts'
import { openGreedily } from './greedy-swap.ts'
import type { Effort } from './site-search.ts'
import type { NotProven } from './types.ts'

export interface BestSites {
  /** Open columns of the model. */
  readonly columns: readonly number[]
  readonly value: number
  /** No set within the limits is worth more. */
  readonly bound: number
  readonly isOptimal: boolean
  readonly provenBy: 'bound' | 'solver' | null
  readonly notProven: NotProven | null
}

/** The same before the solver: with the bound by which sites can be settled. */
export interface GoodSites extends BestSites {
  readonly dual: DualBound
}

/** More steps than this are not given to the solver: it would not come back in time. */
const MOST_STEPS = 60_000

/**
 * Greedy, exchanges, and the bound: the best that is known without a solver.
 *
 * @param start Open columns to begin with as well, within the limits.
 */
export function findGoodSites(model: GainModel, start: readonly number[] = []): GoodSites {
  const fresh = openGreedily(model)
  const other = start.length > 0 ? openGreedily(model, start) : fresh
  const columns = sumOf(model, other) > sumOf(model, fresh) ? other : fresh
  const dual = boundByPrices(model, { columns, value: sumOf(model, columns) })
  const polished = dual.columns === columns ? columns : openGreedily(model, dual.columns)
  const value = sumOf(model, polished)
  const isOptimal = dual.bound < value + leastBetter(model, value)
  return {
    columns: polished,
    value,
    bound: isOptimal ? value : dual.bound,
    isOptimal,
    provenBy: isOptimal ? 'bound' : null,
    notProven: isOptimal ? null : 'no-solver',
    dual,
  }
}

/**
 * Goes on from a good solution to the best one, with the solver, and with the proof or the bound that is left.
 *
 * @param target Only a solution worth so much is looked for, which settles more sites beforehand; «optimal» then says
 *   that none was missed.
 */
export function proveSites(
  model: GainModel,
  good: GoodSites,
  { solver, secondsLeft }: Effort,
  target = 0,
): BestSites {
  if (good.isOptimal || !solver) return good
  const least = Math.max(target, good.value + leastBetter(model, good.value)) * (1 - 1e-12)
  const { taken, isDropped } = fixSites(model, good.dual, least)
  const rest = dropDominated(restrictGains(model, taken, (column) => !isDropped[column]))
  if (rest.sites.length === 0 || rest.count <= 0) return settle(model, good, taken, 'bound')
  const built = buildGainProgramme(rest, MOST_STEPS)
  if (!built) return { ...good, notProven: 'too-large' }
  const seconds = secondsLeft()
  if (seconds <= 0) return { ...good, notProven: 'time-over' }
  const answer = solver.solve(built.programme, { seconds })
  const found = answer.columns ? [...taken, ...openInRest(model, rest, answer.columns)] : []
  const settled = settle(model, good, found, 'solver')
  if (answer.isOptimal) return settled
  const bound = Math.min(good.bound, sumOf(model, taken) + built.constant + answer.bound)
  return {
    ...settled,
    bound: Math.max(settled.value, bound),
    isOptimal: false,
    provenBy: null,
    notProven: 'time-over',
  }
}

/** The better of the good and the found columns, as the optimum; columns beyond the limits are none. */
function settle(
  model: GainModel,
  good: GoodSites,
  found: readonly number[],
  provenBy: 'bound' | 'solver',
): BestSites {
  const cost = found.reduce((sum, column) => sum + model.costs[column]!, 0)
  const isWithin = found.length <= model.count && cost <= model.budget
  const foundValue = isWithin ? sumOf(model, found) : 0
  const [columns, value] = foundValue > good.value ? [found, foundValue] : [good.columns, good.value]
  return { columns, value, bound: value, isOptimal: true, provenBy, notProven: null }
}

/** The columns of the model that the solver opened, filled up where the programme counts on all that are allowed. */
function openInRest(model: GainModel, rest: GainModel, values: ArrayLike<number>): number[] {
  const opened = Array.from(rest.sites.keys()).filter((column) => values[column]! > 0.5)
  const columnOf = new Map(Array.from(model.sites, (site, column) => [site, column]))
  return openGreedily(rest, opened).map((column) => columnOf.get(rest.sites[column]!)!)
}

function dropDominated(model: GainModel): GainModel {
  const isDominated = findDominated(model)
  return restrictGains(model, [], (column) => !isDominated[column])
}

/** By how much a better solution is better at least: 1 where all gains are whole numbers, else what rounding hides. */
export function leastBetter(model: GainModel, value: number): number {
  return model.gain.every(Number.isInteger) ? 1 - 1e-6 : 1e-9 * (1 + value)
}

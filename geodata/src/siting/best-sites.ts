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
  const dual = boundByPrices(model, { columns, value: sumOf(model, columns) }, { isEnough: settles(model) })
  const polished = dual.columns === columns ? columns : openGreedily(model, dual.columns)
  const { bound } = dual
  return goodSites(model, { columns: polished, value: sumOf(model, polished), bound }, dual)
}

/** Whether a bound leaves no more sites than may be opened anyway: nothing is left to choose. */
function settles(model: GainModel): (dual: DualBound) => boolean {
  if (model.budget < Number.POSITIVE_INFINITY) return () => false
  return (dual) => {
    const least = (dual.value + leastBetter(model, dual.value)) * (1 - 1e-12)
    const { isDropped } = fixSites(model, dual, least)
    return isDropped.reduce((left, dropped) => left - dropped, model.sites.length) <= model.count
  }
}

/** A solution with a bound: proven where that leaves no room for a better one. */
export function goodSites(
  model: GainModel,
  { columns, value, bound }: { columns: readonly number[]; value: number; bound: number },
  dual: DualBound,
): GoodSites {
  const isOptimal = bound < value + leastBetter(model, value)
  return {
    columns,
    value,
    bound: isOptimal ? value : bound,
    isOptimal,
    provenBy: isOptimal ? 'bound' : null,
    notProven: isOptimal ? null : 'no-solver',
    dual,
  }
}

/** What a proof may leave aside. */
export interface Narrowed {
  /** Only a solution worth so much is looked for, which settles more sites beforehand. */
  readonly target?: number
  /** Columns of which a solution lacks one at least; those of the good solution do. */
  readonly notAll?: readonly number[]
}

/**
 * Goes on from a good solution to the best one, with the solver, and with the proof or the bound that is left. With a
 * target «optimal» says that nothing worth so much was missed.
 */
export function proveSites(
  model: GainModel,
  good: GoodSites,
  { solver, secondsLeft }: Effort,
  { target = 0, notAll }: Narrowed = {},
): BestSites {
  if (good.isOptimal) return good
  const least = Math.max(target, good.value + leastBetter(model, good.value)) * (1 - 1e-12)
  const { taken, isDropped } = fixSites(model, good.dual, least)
  if (notAll?.every((column) => taken.includes(column))) return settle(model, good, [], 'bound')
  const mayDominate = (site: number) => !notAll?.some((column) => model.sites[column] === site)
  const rest = dropDominated(
    restrictGains(model, taken, (column) => !isDropped[column]),
    mayDominate,
  )
  if (rest.sites.length === 0 || rest.count <= 0) return settle(model, good, taken, 'bound')
  if (!solver) return good
  const built = buildGainProgramme(rest, MOST_STEPS, notAll && placesInRest(model, rest, taken, notAll))
  if (!built) return { ...good, notProven: 'too-large' }
  const seconds = secondsLeft()
  if (seconds <= 0) return { ...good, notProven: 'time-over' }
  const answer = solver.solve(built.programme, { seconds })
  const found = answer.columns ? openInModel(model, rest, taken, answer.columns, notAll) : []
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

/** Columns of the rest of which one must stay closed; none where one is closed already. */
function placesInRest(
  model: GainModel,
  rest: GainModel,
  taken: readonly number[],
  columns: readonly number[],
): number[] {
  const places = columns
    .filter((column) => !taken.includes(column))
    .map((column) => rest.sites.indexOf(model.sites[column]!))
  return places.includes(-1) ? [] : places
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
function openInModel(
  model: GainModel,
  rest: GainModel,
  taken: readonly number[],
  values: ArrayLike<number>,
  notAll?: readonly number[],
): number[] {
  const opened = Array.from(rest.sites.keys()).filter((column) => values[column]! > 0.5)
  const found = [...taken, ...opened.map((column) => model.sites.indexOf(rest.sites[column]!))]
  const closed = notAll?.find((column) => !found.includes(column))
  return openWithout(model, closed ?? -1, found)
}

/** The best columns that are met from some open ones, with one that stays closed; −1: none does. */
export function openWithout(model: GainModel, closed: number, open: readonly number[]): number[] {
  if (closed < 0) return openGreedily(model, open)
  const rest = restrictGains(model, [], (column) => column !== closed)
  const inRest = (column: number) => (column > closed ? column - 1 : column)
  const outside = (column: number) => (column >= closed ? column + 1 : column)
  return openGreedily(rest, open.map(inRest)).map(outside)
}

function dropDominated(model: GainModel, mayDominate: (site: number) => boolean): GainModel {
  const isDominated = findDominated(model, mayDominate)
  return restrictGains(model, [], (column) => !isDominated[column])
}

/** By how much a better solution is better at least: 1 where all gains are whole numbers, else what rounding hides. */
export function leastBetter(model: GainModel, value: number): number {
  return model.gain.every(Number.isInteger) ? 1 - 1e-6 : 1e-9 * (1 + value)
}

import { type DualBound, takeBest } from './dual-bound.ts'
import type { GainModel } from './gain-model.ts'

/** What any solution better than the known one has, and what it cannot have. */
export interface FixedSites {
  /** Columns that every better solution opens. */
  readonly taken: readonly number[]
  /** 1 where no better solution opens the column. */
  readonly isDropped: Uint8Array
}

/**
 * Settles columns by the bound alone: opened against its will, or left out against it, a column lowers the bound; where
 * it falls below what a better solution is worth, no better solution is on that side.
 *
 * @param least A better solution is worth so much at least.
 * @see Beasley (1985), European Journal of Operational Research 21(2), 270–273.
 */
export function fixSites(model: GainModel, dual: DualBound, least: number): FixedSites {
  const { granted, above } = dual
  const { isChosen, worthWith, worthWithout } =
    model.budget === Number.POSITIVE_INFINITY ? byCount(model, above) : byBudget(model, above)
  const taken: number[] = []
  const isDropped = new Uint8Array(model.sites.length)
  for (let column = 0; column < model.sites.length; column++) {
    if (granted + worthWith(column) < least) isDropped[column] = 1
    else if (isChosen(column) && granted + worthWithout(column) < least) taken.push(column)
  }
  return { taken, isDropped }
}

/** The most that columns can be worth with the asked one among them, and without it. */
interface Forced {
  isChosen: (column: number) => boolean
  worthWith: (column: number) => number
  worthWithout: (column: number) => number
}

function byCount(model: GainModel, above: Float64Array): Forced {
  const { worth, taken } = takeBest(model, above)
  const chosen = new Set(taken)
  const isFull = taken.length === model.count
  const last = isFull ? above[taken.at(-1)!]! : 0
  const next = above.reduce((most, value, column) => (chosen.has(column) ? most : Math.max(most, value)), 0)
  return {
    isChosen: (column) => chosen.has(column),
    worthWith: (column) => (chosen.has(column) ? worth : worth - last + above[column]!),
    worthWithout: (column) => (chosen.has(column) ? worth - above[column]! + next : worth),
  }
}

function byBudget(model: GainModel, above: Float64Array): Forced {
  const chosen = new Set(takeBest(model, above).taken)
  const without = (column: number) => above.with(column, 0)
  return {
    isChosen: (column) => chosen.has(column),
    worthWith: (column) => {
      const rest = { ...model, count: model.count - 1, budget: model.budget - model.costs[column]! }
      return above[column]! + takeBest(rest, without(column)).worth
    },
    worthWithout: (column) => takeBest(model, without(column)).worth,
  }
}

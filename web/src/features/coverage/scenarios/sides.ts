import type { CoverageInput, CoverageScenario } from '@borne/api/contracts/coverage'
import { type BaseQuestion, onDay } from './base-question.ts'

/** A side of a comparison, as the address names it. */
export type Side =
  | { readonly kind: 'today' | 'dry' | 'base' }
  | { readonly kind: 'day'; readonly date: string }
  | { readonly kind: 'scenario'; readonly id: string }

/** @param text What the address holds; other text is a scenario's id. */
export function readSide(text: string): Side {
  if (text === 'today' || text === 'dry' || text === 'base') return { kind: text }
  return /^\d{4}-\d\d-\d\d$/.test(text) ? { kind: 'day', date: text } : { kind: 'scenario', id: text }
}

interface SideContext {
  readonly today: string
  /** What the address asks: it counts where no side is a scenario. */
  readonly question: BaseQuestion
  readonly scenarios: readonly CoverageScenario[]
}

/**
 * What is measured for one side. Sides that are no scenario are asked as the scenario on the other side is, so that only the
 * day or the changes differ.
 *
 * @returns Null where the scenario is not known.
 */
export function askedOf(
  side: Side,
  other: Side,
  { today, question, scenarios }: SideContext,
): CoverageInput | null {
  if (side.kind === 'scenario') {
    const scenario = scenarios.find(({ id }) => id === side.id)
    return scenario ? { question: scenario.question, changes: scenario.changes } : null
  }
  const like = other.kind === 'scenario' ? scenarios.find(({ id }) => id === other.id) : undefined
  const asked = like?.question ?? question
  if (side.kind === 'base') return { question: asked, changes: [] }
  const date = side.kind === 'day' ? side.date : side.kind === 'today' ? today : undefined
  return { question: onDay(asked, date), changes: [] }
}

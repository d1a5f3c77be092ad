import type { SitingInput } from '@borne/api/contracts/coverage'
import { onCallerChange } from '../../../platform/caller.ts'
import type { BaseQuestion } from '../scenarios/base-question.ts'
import type { CandidateKind, Demand, Model } from './siting-messages.ts'

export interface AddedPoint {
  readonly id: string
  readonly name: string
  readonly position: [number, number]
}

/** What the address does not hold of a question of siting. */
export interface SitingForm {
  readonly hasSettlements: boolean
  /** Not farther than this from the border; null: all. */
  readonly maxBorderMetres: number | null
  readonly hasCrossings: boolean
  readonly points: readonly AddedPoint[]
  readonly keepsPosts: boolean
  readonly scenarioId: string | null
  readonly hasBudget: boolean
  /** As typed, thousands. */
  readonly budget: string
  readonly costs: Readonly<Record<CandidateKind, string>>
  readonly seconds: number
}

export const FIRST_FORM: SitingForm = {
  hasSettlements: true,
  maxBorderMetres: 10_000,
  hasCrossings: true,
  points: [],
  keepsPosts: true,
  scenarioId: null,
  hasBudget: false,
  budget: '',
  costs: { settlement: '', crossing: '', point: '' },
  seconds: 10,
}

/** The form as it was left: another view is looked at, and it is still there. */
let kept = FIRST_FORM
onCallerChange(() => {
  kept = FIRST_FORM
})
export function keptForm(): SitingForm {
  return kept
}
export function keepForm(form: SitingForm): void {
  kept = form
}

export type FormFault = 'no-candidate' | 'budget'

interface Asked {
  readonly model: Model
  readonly demand: Demand
  readonly count: number
  /** Of the address; a scenario brings its own. */
  readonly question: BaseQuestion
}

/** What is asked of the server, or what is wrong with the form. */
export function sitingInput(
  form: SitingForm,
  { model, demand, count, question }: Asked,
): SitingInput | FormFault {
  if (!form.hasSettlements && !form.hasCrossings && form.points.length === 0) return 'no-candidate'
  const limits = form.hasBudget ? readBudget(form) : { budget: null }
  if (!limits) return 'budget'
  return {
    ...(form.scenarioId ? { scenarioId: form.scenarioId } : { question }),
    model,
    demand,
    candidates: {
      settlements: form.hasSettlements
        ? { places: null, area: null, maxBorderMetres: form.maxBorderMetres }
        : null,
      crossings: form.hasCrossings,
      points: form.points.map(({ id, name, position }) => ({ id, name, position, cost: null })),
    },
    count,
    ...limits,
    keepPosts: form.keepsPosts,
    seconds: form.seconds,
  }
}

/** Null where an amount is missing or no whole number. */
function readBudget({ budget, costs }: SitingForm): (Pick<SitingInput, 'costs'> & { budget: number }) | null {
  const [amount, settlement, crossing, point] = [budget, costs.settlement, costs.crossing, costs.point].map(
    readAmount,
  )
  if (amount == null || settlement == null || crossing == null || point == null) return null
  return { budget: amount, costs: { settlement, crossing, point } }
}

function readAmount(text: string): number | null {
  const digits = text.replace(/\s/g, '')
  return /^\d{1,9}$/.test(digits) ? Number(digits) : null
}

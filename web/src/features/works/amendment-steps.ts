import type { AmendmentFact, ContractState } from '@borne/geodata/works/state'
import type { AmountMinor, Bill, WorksContract } from '@borne/geodata/works/types'

export interface Standing {
  readonly amountMinor: AmountMinor
  readonly durationDays: number
}

/** An amendment between what held before it and what held after it. */
export interface AmendmentStep {
  readonly amendment: AmendmentFact
  readonly before: Standing
  readonly after: Standing
  /** Null where it left the bill as it was. */
  readonly bill: { readonly before: Bill | null; readonly after: Bill } | null
}

/** The amendments in the order in which they hold, each with what was before it. */
export function amendmentSteps(
  contract: Pick<WorksContract, 'amountMinor' | 'durationDays'>,
  { amendments, bills }: Pick<ContractState, 'amendments' | 'bills'>,
): AmendmentStep[] {
  let before: Standing = { amountMinor: contract.amountMinor, durationDays: contract.durationDays }
  return amendments.map((amendment) => {
    const after = {
      amountMinor: before.amountMinor + amendment.amountChangeMinor,
      durationDays: before.durationDays + amendment.daysChange,
    }
    const index = bills.findIndex(({ eventId }) => eventId === amendment.eventId)
    const version = bills[index]
    const bill = version ? { before: bills[index - 1]?.bill ?? null, after: version.bill } : null
    const step = { amendment, before, after, bill }
    before = after
    return step
  })
}

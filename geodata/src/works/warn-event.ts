import { contractClock } from './contract-clock.ts'
import { contractState, END_OF_TIME } from './contract-state.ts'
import { refusal } from './judging.ts'
import { lapsedGuarantees } from './lapsed-guarantees.ts'
import { ledger } from './ledger.ts'
import type { WorksEventDraft } from './refuse-event.ts'
import type { WorksRefusal, WorksWarningCode } from './results.ts'
import type { ContractState } from './state.ts'
import type { AnyWorksEvent, WorksContract, WorksPayloads } from './types.ts'

/**
 * What to look at twice in an event that may be recorded all the same: money under a guarantee that has lapsed, quantities certified
 * beyond those validated on site, a final acceptance before the guarantee period is over.
 *
 * @param events All events of the contract, in any order. @param draft On a day of the calendar.
 */
export function warnEvent(
  contract: WorksContract,
  events: readonly AnyWorksEvent[],
  { kind, happenedOn: on, payload }: WorksEventDraft,
): WorksRefusal<WorksWarningCode>[] {
  const state = contractState(contract, events, { ...END_OF_TIME, on })
  if (kind === 'final-acceptance') {
    const { guaranteeEnd } = contractClock(contract, state, on)
    if (guaranteeEnd === null || on >= guaranteeEnd) return []
    return [refusal('guarantee-period-runs', { until: guaranteeEnd })]
  }
  if (kind !== 'payment' && kind !== 'certificate') return []
  const { advanceOutstandingMinor } = ledger(contract, state).totals
  const lapsed = lapsedGuarantees(state.guarantees, { on, isAdvanceOutstanding: advanceOutstandingMinor > 0 })
  return [
    ...lapsed.map(({ type, reference, expiresOn }) =>
      refusal('payment-under-lapsed-guarantee', { type, reference, expiresOn }),
    ),
    ...(kind === 'certificate' ? warnBeyond(state, payload as WorksPayloads['certificate']) : []),
  ]
}

function warnBeyond(
  { progress }: ContractState,
  { quantities }: WorksPayloads['certificate'],
): WorksRefusal<WorksWarningCode>[] {
  return quantities.flatMap(({ itemCode, quantityMilli }, index) => {
    const validatedMilli = progress.items.find((item) => item.itemCode === itemCode)?.quantityMilli ?? 0
    if (quantityMilli <= validatedMilli) return []
    const params = { itemCode, quantityMilli, validatedMilli }
    return [refusal('certified-beyond-validated', params, { field: 'payload.quantities', index })]
  })
}

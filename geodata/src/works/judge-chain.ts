import { judgeBill } from './judge-bill.ts'
import { type Judge, type Judging, refusal, refuseIf } from './judging.ts'
import { ledger } from './ledger.ts'
import type { WorksRefusal } from './results.ts'
import { CHAIN_STEPS, type ChainStep } from './state.ts'
import type { WorksEventKind } from './types.ts'

/** Once in the order of the chain, on a contract that is neither terminated nor finally accepted. */
const judgeStep: Judge<ChainStep> = ({ fold: { chain, punchItems }, event: { kind } }) => {
  if (chain[kind] !== null) return [refusal('chain-repeated', { step: kind, on: chain[kind] })]
  const closing = chain.termination !== null ? 'termination' : null
  const later =
    closing ?? CHAIN_STEPS.slice(CHAIN_STEPS.indexOf(kind) + 1).find((step) => chain[step] !== null)
  if (later !== undefined) return [refusal('chain-order', { step: kind, after: later, on: chain[later]! })]
  if (kind === 'termination') {
    return refuseIf(chain['final-acceptance'] !== null, 'contract-closed', { kind })
  }
  if (!kind.endsWith('acceptance')) return []
  if (chain['start-order'] === null) return [refusal('acceptance-before-start', { step: kind })]
  if (kind !== 'final-acceptance') return []
  if (chain['provisional-acceptance'] === null) {
    return [refusal('chain-order', { step: kind, before: 'provisional-acceptance' })]
  }
  const blocking = punchItems.filter(({ severity, state }) => severity === 'blocking' && state !== 'lifted')
  return refuseIf(blocking.length > 0, 'open-blocking-punch-items', { count: blocking.length })
}

/** Between the start order and the acceptance that ends the works. */
export function refuseOutsideWorks(
  { fold: { chain }, event: { kind } }: Judging,
  last: 'provisional-acceptance' | 'final-acceptance',
): WorksRefusal[] {
  if (chain['start-order'] === null) return [refusal('not-started', { kind })]
  const closed = ([last, 'termination'] as const).find((step) => chain[step] !== null)
  return closed === undefined ? [] : [refusal('contract-closed', { kind, step: closed, on: chain[closed]! })]
}

const judgeStop: Judge<'stop-order'> = (judging) => {
  const last = judging.fold.suspensions.at(-1)
  return [
    ...refuseOutsideWorks(judging, 'provisional-acceptance'),
    ...(last?.to === null ? [refusal('overlapping-suspension', { since: last.from })] : []),
  ]
}

const judgeResume: Judge<'resume-order'> = ({ fold: { suspensions } }) =>
  refuseIf(suspensions.at(-1)?.to !== null, 'resume-without-stop')

const judgeAmendment: Judge<'amendment'> = ({ fold, event: { payload } }) => {
  const { number, amountChangeMinor, daysChange, bill } = payload
  const amountMinor = fold.amountMinor + amountChangeMinor
  const durationDays = fold.durationDays + daysChange
  const certifiedMinor = ledger(fold.contract, fold).totals.grossMinor
  const expected = (fold.amendments.at(-1)?.number ?? 0) + 1
  return [
    ...refuseIf(
      number !== expected,
      'amendment-number-order',
      { number, expected },
      { field: 'payload.number' },
    ),
    ...refuseIf(
      durationDays < 1,
      'amendment-duration-none',
      { durationDays },
      { field: 'payload.daysChange' },
    ),
    ...refuseIf(
      amountMinor < Math.max(certifiedMinor, 1),
      'amount-below-certified',
      { amountMinor, certifiedMinor },
      { field: 'payload.amountChangeMinor' },
    ),
    ...(bill === null ? [] : judgeBill(fold, bill, { amountMinor, path: 'payload.bill.' })),
  ]
}

const judgeFirstBill: Judge<'bill'> = ({ fold, event: { payload } }) =>
  judgeBill(fold, payload, { amountMinor: fold.amountMinor, path: 'payload.' })

export const CHAIN_JUDGES = {
  tender: judgeStep,
  award: judgeStep,
  signature: judgeStep,
  'start-order': judgeStep,
  'pre-acceptance': judgeStep,
  'provisional-acceptance': judgeStep,
  'final-acceptance': judgeStep,
  termination: judgeStep,
  'stop-order': judgeStop,
  'resume-order': judgeResume,
  amendment: judgeAmendment,
  bill: judgeFirstBill,
} as const satisfies { readonly [Kind in WorksEventKind]?: Judge<Kind> }

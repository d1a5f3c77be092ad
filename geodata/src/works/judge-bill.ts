import { billTotalMinor, isTooLarge } from './bill-total.ts'
import { findPlanFaults, type PlanFault } from './find-plan-faults.ts'
import type { Fold } from './fold-event.ts'
import { type Judge, refusal, refuseDuplicates, refuseIf } from './judging.ts'
import type { WorksRefusal } from './results.ts'
import type { AmountMinor, Bill } from './types.ts'

const MILLION = 1_000_000

/**
 * Why a bill may not be the bill of a contract: codes used twice, items of no package, weights that are stated for some packages
 * only or do not add up to a million, a total that is not the amount, less than was certified.
 *
 * @param path Of the bill in the event, as `payload.`.
 */
export function judgeBill(
  { certificates }: Pick<Fold, 'certificates'>,
  bill: Bill,
  { amountMinor, path }: { readonly amountMinor: AmountMinor; readonly path: string },
): WorksRefusal[] {
  const { packages, items } = bill
  const known = new Set(packages.map(({ code }) => code))
  const field = `${path}items`
  const tooLarge = items.flatMap((item, index) =>
    refuseIf(isTooLarge(item), 'amount-too-large', { code: item.code }, { field, index }),
  )
  return [
    ...refuseDuplicates(
      packages.map(({ code }) => code),
      `${path}packages`,
    ),
    ...refuseDuplicates(
      items.map(({ code }) => code),
      field,
    ),
    ...items.flatMap(({ code, packageCode }, index) =>
      refuseIf(!known.has(packageCode), 'unknown-package', { code, packageCode }, { field, index }),
    ),
    ...judgeWeights(packages, `${path}packages`),
    ...(tooLarge.length > 0 ? tooLarge : judgeTotal(bill, amountMinor, field)),
    ...judgeCertified(certificates, items, field),
  ]
}

function judgeTotal(bill: Bill, amountMinor: AmountMinor, field: string): WorksRefusal[] {
  const totalMinor = billTotalMinor(bill)
  return refuseIf(totalMinor !== amountMinor, 'bill-total-mismatch', { totalMinor, amountMinor }, { field })
}

function judgeWeights(packages: Bill['packages'], field: string): WorksRefusal[] {
  const stated = packages.filter(({ weightPpm }) => weightPpm !== null)
  if (stated.length === 0) return []
  if (stated.length < packages.length) {
    const index = packages.findIndex(({ weightPpm }) => weightPpm === null)
    return [refusal('weights-mixed', { code: packages[index]!.code }, { field, index })]
  }
  const sumPpm = packages.reduce((sum, { weightPpm }) => sum + (weightPpm ?? 0), 0)
  return refuseIf(sumPpm !== MILLION, 'weights-not-a-million', { sumPpm }, { field })
}

function judgeCertified(
  certificates: Fold['certificates'],
  items: Bill['items'],
  field: string,
): WorksRefusal[] {
  return [...certifiedQuantities(certificates)].flatMap(([itemCode, certifiedMilli]) => {
    const index = items.findIndex(({ code }) => code === itemCode)
    const quantityMilli = items[index]?.quantityMilli ?? 0
    const spot = index < 0 ? { field } : { field, index }
    return refuseIf(
      quantityMilli < certifiedMilli,
      'bill-below-certified',
      { itemCode, quantityMilli, certifiedMilli },
      spot,
    )
  })
}

/** To date, by the last certificate of works. */
export function certifiedQuantities(certificates: Fold['certificates']): ReadonlyMap<string, number> {
  const last = certificates.findLast(({ role }) => role !== 'advance')
  return new Map(last?.quantities.map(({ itemCode, quantityMilli }) => [itemCode, quantityMilli]))
}

export const judgePlan: Judge<'plan'> = ({ fold, event: { payload } }) => {
  const packages = fold.bills.at(-1)?.bill.packages.map(({ code }) => code)
  const field = 'payload.activities'
  return [
    ...findPlanFaults(payload.activities).map((fault) => planRefusal(fault, field)),
    ...payload.activities.flatMap(({ code, packageCode }, index) =>
      refuseIf(
        packageCode !== null && packages !== undefined && !packages.includes(packageCode),
        'unknown-package',
        { code, packageCode: packageCode ?? '' },
        { field, index },
      ),
    ),
  ]
}

function planRefusal(fault: PlanFault, field: string): WorksRefusal {
  const spot = { field, index: fault.row }
  const { code } = fault
  switch (fault.kind) {
    case 'duplicate-code':
      return refusal('duplicate-code', { code, firstRow: fault.firstRow + 1 }, spot)
    case 'duration':
      return refusal('plan-duration', { code, durationDays: fault.durationDays }, spot)
    case 'lag':
      return refusal('plan-lag', { code, predecessor: fault.predecessor }, spot)
    case 'not-before':
      return refusal('not-a-day', { code, day: fault.notBefore }, spot)
    case 'unknown-predecessor':
      return refusal('unknown-predecessor', { code, predecessor: fault.predecessor }, spot)
    case 'cycle':
      return refusal('plan-cycle', { code, cycle: fault.codes.join(' → ') }, spot)
  }
}

import { lineAmountMinor } from './bill-total.ts'
import { isDay } from './days.ts'
import { shareOf } from './divide-rounded.ts'
import type { Fold } from './fold-event.ts'
import { certifiedQuantities } from './judge-bill.ts'
import { type Judge, type Judging, refusal, refuseDuplicates, refuseIf, refuseWithout } from './judging.ts'
import { ledger } from './ledger.ts'
import type { WorksRefusal } from './results.ts'
import type { Bill, ItemQuantity, WorksEventKind } from './types.ts'

const QUANTITIES = 'payload.quantities'

const judgeGuarantee: Judge<'guarantee'> = ({ event: { happenedOn, payload } }) => {
  const { expiresOn } = payload
  const field = 'payload.expiresOn'
  if (!isDay(expiresOn)) return [refusal('not-a-day', { day: expiresOn }, { field })]
  return refuseIf(
    expiresOn < happenedOn,
    'guarantee-expires-before',
    { expiresOn, on: happenedOn },
    { field },
  )
}

const judgeGuaranteeRelease: Judge<'guarantee-released'> = (judging) =>
  refuseWithout(judging, judging.fold.guarantees, ({ releasedOn }) =>
    releasedOn === null ? [] : [refusal('already-released', { on: releasedOn })],
  )

const judgeCertificate: Judge<'certificate'> = (judging) => {
  const { fold, event } = judging
  const { number, role, penaltiesMinor } = event.payload
  const { certificates, contract } = fold
  const expected = (certificates.at(-1)?.number ?? 0) + 1
  const capMinor = shareOf(fold.amountMinor, contract.terms.penaltyCapPpm)
  const penalties = certificates.reduce((sum, one) => sum + one.penaltiesMinor, penaltiesMinor)
  return [
    ...refuseIf(
      number !== expected,
      'certificate-number-order',
      { number, expected },
      { field: 'payload.number' },
    ),
    ...refuseIf(
      certificates.some((one) => one.role === 'final'),
      'certificate-after-final',
    ),
    ...refuseIf(
      penaltiesMinor > 0 && penalties > capMinor,
      'penalties-over-cap',
      { penaltiesMinor: penalties, capMinor },
      { field: 'payload.penaltiesMinor' },
    ),
    ...(role === 'advance' ? judgeAdvance(judging) : judgeQuantities(judging)),
  ]
}

function judgeAdvance({ fold: { certificates, contract }, event }: Judging<'certificate'>): WorksRefusal[] {
  return [
    ...refuseIf(contract.terms.advancePpm === 0, 'advance-none'),
    ...refuseIf(
      certificates.some(({ role }) => role === 'advance'),
      'advance-repeated',
    ),
    ...refuseIf(event.payload.quantities.length > 0, 'advance-with-quantities', {}, { field: QUANTITIES }),
  ]
}

function judgeQuantities({ fold, event }: Judging<'certificate'>): WorksRefusal[] {
  if (fold.chain['start-order'] === null) return [refusal('not-started', { kind: event.kind })]
  const bill = fold.bills.at(-1)?.bill
  if (bill === undefined) return [refusal('no-bill', {}, { field: QUANTITIES })]
  const { quantities } = event.payload
  const items = new Map(bill.items.map((item) => [item.code, item]))
  const rows = quantities.flatMap(({ itemCode, quantityMilli }, index) => {
    const spot = { field: QUANTITIES, index }
    const item = items.get(itemCode)
    if (item === undefined) return [refusal('unknown-item', { itemCode }, spot)]
    const { quantityMilli: billMilli } = item
    return refuseIf(
      quantityMilli > billMilli,
      'quantity-over-bill',
      { itemCode, quantityMilli, billMilli },
      spot,
    )
  })
  const below = [...certifiedQuantities(fold.certificates)].flatMap(([itemCode, certifiedMilli]) => {
    const index = quantities.findIndex((one) => one.itemCode === itemCode)
    const quantityMilli = quantities[index]?.quantityMilli ?? 0
    const spot = index < 0 ? { field: QUANTITIES } : { field: QUANTITIES, index }
    const params = { itemCode, quantityMilli, certifiedMilli }
    return refuseIf(quantityMilli < certifiedMilli, 'certificate-below-last', params, spot)
  })
  return [
    ...refuseDuplicates(
      quantities.map(({ itemCode }) => itemCode),
      QUANTITIES,
    ),
    ...rows,
    ...below,
    ...(rows.length > 0 ? [] : judgeGross(fold, bill, quantities)),
  ]
}

function judgeGross({ amountMinor }: Fold, bill: Bill, quantities: readonly ItemQuantity[]): WorksRefusal[] {
  const prices = new Map(bill.items.map(({ code, unitPriceMinor }) => [code, unitPriceMinor]))
  const grossMinor = quantities.reduce(
    (sum, { itemCode, quantityMilli }) => sum + lineAmountMinor(quantityMilli, prices.get(itemCode)!),
    0,
  )
  const params = { grossMinor, amountMinor }
  return refuseIf(grossMinor > amountMinor, 'certificate-over-amount', params, { field: QUANTITIES })
}

const AMOUNT = { field: 'payload.amountMinor' }

const judgePayment: Judge<'payment'> = (judging) =>
  refuseWithout(judging, judging.fold.certificates, ({ id, number }) => {
    const { fold, event } = judging
    const { amountMinor } = event.payload
    const line = ledger(fold.contract, fold).lines.find(({ certificateId }) => certificateId === id)!
    const { outstandingMinor } = line
    const { netMinor } = line.period
    return [
      ...refuseIf(amountMinor <= 0, 'amount-not-positive', { amountMinor }, AMOUNT),
      ...refuseIf(
        amountMinor > outstandingMinor,
        'payment-over-net',
        { amountMinor, outstandingMinor, netMinor, number },
        AMOUNT,
      ),
    ]
  })

const judgeRelease: Judge<'retention-release'> = ({ fold, event }) => {
  const { amountMinor } = event.payload
  const { retentionHeldMinor: heldMinor } = ledger(fold.contract, fold).totals
  return [
    ...refuseIf(fold.chain['provisional-acceptance'] === null, 'release-before-acceptance'),
    ...refuseIf(amountMinor <= 0, 'amount-not-positive', { amountMinor }, AMOUNT),
    ...refuseIf(amountMinor > heldMinor, 'release-over-held', { amountMinor, heldMinor }, AMOUNT),
  ]
}

export const MONEY_JUDGES = {
  guarantee: judgeGuarantee,
  'guarantee-released': judgeGuaranteeRelease,
  certificate: judgeCertificate,
  payment: judgePayment,
  'retention-release': judgeRelease,
} as const satisfies { readonly [Kind in WorksEventKind]?: Judge<Kind> }

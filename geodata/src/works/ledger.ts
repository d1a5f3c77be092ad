import { lineAmountMinor } from './bill-total.ts'
import { divideRounded, percentOf, shareOf } from './divide-rounded.ts'
import { lapsedGuarantees } from './lapsed-guarantees.ts'
import type { CertificateAmounts, Ledger, LedgerLine, LedgerTotals } from './results.ts'
import type { CertificateFact, ContractState } from './state.ts'
import type { AmountMinor, Bill, Day, WorksContract } from './types.ts'

/** What a ledger needs to know; a `ContractState` has it. */
export type LedgerFacts = Pick<
  ContractState,
  'amountMinor' | 'amendments' | 'bills' | 'certificates' | 'payments' | 'retentionReleases' | 'guarantees'
>

const MILLION = 1_000_000n
const NOTHING: CertificateAmounts = {
  grossMinor: 0,
  advanceMinor: 0,
  recoveryMinor: 0,
  retentionMinor: 0,
  penaltiesMinor: 0,
  taxMinor: 0,
  netMinor: 0,
}

/**
 * What a contract has certified, paid and kept back, certificate by certificate, in minor units of its currency.
 *
 * Each certificate (décompte) is worked out to date and then compared with the one before it, so that roundings do not add up:
 * gross = the lines of the bill of its day; the advance is taken back in proportion between its two shares of the amount of that day, never
 * given again, and in whole by the final certificate; retention on the gross; taxes on gross + advance − recovery;
 * net = gross + advance − recovery − retention − penalties + taxes.
 */
export function ledger(contract: WorksContract, facts: LedgerFacts): Ledger {
  const lines: LedgerLine[] = []
  let before = NOTHING
  for (const certificate of facts.certificates) {
    const items = valuedItems(certificate, billOn(facts, certificate.on))
    const toDate = amountsToDate(contract, { facts, certificate, before, items })
    lines.push(lineOf(facts, { certificate, before, toDate, items }))
    before = toDate
  }
  const { amountMinor } = facts
  const taxMinor = shareOf(amountMinor, contract.taxPpm)
  return {
    currency: contract.currency,
    amountMinor,
    taxMinor,
    lines,
    totals: totalsOf(facts, lines, { toDate: before, taxMinor }),
  }
}

/** The amount of a contract on a day, with the amendments up to it. */
export function amountOn({ amountMinor, amendments }: LedgerFacts, day: Day): AmountMinor {
  const later = amendments.filter(({ on }) => on > day)
  return amountMinor - later.reduce((sum, { amountChangeMinor }) => sum + amountChangeMinor, 0)
}

function billOn({ bills }: LedgerFacts, day: Day): Bill | null {
  return bills.findLast(({ from }) => from <= day)?.bill ?? null
}

/** Quantities of items that the bill does not have are worth nothing: the rules refuse them. */
function valuedItems({ quantities }: CertificateFact, bill: Bill | null): LedgerLine['items'] {
  const prices = new Map(bill?.items.map(({ code, unitPriceMinor }) => [code, unitPriceMinor]))
  return quantities.map(({ itemCode, quantityMilli }) => ({
    itemCode,
    quantityMilli,
    amountMinor: lineAmountMinor(quantityMilli, prices.get(itemCode) ?? 0),
  }))
}

interface Certified {
  readonly facts: LedgerFacts
  readonly certificate: CertificateFact
  readonly before: CertificateAmounts
  readonly items: LedgerLine['items']
}

function amountsToDate(
  { terms, taxPpm }: WorksContract,
  { facts, certificate, before, items }: Certified,
): CertificateAmounts {
  const amount = amountOn(facts, certificate.on)
  const isAdvance = certificate.role === 'advance'
  const grossMinor = isAdvance
    ? before.grossMinor
    : items.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const advanceMinor = before.advanceMinor + (isAdvance ? shareOf(amount, terms.advancePpm) : 0)
  const recoveryMinor =
    certificate.role === 'final'
      ? advanceMinor
      : Math.max(before.recoveryMinor, recoveredOf(advanceMinor, { grossMinor, amount, terms }))
  const retentionMinor = shareOf(grossMinor, terms.retentionPpm)
  const penaltiesMinor = before.penaltiesMinor + certificate.penaltiesMinor
  const taxMinor = shareOf(grossMinor + advanceMinor - recoveryMinor, taxPpm)
  const netMinor = grossMinor + advanceMinor - recoveryMinor - retentionMinor - penaltiesMinor + taxMinor
  return { grossMinor, advanceMinor, recoveryMinor, retentionMinor, penaltiesMinor, taxMinor, netMinor }
}

/** In proportion to the gross between the two shares of the amount, in whole beyond the second. */
function recoveredOf(
  advanceMinor: AmountMinor,
  { grossMinor, amount, terms }: { grossMinor: number; amount: number; terms: WorksContract['terms'] },
): AmountMinor {
  const certified = BigInt(grossMinor) * MILLION
  const from = BigInt(amount) * BigInt(terms.advanceRecoveryFromPpm)
  const to = BigInt(amount) * BigInt(terms.advanceRecoveryToPpm)
  if (certified >= to) return advanceMinor
  return certified <= from ? 0 : divideRounded(BigInt(advanceMinor) * (certified - from), to - from)
}

function lineOf(
  { payments, guarantees }: LedgerFacts,
  { certificate, before, toDate, items }: Omit<Certified, 'facts'> & { readonly toDate: CertificateAmounts },
): LedgerLine {
  const { id: certificateId, number, role, on } = certificate
  const period = difference(toDate, before)
  const own = payments.filter((payment) => payment.certificateId === certificateId)
  const paidMinor = own.reduce((sum, { amountMinor }) => sum + amountMinor, 0)
  const paidOn = own.at(-1)?.on ?? null
  return {
    certificateId,
    number,
    role,
    on,
    toDate,
    period,
    paidMinor,
    outstandingMinor: period.netMinor - paidMinor,
    paidOn,
    lapsedGuarantees: lapsedGuarantees(guarantees, {
      on: paidOn ?? on,
      isAdvanceOutstanding: toDate.advanceMinor > toDate.recoveryMinor,
    }),
    items,
  }
}

function difference(after: CertificateAmounts, before: CertificateAmounts): CertificateAmounts {
  return {
    grossMinor: after.grossMinor - before.grossMinor,
    advanceMinor: after.advanceMinor - before.advanceMinor,
    recoveryMinor: after.recoveryMinor - before.recoveryMinor,
    retentionMinor: after.retentionMinor - before.retentionMinor,
    penaltiesMinor: after.penaltiesMinor - before.penaltiesMinor,
    taxMinor: after.taxMinor - before.taxMinor,
    netMinor: after.netMinor - before.netMinor,
  }
}

function totalsOf(
  { amountMinor, retentionReleases }: LedgerFacts,
  lines: readonly LedgerLine[],
  { toDate, taxMinor }: { readonly toDate: CertificateAmounts; readonly taxMinor: AmountMinor },
): LedgerTotals {
  const releasedMinor = retentionReleases.reduce((sum, release) => sum + release.amountMinor, 0)
  const paidMinor = lines.reduce((sum, line) => sum + line.paidMinor, 0)
  return {
    ...toDate,
    advanceOutstandingMinor: toDate.advanceMinor - toDate.recoveryMinor,
    retentionReleasedMinor: releasedMinor,
    retentionHeldMinor: toDate.retentionMinor - releasedMinor,
    paidMinor: paidMinor + releasedMinor,
    outstandingMinor: toDate.netMinor - paidMinor,
    certifiedPercent: percentOf(toDate.grossMinor, amountMinor),
    paidPercent: percentOf(paidMinor + releasedMinor, amountMinor + taxMinor),
  }
}

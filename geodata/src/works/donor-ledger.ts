import { type Conversion, convertAmount, type DatedRate } from './convert-amount.ts'
import { splitByWeights } from './divide-rounded.ts'
import type { Ledger, LedgerLine } from './results.ts'
import type { RetentionRelease } from './state.ts'
import type { AmountMinor, Day } from './types.ts'

/** Due = the net of a certificate, or the retention that is released; outstanding = due − paid. */
export interface DonorAmounts {
  readonly dueMinor: AmountMinor
  readonly paidMinor: AmountMinor
  readonly outstandingMinor: AmountMinor
}

export interface DonorLedgerLine {
  /** Of the certificate, or of the release of the retention. */
  readonly id: string
  /** Null for a release. */
  readonly number: number | null
  readonly role: LedgerLine['role'] | null
  readonly on: Day
  readonly period: DonorAmounts
  readonly toDate: DonorAmounts
  /** What is due, in ouguiyas at the rate of the day of the line; null where that day has no rate. */
  readonly mru: { readonly dueMinor: AmountMinor; readonly rateFrom: Day } | null
}

export interface DonorLedger {
  readonly donorId: string
  readonly sharePpm: number
  readonly lines: readonly DonorLedgerLine[]
  readonly totals: DonorAmounts
  /** Together what is due in ouguiyas; null where a line has no rate, or where the contract is in ouguiyas. */
  readonly mruDueMinor: AmountMinor | null
}

interface Entry extends Pick<DonorLedgerLine, 'id' | 'number' | 'role' | 'on'> {
  readonly dueMinor: AmountMinor
  readonly paidMinor: AmountMinor
}

/**
 * The ledger of a contract as each donor pays it, line by line, in minor units of the currency of the contract.
 *
 * What is due and what is paid is split to date, by the largest remainders, and each line is the difference to the one before: the
 * lines add up over the donors to the last minor unit, and what a donor comes to is always within one minor unit of its
 * exact share. A single line may therefore differ by one from its own share.
 *
 * @param shares In millionths, none negative; together a million. @param releases Of the retention.
 * @param rates Against the ouguiya, in any order; those older than `maxAgeDays` do not count.
 * @returns Nothing for no shares.
 * @throws RangeError as `convertAmount`.
 * @see Hamilton's method of apportionment (largest remainder), on cumulative amounts.
 */
export function donorLedger(
  { currency, lines }: Pick<Ledger, 'currency' | 'lines'>,
  {
    shares,
    releases,
  }: {
    readonly shares: readonly { readonly donorId: string; readonly sharePpm: number }[]
    readonly releases: readonly Pick<RetentionRelease, 'id' | 'on' | 'amountMinor'>[]
  },
  rates: { readonly rates: readonly DatedRate[]; readonly maxAgeDays: number },
): DonorLedger[] {
  const entries = entriesOf(lines, releases)
  const weights = shares.map(({ sharePpm }) => sharePpm)
  const due = splitToDate(entries, weights, ({ dueMinor }) => dueMinor)
  const paid = splitToDate(entries, weights, ({ paidMinor }) => paidMinor)
  const converted = entries.map(({ dueMinor, on }) =>
    currency === 'MRU' ? null : rateOf(convertAmount(dueMinor, { from: currency, to: 'MRU', on }, rates)),
  )
  const mru = splitToDate(converted, weights, (one) => one?.amountMinor ?? 0)
  const isConverted = currency !== 'MRU' && !converted.includes(null)
  return shares.map(({ donorId, sharePpm }, donor) => {
    const toDateAt = (index: number) => amounts(due[index]?.[donor] ?? 0, paid[index]?.[donor] ?? 0)
    const mruAt = (index: number) => mru[index]?.[donor] ?? 0
    return {
      donorId,
      sharePpm,
      lines: entries.map(({ id, number, role, on }, index) => {
        const [toDate, before] = [toDateAt(index), toDateAt(index - 1)]
        const period = amounts(toDate.dueMinor - before.dueMinor, toDate.paidMinor - before.paidMinor)
        const rate = converted[index]
        const inMru = rate ? { dueMinor: mruAt(index) - mruAt(index - 1), rateFrom: rate.from } : null
        return { id, number, role, on, period, toDate, mru: inMru }
      }),
      totals: toDateAt(entries.length - 1),
      mruDueMinor: isConverted ? mruAt(entries.length - 1) : null,
    }
  })
}

/** Certificates in their order, each release after those of its day. */
function entriesOf(
  lines: readonly LedgerLine[],
  releases: readonly Pick<RetentionRelease, 'id' | 'on' | 'amountMinor'>[],
): Entry[] {
  const certified = lines.map(({ certificateId: id, number, role, on, period, paidMinor }) => ({
    id,
    number,
    role,
    on,
    dueMinor: period.netMinor,
    paidMinor,
  }))
  const released = releases.map(({ id, on, amountMinor }) => ({
    id,
    number: null,
    role: null,
    on,
    dueMinor: amountMinor,
    paidMinor: amountMinor,
  }))
  return [...certified, ...released].sort((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1))
}

/** For each entry what each weight comes to up to it. */
function splitToDate<One>(
  entries: readonly One[],
  weights: readonly number[],
  read: (entry: One) => AmountMinor,
): AmountMinor[][] {
  let total = 0
  return entries.map((entry) => {
    total += read(entry)
    return splitByWeights(total, weights)
  })
}

function amounts(dueMinor: AmountMinor, paidMinor: AmountMinor): DonorAmounts {
  return { dueMinor, paidMinor, outstandingMinor: dueMinor - paidMinor }
}

/** An amount with the day from which its rate holds. */
function rateOf(conversion: Conversion): { readonly amountMinor: AmountMinor; readonly from: Day } | null {
  if ('refusal' in conversion) return null
  return { amountMinor: conversion.amountMinor, from: conversion.rates[0]!.validFrom }
}

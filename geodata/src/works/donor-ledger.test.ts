import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DonorLedger, donorLedger } from './donor-ledger.ts'
import type { Ledger, LedgerLine } from './results.ts'

const NO_RATES = { rates: [], maxAgeDays: 0 }

describe('donor ledger', () => {
  test('is worked out by hand for three donors, with a release of the retention', () => {
    const [a, b, c] = split(
      'MRU',
      [
        [100, 100],
        [50, 20],
      ],
      [333_333, 333_333, 333_334],
      [{ id: 'r', on: '2026-12-31', amountMinor: 4 }],
    )
    // To date: 100 = 33 + 33 + 34; 150 = 50 + 50 + 50; 154 = 51 + 51 + 52.
    expect(dueOf(a)).toEqual([33, 17, 1])
    expect(dueOf(b)).toEqual([33, 17, 1])
    expect(dueOf(c)).toEqual([34, 16, 2])
    expect(a!.lines[2]).toMatchObject({ number: null, on: '2026-12-31', toDate: { dueMinor: 51 } })
    // Paid: 100, 120, 124 = 41 + 41 + 42.
    expect(a!.totals).toEqual({ dueMinor: 51, paidMinor: 41, outstandingMinor: 10 })
    expect(c!.totals).toEqual({ dueMinor: 52, paidMinor: 42, outstandingMinor: 10 })
    expect(a!.lines[0]!.mru).toBeNull()
  })

  test('tells what is due in ouguiyas at the rate of the day of each line, and where there is none', () => {
    const rates = [
      { currency: 'EUR', validFrom: '2026-01-02', mruMicro: 43_000_000 },
      { currency: 'EUR', validFrom: '2026-03-01', mruMicro: 45_500_000 },
    ] as const
    const due = [
      [100, 0],
      [50, 0],
      [50, 0],
    ] as const
    const split2 = (maxAgeDays: number) =>
      donorLedger({ currency: 'EUR', lines: linesOf(due) }, HALVES, { rates, maxAgeDays })
    const [first, second] = split2(365)
    // 1.00, 0.50 and 0.50 euro: the lines are of 1 January, 1 February and 1 March.
    expect(first!.lines.map(({ mru }) => mru)).toEqual([
      null,
      { dueMinor: 1_075, rateFrom: '2026-01-02' },
      { dueMinor: 1_138, rateFrom: '2026-03-01' },
    ])
    expect(second!.lines[2]!.mru).toEqual({ dueMinor: 1_137, rateFrom: '2026-03-01' })
    expect(first!.mruDueMinor).toBeNull()
    // On 1 February the rate is thirty days old.
    expect(split2(29)[0]!.lines[1]!.mru).toBeNull()
  })

  test('adds up over the donors to the last minor unit, and each is within one of its share', () => {
    fc.assert(
      fc.property(drawn, ({ due, weights, released }) => {
        const releases = released.map((amountMinor, index) => ({
          id: `r${index}`,
          on: '2027-01-01',
          amountMinor,
        }))
        const donors = split('MRU', due, weights, releases)
        const entries = [...due, ...released.map((amount) => [amount, amount] as const)]
        let [dueToDate, paidToDate] = [0, 0]
        for (const [index, [dueMinor, paidMinor]] of entries.entries()) {
          dueToDate += dueMinor
          paidToDate += paidMinor
          const lines = donors.map(({ lines: own }) => own[index]!)
          expect(sum(lines.map(({ period }) => period.dueMinor))).toBe(dueMinor)
          expect(sum(lines.map(({ period }) => period.paidMinor))).toBe(paidMinor)
          expect(sum(lines.map(({ toDate }) => toDate.outstandingMinor))).toBe(dueToDate - paidToDate)
          for (const [at, { toDate }] of lines.entries()) {
            isWithinOne(toDate.dueMinor, dueToDate, weights[at]!)
            isWithinOne(toDate.paidMinor, paidToDate, weights[at]!)
          }
        }
        for (const { lines, totals } of donors) {
          expect(sum(lines.map(({ period }) => period.dueMinor))).toBe(totals.dueMinor)
          expect(totals.outstandingMinor).toBe(totals.dueMinor - totals.paidMinor)
        }
      }),
      { numRuns: 300, seed: 5 },
    )
  })

  test('of nobody is nothing', () => {
    expect(split('MRU', [[1, 0]], [])).toEqual([])
  })
})

const HALVES = {
  shares: ['a', 'b'].map((donorId) => ({ donorId, sharePpm: 500_000 })),
  releases: [],
}

/** Any amounts, also certificates that take back, and shares that make a million. */
const drawn = fc.record({
  due: fc.array(fc.tuple(fc.integer({ min: -1_000_000, max: 1e12 }), fc.nat(1e9)), { maxLength: 12 }),
  released: fc.array(fc.nat(1e9), { maxLength: 2 }),
  weights: fc.uniqueArray(fc.nat(1_000_000), { maxLength: 6 }).map((cuts) => {
    const sorted = [0, ...cuts.sort((a, b) => a - b), 1_000_000]
    return sorted.slice(1).map((cut, index) => cut - sorted[index]!)
  }),
})

function split(
  currency: Ledger['currency'],
  due: readonly (readonly [due: number, paid: number])[],
  weights: readonly number[],
  releases: readonly { id: string; on: string; amountMinor: number }[] = [],
): DonorLedger[] {
  const shares = weights.map((sharePpm, index) => ({ donorId: `d${index}`, sharePpm }))
  return donorLedger({ currency, lines: linesOf(due) }, { shares, releases }, NO_RATES)
}

/** A certificate on the first day of each month. */
function linesOf(due: readonly (readonly [due: number, paid: number])[]): LedgerLine[] {
  return due.map(
    ([netMinor, paidMinor], index) =>
      ({
        certificateId: `c${index}`,
        number: index + 1,
        role: 'interim',
        on: `2026-${String(index + 1).padStart(2, '0')}-01`,
        period: { netMinor },
        paidMinor,
      }) as LedgerLine,
  )
}

function isWithinOne(part: number, total: number, weight: number): void {
  const difference = BigInt(part) * 1_000_000n - BigInt(total) * BigInt(weight)
  expect(difference < 0n ? -difference : difference).toBeLessThan(1_000_000n)
}

function dueOf(donor: DonorLedger | undefined): number[] | undefined {
  return donor?.lines.map(({ period }) => period.dueMinor)
}

function sum(values: readonly number[]): number {
  return values.reduce((all, value) => all + value, 0)
}

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { contractState } from './contract-state.ts'
import { divideRounded, percentOf, shareOf, splitByWeights } from './divide-rounded.ts'
import { ledger } from './ledger.ts'
import type { CertificateAmounts, Ledger } from './results.ts'
import type { Bill, WorksContract } from './types.ts'
import { BILL, CONTRACT, createHistory, item } from './works.fixture.ts'

function ledgerOf(events: ReturnType<typeof createHistory>['events'], contract = CONTRACT): Ledger {
  return ledger(contract, contractState(contract, events))
}

describe('ledger', () => {
  test('an advance and two décomptes worked out by hand', () => {
    const { events, add } = createHistory()
    add('bill', '2026-01-01', BILL)
    const advance = add('certificate', '2026-01-20', {
      number: 1,
      role: 'advance',
      quantities: [],
      penaltiesMinor: 0,
    })
    add('payment', '2026-02-01', { amountMinor: 2_320_000 }, { about: advance })
    const second = add('certificate', '2026-04-30', {
      number: 2,
      role: 'interim',
      quantities: [
        { itemCode: 'A1', quantityMilli: 100_000 },
        { itemCode: 'A2', quantityMilli: 200_000 },
      ],
      penaltiesMinor: 0,
    })
    add('payment', '2026-05-15', { amountMinor: 1_000_000 }, { about: second })
    add('certificate', '2026-06-30', {
      number: 3,
      role: 'interim',
      quantities: [
        { itemCode: 'A1', quantityMilli: 100_000 },
        { itemCode: 'A2', quantityMilli: 200_000 },
        { itemCode: 'B1', quantityMilli: 100_000 },
      ],
      penaltiesMinor: 50_000,
    })
    const { lines, totals } = ledgerOf(events)
    // 20 % of 100 000.00, and 16 % of taxes on it.
    expect(lines[0]!.period).toEqual(
      amounts({ advanceMinor: 2_000_000, taxMinor: 320_000, netMinor: 2_320_000 }),
    )
    // 40 000.00 certified of 100 000.00: (40 − 30) / (80 − 30) = a fifth of the advance is taken back, 4 000.00.
    // Retention 5 % = 2 000.00; taxes 16 % of 40 000 − 4 000 = 5 760.00; net 40 000 − 4 000 − 2 000 + 5 760.
    expect(lines[1]!.period).toEqual({
      grossMinor: 4_000_000,
      advanceMinor: 0,
      recoveryMinor: 400_000,
      retentionMinor: 200_000,
      penaltiesMinor: 0,
      taxMinor: 576_000,
      netMinor: 3_976_000,
    })
    expect(lines[1]).toMatchObject({
      paidMinor: 1_000_000,
      outstandingMinor: 2_976_000,
      paidOn: '2026-05-15',
    })
    // 20 000.00 more: 60 % certified, three fifths taken back in all, 8 000.00 of it now; retention 1 000.00;
    // taxes 16 % of 12 000.00; penalties 500.00: 20 000 − 8 000 − 1 000 − 500 + 1 920.
    expect(lines[2]!.period).toEqual({
      grossMinor: 2_000_000,
      advanceMinor: 0,
      recoveryMinor: 800_000,
      retentionMinor: 100_000,
      penaltiesMinor: 50_000,
      taxMinor: 192_000,
      netMinor: 1_242_000,
    })
    expect(totals).toMatchObject({
      advanceOutstandingMinor: 800_000,
      retentionHeldMinor: 300_000,
      paidMinor: 3_320_000,
      outstandingMinor: 2_320_000 + 3_976_000 + 1_242_000 - 3_320_000,
      certifiedPercent: 60,
      // 33 200.00 of 116 000.00.
      paidPercent: 28.6207,
    })
  })

  test('the final certificate takes back what is left of the advance; the retention is released later', () => {
    const { events, add } = createHistory()
    add('bill', '2026-01-01', BILL)
    add('certificate', '2026-01-20', { number: 1, role: 'advance', quantities: [], penaltiesMinor: 0 })
    const all = BILL.items.map(({ code: itemCode, quantityMilli }) => ({ itemCode, quantityMilli }))
    add('certificate', '2026-08-20', {
      number: 2,
      role: 'final',
      quantities: all.slice(0, 2),
      penaltiesMinor: 0,
    })
    add('retention-release', '2027-08-20', { amountMinor: 150_000 })
    const { totals } = ledgerOf(events)
    expect(totals).toMatchObject({
      advanceOutstandingMinor: 0,
      retentionMinor: 200_000,
      retentionReleasedMinor: 150_000,
      retentionHeldMinor: 50_000,
      paidMinor: 150_000,
    })
  })

  test('an amendment changes the shares from its day on, and never gives an advance back', () => {
    const { events, add } = createHistory()
    add('bill', '2026-01-01', BILL)
    add('certificate', '2026-01-20', { number: 1, role: 'advance', quantities: [], penaltiesMinor: 0 })
    const quantities = [{ itemCode: 'B1', quantityMilli: 250_000 }]
    add('certificate', '2026-04-30', { number: 2, role: 'interim', quantities, penaltiesMinor: 0 })
    add('amendment', '2026-05-01', { number: 1, amountChangeMinor: 10_000_000, daysChange: 0, bill: null })
    add('certificate', '2026-05-31', { number: 3, role: 'interim', quantities, penaltiesMinor: 0 })
    const { lines, amountMinor } = ledgerOf(events)
    expect(amountMinor).toBe(20_000_000)
    // 50 of 100: two fifths of 20 000.00. Then 50 of 200 would be none at all.
    expect(lines.map(({ toDate }) => toDate.recoveryMinor)).toEqual([0, 800_000, 800_000])
    expect(lines[2]!.period).toEqual(amounts({}))
  })

  test('a certificate paid after a guarantee ran out says which', () => {
    const { events, add } = createHistory()
    const type = 'performance'
    const given = { type, issuer: 'Banque', amountMinor: 1, expiresOn: '2026-03-01' } as const
    add('guarantee', '2026-01-01', { ...given, reference: 'G1' })
    const certificate = { role: 'interim', quantities: [], penaltiesMinor: 0 } as const
    const first = add('certificate', '2026-02-20', { number: 1, ...certificate })
    add('certificate', '2026-03-01', { number: 2, ...certificate })
    add('payment', '2026-03-10', { amountMinor: 1 }, { about: first })
    const { lines } = ledgerOf(events)
    expect(lines.map(({ lapsedGuarantees }) => lapsedGuarantees.map(({ reference }) => reference))).toEqual([
      ['G1'],
      [],
    ])
  })

  test('any sequence balances to the last minor unit', () => {
    fc.assert(
      fc.property(sequences, (drawn) => {
        const { contract, events, bill } = drawn
        const { lines, totals } = ledgerOf(events, contract)
        for (const field of Object.keys(amounts({})) as (keyof CertificateAmounts)[]) {
          expect(lines.reduce((sum, { period }) => sum + period[field], 0)).toBe(totals[field])
        }
        for (const one of [...lines.flatMap(({ period, toDate }) => [period, toDate]), totals]) {
          const { grossMinor, advanceMinor, recoveryMinor, retentionMinor, penaltiesMinor, taxMinor } = one
          expect(one.netMinor).toBe(
            grossMinor + advanceMinor - recoveryMinor - retentionMinor - penaltiesMinor + taxMinor,
          )
        }
        // Certified works = paid + owed + kept back + penalties, less the advance still out and the taxes.
        expect(totals.grossMinor).toBe(
          totals.paidMinor +
            totals.outstandingMinor +
            totals.retentionHeldMinor +
            totals.penaltiesMinor -
            totals.advanceOutstandingMinor -
            totals.taxMinor,
        )
        expect(totals.advanceOutstandingMinor).toBeGreaterThanOrEqual(0)
        const last = lines.findLast(({ role }) => role !== 'advance')
        if (last) {
          const exact = last.items.reduce((sum, { itemCode, quantityMilli }) => {
            const { unitPriceMinor } = bill.items.find(({ code }) => code === itemCode)!
            return sum + (quantityMilli * unitPriceMinor) / 1000
          }, 0)
          expect(Math.abs(totals.grossMinor - exact)).toBeLessThanOrEqual(last.items.length / 2 + 0.001)
        }
      }),
      { numRuns: 300, seed: 5 },
    )
  })

  test('parts by weight add up to the amount', () => {
    expect(splitByWeights(100, [333_333, 333_333, 333_334])).toEqual([33, 33, 34])
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.array(fc.nat(1_000_000), { minLength: 1 }),
        (total, weights) => {
          const parts = splitByWeights(total, weights)
          const sum = weights.reduce((a, b) => a + b, 0)
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total)
          if (sum > 0) {
            parts.forEach((part, index) => {
              expect(Math.abs(part - total * (weights[index]! / sum))).toBeLessThan(1.01)
            })
          }
        },
      ),
      { seed: 5 },
    )
  })

  test('half a minor unit is rounded away from zero, and large products stay exact', () => {
    expect([1n, -1n, 3n, -3n, 5n].map((dividend) => divideRounded(dividend, 2n))).toEqual([1, -1, 2, -2, 3])
    expect(divideRounded(-1n, -2n)).toBe(1)
    expect(Object.is(divideRounded(-1n, 3n), 0)).toBe(true)
    // 9 007 199 254 740 991 × 0.999 999 = 9 007 190 247 541 736.26
    expect(shareOf(9_007_199_254_740_991, 999_999)).toBe(9_007_190_247_541_736)
    expect(percentOf(1, 3)).toBe(33.3333)
    expect(() => divideRounded(1n, 0n)).toThrow(RangeError)
    expect(() => divideRounded(2n ** 60n, 1n)).toThrow(RangeError)
  })
})

function amounts(some: Partial<CertificateAmounts>): CertificateAmounts {
  return {
    grossMinor: 0,
    advanceMinor: 0,
    recoveryMinor: 0,
    retentionMinor: 0,
    penaltiesMinor: 0,
    taxMinor: 0,
    netMinor: 0,
    ...some,
  }
}

const share = fc.nat(1_000_000)
/** Any terms, any bill of three items, growing quantities, some penalties, and payments of any size. */
const sequences = fc
  .record({
    terms: fc.record({ retentionPpm: fc.nat(200_000), advancePpm: fc.nat(400_000), from: share, to: share }),
    taxPpm: fc.nat(300_000),
    prices: fc.tuple(fc.nat(9_999_999), fc.nat(99_999), fc.nat(999)),
    steps: fc.array(
      fc.record({
        grow: fc.tuple(fc.nat(9_999), fc.nat(9_999), fc.nat(9_999)),
        penaltiesMinor: fc.nat(500),
        paid: fc.array(fc.nat(1_000_000), { maxLength: 2 }),
        isAdvance: fc.boolean(),
        change: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      }),
      { maxLength: 8 },
    ),
  })
  .map(({ terms: { retentionPpm, advancePpm, from, to }, taxPpm, prices, steps }) => {
    const bill: Bill = {
      packages: [{ code: 'A', label: 'A', weightPpm: null }],
      items: prices.map((price, index) => item(`A${index}`, 'A', 'u', 1_000_000, price)),
    }
    const terms = {
      ...CONTRACT.terms,
      retentionPpm,
      advancePpm,
      advanceRecoveryFromPpm: Math.min(from, to),
      advanceRecoveryToPpm: Math.max(from, to),
    }
    const contract: WorksContract = { ...CONTRACT, amountMinor: 100_000_000, taxPpm, terms }
    const { events, add } = createHistory()
    add('bill', '2026-01-01', bill)
    const quantities = bill.items.map(({ code: itemCode }) => ({ itemCode, quantityMilli: 0 }))
    for (const [index, { grow, penaltiesMinor, paid, isAdvance, change }] of steps.entries()) {
      const day = `2026-02-${String(index + 1).padStart(2, '0')}`
      quantities.forEach((one, at) => {
        one.quantityMilli += grow[at]!
      })
      if (change % 3 === 0) {
        add('amendment', day, { number: 1, amountChangeMinor: change, daysChange: 0, bill: null })
      }
      const role = isAdvance ? 'advance' : index === 7 ? 'final' : 'interim'
      const certified = isAdvance ? [] : quantities.map((one) => ({ ...one }))
      const about = add('certificate', day, {
        number: index + 1,
        role,
        quantities: certified,
        penaltiesMinor,
      })
      for (const amountMinor of paid) add('payment', day, { amountMinor }, { about })
      if (change % 5 === 0) add('retention-release', day, { amountMinor: grow[0] })
    }
    return { contract, events, bill }
  })

import { billTotalMinor } from '@borne/geodata/works/bill-total'
import type { Activity, Bill } from '@borne/geodata/works/types'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSheets } from '../../platform/read-sheet.ts'
import { type OutTable, writeTableCsv, writeWorkbook } from '../../platform/write-sheet.ts'
import { billTable } from './export-bill.ts'
import { planTable } from './export-plan.ts'
import { importBill } from './import-bill.ts'
import { importPlan } from './import-plan.ts'

const FORMATS: readonly [string, (table: OutTable) => Buffer][] = [
  ['XLSX', (table) => writeWorkbook([table])],
  ['CSV', (table) => Buffer.from(writeTableCsv(table))],
]
const TITLES = ['Bordereau du marché M-2026/07', 'DÉMONSTRATION : données fictives']

const code = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9./-]{0,8}$/)
/** A text as people type it. An apostrophe in front is what a spreadsheet writes before a formula. */
const label = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map((text) => text.replace(/\s+/g, ' ').trim())
  .filter(
    (text) =>
      /[\p{L}]{2}/u.test(text) && !/^['\t]/.test(text) && text.isWellFormed() && !/[\p{C}]/u.test(text),
  )
const unit = fc.constantFrom('m³', 'm²', 'ml', 'u', 'ff', 'kg', '=m')

const bills = fc
  .uniqueArray(code, { minLength: 1, maxLength: 5 })
  .chain((packageCodes) =>
    fc.record({
      packages: fc.tuple(
        ...packageCodes.map((own) =>
          fc.record({ code: fc.constant(own), label, weightPpm: fc.constant(null) }),
        ),
      ),
      isWeighted: fc.boolean(),
      items: fc.uniqueArray(
        fc.record({
          code,
          packageCode: fc.constantFrom(...packageCodes),
          label,
          unit,
          quantityMilli: fc.integer({ min: 0, max: 20_000_000 }),
          unitPriceMinor: fc.integer({ min: 0, max: 20_000_000 }),
        }),
        { minLength: 1, maxLength: 30, selector: ({ code: own }) => own },
      ),
    }),
  )
  .map(({ packages, isWeighted, items }): Bill => {
    const share = Math.floor(1_000_000 / packages.length)
    const rest = 1_000_000 - share * (packages.length - 1)
    const weighted = packages.map((one, index) => ({ ...one, weightPpm: index === 0 ? rest : share }))
    const order = packages.map((one) => one.code)
    const sorted = items.toSorted((a, b) => order.indexOf(a.packageCode) - order.indexOf(b.packageCode))
    return { packages: isWeighted ? weighted : packages, items: sorted }
  })

test.each(FORMATS)('a bill that was exported as %s is read back the same', async (_format, write) => {
  await fc.assert(
    fc.asyncProperty(bills, async (bill) => {
      const sheets = await readSheets(write(billTable(bill, TITLES)), 'bordereau')
      const contract = { currency: 'MRU' as const, amountMinor: billTotalMinor(bill), isFixed: true }
      const found = importBill(sheets, {}, contract, 'fr')
      expect(found.notes).toEqual([])
      expect(found.bill).toEqual(bill)
      expect(found.totals.statedMinor).toBe(contract.amountMinor)
    }),
    { numRuns: 60 },
  )
})

const plans = fc
  .uniqueArray(fc.record({ code, label }), { minLength: 1, maxLength: 25, selector: (one) => one.code })
  .chain((named) =>
    fc.tuple(
      ...named.map((one, index) =>
        fc.record({
          code: fc.constant(one.code),
          label: fc.constant(one.label),
          packageCode: fc.constantFrom(null, 'A', 'B'),
          durationDays: fc.integer({ min: 0, max: 3650 }),
          predecessors:
            index === 0
              ? fc.constant([])
              : fc.array(
                  fc.record({
                    code: fc.constantFrom(...named.slice(0, index).map((before) => before.code)),
                    type: fc.constantFrom('FS', 'SS', 'FF', 'SF'),
                    lagDays: fc.integer({ min: -30, max: 30 }),
                  }),
                  { maxLength: 3 },
                ),
          notBefore: fc.constantFrom(null, '2026-02-28', '2028-02-29'),
        }),
      ),
    ),
  )

test.each(FORMATS)('a schedule that was exported as %s is read back the same', async (_format, write) => {
  const packages = ['A', 'B'].map((own) => ({ code: own, label: `Lot ${own}`, weightPpm: null }))
  await fc.assert(
    fc.asyncProperty(plans, async (activities: Activity[]) => {
      const sheets = await readSheets(write(planTable(activities, TITLES)), 'planning')
      const found = importPlan(sheets, {}, packages, 'fr')
      expect(found.notes.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(found.activities).toEqual(activities)
    }),
    { numRuns: 60 },
  )
})

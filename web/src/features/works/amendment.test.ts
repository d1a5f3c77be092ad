import { contractState } from '@borne/geodata/works/contract-state'
import { BILL, CONTRACT, createHistory, item } from '@borne/geodata/works/works.fixture'
import { expect, test } from 'vitest'
import { draftAmountMinor, draftOfBill, newBillLine, readBillDraft, readBillLine } from './amendment-draft.ts'
import { amendmentSteps } from './amendment-steps.ts'

test('a bill that nobody changed is read back the same, in both languages', () => {
  for (const language of ['fr', 'en'] as const) {
    const read = readBillDraft(BILL, draftOfBill(BILL, language))
    expect(read).toEqual({ bill: BILL, keys: ['A1', 'A2', 'B1'] })
  }
})

test('items are changed, removed and added, and each keeps its line', () => {
  const [a1, a2, b1] = draftOfBill(BILL, 'fr')
  const added = {
    ...newBillLine(BILL),
    code: 'B2',
    label: 'Gouttières',
    unit: 'ml',
    quantity: '12,5',
    unitPrice: '8',
  }
  const read = readBillDraft(BILL, [{ ...a1!, quantity: '1 000' }, { ...a2!, isRemoved: true }, b1!, added])
  expect(read?.bill.items).toEqual([
    { ...BILL.items[0], quantityMilli: 1_000_000 },
    BILL.items[2],
    { ...item('B2', 'B', 'ml', 12_500, 800), label: 'Gouttières' },
  ])
  expect(read?.keys).toEqual(['A1', 'B1', added.key])
  expect([draftAmountMinor({ ...a2!, isRemoved: true }), draftAmountMinor(added)]).toEqual([0, 10_000])
})

test('a line that cannot be read says why, and keeps the bill from being read', () => {
  const [line] = draftOfBill(BILL, 'fr')
  expect(readBillLine({ ...line!, label: ' ' })).toBe('missing')
  expect(readBillLine({ ...line!, quantity: '-1' })).toBe('notQuantity')
  expect(readBillLine({ ...line!, unitPrice: 'dix' })).toBe('notAmount')
  expect(readBillLine({ ...line!, quantity: '9000000000', unitPrice: '9000000' })).toBe('tooLarge')
  expect(readBillDraft(BILL, [{ ...line!, quantity: '' }])).toBeNull()
})

test('each amendment is told with what held before it, with its bill where it brought one', () => {
  const history = createHistory()
  history.add('bill', '2025-01-01', BILL)
  const bill = { ...BILL, items: BILL.items.slice(0, 2) }
  history.add('amendment', '2025-03-01', { number: 1, amountChangeMinor: 0, daysChange: 30, bill: null })
  history.add('amendment', '2025-05-01', { number: 2, amountChangeMinor: -6_000_000, daysChange: -10, bill })
  const steps = amendmentSteps(CONTRACT, contractState(CONTRACT, history.events))
  expect(steps.map(({ before, after }) => [before, after])).toEqual([
    [
      { amountMinor: 10_000_000, durationDays: 180 },
      { amountMinor: 10_000_000, durationDays: 210 },
    ],
    [
      { amountMinor: 10_000_000, durationDays: 210 },
      { amountMinor: 4_000_000, durationDays: 200 },
    ],
  ])
  expect(steps.map((step) => step.bill)).toMatchObject([null, { before: BILL, after: bill }])
})

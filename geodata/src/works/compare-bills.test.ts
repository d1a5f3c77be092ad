import { expect, test } from 'vitest'
import { compareBills } from './compare-bills.ts'
import { BILL, item } from './works.fixture.ts'

test('an amended bill is held against the one before: same, changed, added and removed', () => {
  const [a1, a2, b1] = BILL.items
  const after = {
    ...BILL,
    items: [a1!, { ...b1!, quantityMilli: 250_000 }, item('B2', 'B', 'u', 4_000, 50_000)],
  }
  const told = compareBills(BILL, after).map(({ code, change, beforeMinor, afterMinor }) => [
    code,
    change,
    beforeMinor,
    afterMinor,
  ])
  expect(told).toEqual([
    ['A1', 'same', 1_000_000, 1_000_000],
    ['B1', 'changed', 6_000_000, 5_000_000],
    ['B2', 'added', 0, 200_000],
    [a2!.code, 'removed', 3_000_000, 0],
  ])
})

test('another name or lot is a change, though the amount is the same', () => {
  const items = BILL.items.map((one) => (one.code === 'A1' ? { ...one, packageCode: 'B' } : one))
  expect(compareBills(BILL, { ...BILL, items })[0]).toMatchObject({ code: 'A1', change: 'changed' })
})

test('without a bill before, every item is added', () => {
  expect(
    compareBills(null, BILL).every(({ change, beforeMinor }) => change === 'added' && beforeMinor === 0),
  ).toBe(true)
})

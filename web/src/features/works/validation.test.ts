import { expect, test } from 'vitest'
import { validationRows } from './validation-rows.ts'

const BILL = {
  packages: [{ code: 'P1', label: 'Fondations', weightPpm: null }],
  items: [
    {
      code: 'P1.1',
      packageCode: 'P1',
      label: 'Béton',
      unit: 'm³',
      quantityMilli: 40_000,
      unitPriceMinor: 100,
    },
  ],
}
const PROGRESS = {
  items: [{ itemCode: 'P1.1', packageCode: 'P1', quantityMilli: 12_500, percent: 31.25, measuredOn: null }],
  packages: [{ packageCode: 'P1', percent: 31.25, weightPpm: 1_000_000, measuredOn: null }],
  physicalPercent: 31.25,
  measuredOn: null,
}

test('what is proposed stands beside what counted before, in percent or in the unit of the item', () => {
  const measures = [
    { packageCode: 'P1', percent: 40 },
    { itemCode: 'P1.1', quantityMilli: 16_000 },
  ]
  expect(validationRows(measures, BILL, PROGRESS)).toEqual([
    { code: 'P1', label: 'Fondations', unit: '%', former: 31.25, proposed: 40 },
    { code: 'P1.1', label: 'Béton', unit: 'm³', former: 12.5, proposed: 16 },
  ])
})

test('what no longer is in the bill keeps its code', () => {
  expect(validationRows([{ packageCode: 'P9', percent: 5 }], BILL, PROGRESS)).toEqual([
    { code: 'P9', label: 'P9', unit: '%', former: 0, proposed: 5 },
  ])
})

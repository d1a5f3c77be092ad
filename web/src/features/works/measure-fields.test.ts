import { BILL } from '@borne/geodata/works/works.fixture'
import { expect, test } from 'vitest'
import { measureFields, readMeasure } from './measure-fields.ts'

test('a report is corrected measure by measure, and can measure what it left out', () => {
  const [item, other] = [BILL.items[0]!, BILL.packages.at(-1)!]
  const fields = measureFields([{ itemCode: item.code, quantityMilli: 12_500 }], BILL, 'fr')
  expect(fields[0]).toEqual({
    of: { itemCode: item.code },
    label: item.label,
    unit: item.unit,
    former: 12.5,
    written: '12,5',
  })
  expect(fields.slice(1).map(({ of }) => of)).toEqual(
    BILL.packages.filter(({ code }) => code !== item.packageCode).map(({ code }) => ({ packageCode: code })),
  )
  expect(fields.at(-1)).toMatchObject({ label: other.label, unit: '%', former: null, written: '' })
})

test('a percent with four decimals is typed with three', () => {
  const [field] = measureFields([{ packageCode: 'A', percent: 33.3333 }], BILL, 'en')
  expect(field).toMatchObject({ former: 33.3333, written: '33.333' })
})

test('an empty field measures nothing; what is no number is not read', () => {
  const [packageCode, itemCode] = [{ packageCode: 'A' }, { itemCode: 'A1' }]
  expect(readMeasure({ of: packageCode }, '12,5')).toEqual({ packageCode: 'A', percent: 12.5 })
  expect(readMeasure({ of: itemCode }, '1 200')).toEqual({ itemCode: 'A1', quantityMilli: 1_200_000 })
  expect(readMeasure({ of: itemCode }, ' ')).toBeNull()
  expect(readMeasure({ of: itemCode }, 'douze')).toBeUndefined()
})

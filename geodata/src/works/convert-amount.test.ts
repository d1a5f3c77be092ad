import { expect, test } from 'vitest'
import { convertAmount, type DatedRate } from './convert-amount.ts'

const rates: DatedRate[] = [
  { currency: 'EUR', validFrom: '2026-01-01', mruMicro: 44_000_000 },
  { currency: 'EUR', validFrom: '2026-03-01', mruMicro: 45_000_000 },
  { currency: 'USD', validFrom: '2026-03-01', mruMicro: 40_000_000 },
]
const given = { rates, maxAgeDays: 31 }

test('an amount is converted at the rate of the day, or the latest before it', () => {
  const on = '2026-03-15'
  expect(convertAmount(100, { from: 'EUR', to: 'MRU', on }, given)).toEqual({
    amountMinor: 4_500,
    rates: [rates[1]],
  })
  expect(convertAmount(100, { from: 'EUR', to: 'MRU', on: '2026-02-01' }, given)).toMatchObject({
    amountMinor: 4_400,
  })
  // 100.00 EUR = 4 500.00 MRU = 112.50 USD.
  expect(convertAmount(10_000, { from: 'EUR', to: 'USD', on }, given)).toEqual({
    amountMinor: 11_250,
    rates: [rates[1], rates[2]],
  })
  expect(convertAmount(100, { from: 'MRU', to: 'USD', on }, given)).toMatchObject({ amountMinor: 3 })
  expect(convertAmount(7, { from: 'USD', to: 'USD', on: '1999-01-01' }, given)).toEqual({
    amountMinor: 7,
    rates: [],
  })
})

test('without a rate that day the currency and the day are named', () => {
  const refusal = 'no-rate'
  const on = '2026-02-15'
  expect(convertAmount(1, { from: 'EUR', to: 'MRU', on }, given)).toEqual({ refusal, currency: 'EUR', on })
  expect(convertAmount(1, { from: 'MRU', to: 'USD', on }, given)).toEqual({ refusal, currency: 'USD', on })
})

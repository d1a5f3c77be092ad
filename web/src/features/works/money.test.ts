import { expect, test } from 'vitest'
import { createMoneyFormats, readAmount, readQuantity, writeAmount, writeQuantity } from './money.ts'

const fr = createMoneyFormats('fr')

test('amounts are written with two decimals, or short where a list compares', () => {
  expect(fr.exact(810_000_050, 'MRU')).toBe('8\u202f100\u202f000,50\u202fMRU')
  expect(fr.short(810_000_000, 'MRU')).toBe('8,1\u202fM\u202fMRU')
  expect(fr.short(6_200_000, 'EUR')).toBe('62\u202fk\u202fEUR')
  expect(fr.short(null, 'EUR')).toBe('—')
})

test('typed amounts are read to the minor unit, in both ways of writing decimals', () => {
  expect(readAmount('1 250 000,5')).toBe(125_000_050)
  expect(readAmount('1250000.50')).toBe(125_000_050)
  expect(readAmount('-3')).toBe(-300)
  expect(readAmount('1,005')).toBeNull()
  expect(readAmount('mille')).toBeNull()
  expect(readAmount('')).toBeNull()
})

test('quantities are thousandths and come back as they were typed', () => {
  expect(readQuantity('12,125')).toBe(12_125)
  expect(writeQuantity(12_500, 'fr')).toBe('12,5')
  expect(writeAmount(125_050, 'fr')).toBe('1250,50')
})

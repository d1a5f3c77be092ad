import { expect, test } from 'vitest'
import {
  createMoneyFormats,
  readAmount,
  readDecimal,
  readQuantity,
  readShare,
  tellShare,
  writeAmount,
  writeDecimal,
  writeQuantity,
  writeShare,
} from './money.ts'

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

test('percent is typed and written in millionths, to the last of them', () => {
  expect(readShare('0,1')).toBe(1_000)
  expect(readShare('0.0001')).toBe(1)
  expect(readShare('0,00001')).toBeNull()
  expect(readShare('dix')).toBeNull()
  expect(writeShare(1_000, 'fr')).toBe('0,1')
  expect(writeShare(1_000_000, 'fr')).toBe('100')
  expect(writeShare(0, 'fr')).toBe('0')
  expect(writeShare(333, 'en')).toBe('0.0333')
  expect([tellShare(333, 'fr'), tellShare(333, 'en')]).toEqual(['0,0333\u202f%', '0.0333%'])
})

test('every share is read back as it was written', () => {
  for (let ppm = 0; ppm <= 1_000_000; ppm += 997) {
    expect(readShare(writeShare(ppm, 'fr'))).toBe(ppm)
    expect(readShare(writeShare(ppm, 'en'))).toBe(ppm)
  }
})

test('a rate in millionths keeps its six decimals', () => {
  expect(writeDecimal(43_215_678, 6, 'fr')).toBe('43,215678')
  expect(readDecimal('43,215678', 6)).toBe(43_215_678)
  expect(writeDecimal(40_000_000, 6, 'fr')).toBe('40')
})

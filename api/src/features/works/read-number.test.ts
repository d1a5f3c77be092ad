import { expect, test } from 'vitest'
import { guessDecimalMark, readNumber, scaleNumber, typeNumber } from './read-number.ts'

const minor = (text: string, mark?: ',' | '.') => {
  const typed = readNumber(text, mark)
  return typed && Number(scaleNumber(typed, 2).value)
}

test.each([
  ['12 345,67', undefined, 1_234_567],
  ['12.345,67', undefined, 1_234_567],
  ['12,345.67', undefined, 1_234_567],
  ["12'345.67", undefined, 1_234_567],
  ['1.234.567', undefined, 123_456_700],
  ['45 000 UM', undefined, 4_500_000],
  ['€ 1 200,5', undefined, 120_050],
  ['(12)', undefined, -1200],
  ['−3,5', undefined, -350],
  ['1.234', '.', 123],
  ['1.234', ',', 123_400],
  ['0.125', undefined, 13],
  ['1234,567', undefined, 123_457],
  [',5', undefined, 50],
  ['7.', undefined, 700],
] as const)('%s (mark %s) is %i hundredths', (text, mark, expected) => {
  expect(minor(text, mark)).toBe(expected)
})

test.each(['', 'douze', '1,2,3', '1.23.456', '12-3', '1e9', '--', '12 m²', '1,234,5'])(
  '%j is no number',
  (text) => {
    expect(minor(text)).toBeUndefined()
  },
)

test('a number of a spreadsheet has no noise of binary fractions', () => {
  const cents = (value: number) => Number(scaleNumber(typeNumber(value)!, 2).value)
  expect([0.1 + 0.2, 1.005, 1234.56 + 2 ** -42, -2.5, 123456789.01].map(cents)).toEqual([
    30, 101, 123456, -250, 12345678901,
  ])
  expect([typeNumber(1e15), typeNumber(Number.NaN)]).toEqual([undefined, undefined])
})

test.each([
  [['1.234', '12,5'], ','],
  [['1,234', '12.5'], '.'],
  [['1.234', '2.345'], undefined],
  [['1.234.567'], ','],
  [['douze', '1 234,56'], ','],
] as const)('the mark of %j is %s', (texts, mark) => {
  expect(guessDecimalMark(texts)).toBe(mark)
})

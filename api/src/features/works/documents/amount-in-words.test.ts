import { expect, test } from 'vitest'
import { amountInWords, numberInWords } from './amount-in-words.ts'

test.each([
  [0, 'zéro'],
  [1, 'un'],
  [16, 'seize'],
  [17, 'dix-sept'],
  [19, 'dix-neuf'],
  [20, 'vingt'],
  [21, 'vingt et un'],
  [22, 'vingt-deux'],
  [61, 'soixante et un'],
  [69, 'soixante-neuf'],
  [70, 'soixante-dix'],
  [71, 'soixante et onze'],
  [72, 'soixante-douze'],
  [77, 'soixante-dix-sept'],
  [79, 'soixante-dix-neuf'],
  [80, 'quatre-vingts'],
  [81, 'quatre-vingt-un'],
  [90, 'quatre-vingt-dix'],
  [91, 'quatre-vingt-onze'],
  [97, 'quatre-vingt-dix-sept'],
  [99, 'quatre-vingt-dix-neuf'],
  [100, 'cent'],
  [101, 'cent un'],
  [180, 'cent quatre-vingts'],
  [200, 'deux cents'],
  [201, 'deux cent un'],
  [280, 'deux cent quatre-vingts'],
  [999, 'neuf cent quatre-vingt-dix-neuf'],
  [1000, 'mille'],
  [1001, 'mille un'],
  [1100, 'mille cent'],
  [2000, 'deux mille'],
  [21_000, 'vingt et un mille'],
  [80_000, 'quatre-vingt mille'],
  [80_080, 'quatre-vingt mille quatre-vingts'],
  [100_000, 'cent mille'],
  [200_000, 'deux cent mille'],
  [200_200, 'deux cent mille deux cents'],
  [1_000_000, 'un million'],
  [2_000_001, 'deux millions un'],
  [80_000_000, 'quatre-vingts millions'],
  [200_000_000, 'deux cents millions'],
  [71_071_071, 'soixante et onze millions soixante et onze mille soixante et onze'],
  [
    999_999_999,
    'neuf cent quatre-vingt-dix-neuf millions neuf cent quatre-vingt-dix-neuf mille neuf cent quatre-vingt-dix-neuf',
  ],
  [1_000_000_000, 'un milliard'],
])('%i is «%s»', (number, words) => {
  expect(numberInWords(number)).toBe(words)
})

test('no two numbers have the same words', () => {
  const words = Array.from({ length: 10_000 }, (_, number) => numberInWords(number))
  expect(new Set(words).size).toBe(words.length)
})

test.each([-1, 1.5, 1e12, Number.NaN])('%d has no words', (number) => {
  expect(() => numberInWords(number)).toThrow(RangeError)
})

test.each([
  [0, 'MRU', 'zéro ouguiya'],
  [100, 'MRU', 'une ouguiya'],
  [2_100, 'MRU', 'vingt et une ouguiyas'],
  [1_100, 'MRU', 'onze ouguiyas'],
  [200_000_000, 'MRU', 'deux millions d’ouguiyas'],
  [250_000_050, 'MRU', 'deux millions cinq cent mille ouguiyas et cinquante centièmes'],
  [2_101, 'EUR', 'vingt et un euros et un centime'],
  [150, 'EUR', 'un euro et cinquante centimes'],
  [8_000, 'USD', 'quatre-vingts dollars des États-Unis'],
  [-8_080, 'EUR', 'moins quatre-vingts euros et quatre-vingts centimes'],
] as const)('%i hundredths of %s', (amountMinor, currency, words) => {
  expect(amountInWords(amountMinor, currency)).toBe(words)
})

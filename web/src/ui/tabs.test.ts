import { expect, test } from 'vitest'
import { tabAfterKey } from './tabs.tsx'

test('arrows go round, Home and End go to the ends', () => {
  expect(tabAfterKey('ArrowRight', 2, 3, false)).toBe(0)
  expect(tabAfterKey('ArrowLeft', 0, 3, false)).toBe(2)
  expect(tabAfterKey('Home', 1, 3, false)).toBe(0)
  expect(tabAfterKey('End', 0, 3, false)).toBe(2)
  expect(tabAfterKey('a', 1, 3, false)).toBeUndefined()
})

test('arrows follow the writing direction', () => {
  expect(tabAfterKey('ArrowRight', 1, 3, true)).toBe(0)
  expect(tabAfterKey('ArrowLeft', 1, 3, true)).toBe(2)
})

import { expect, test } from 'vitest'
import { rowAfterKey } from './row-after-key.ts'

test.each([
  ['ArrowDown', 0, 1],
  ['ArrowDown', 15, 15],
  ['ArrowDown', -1, 0],
  ['ArrowUp', 0, 0],
  ['ArrowUp', -1, 0],
  ['PageDown', 2, 12],
  ['PageDown', 9, 15],
  ['PageUp', 4, 0],
  ['Home', 9, 0],
  ['End', 3, 15],
])('%s on row %i of 16 goes to row %i', (key, at, to) => {
  expect(rowAfterKey(key, at, 16)).toBe(to)
})

test('other keys stay the browser’s, and an empty list has no row to go to', () => {
  expect(rowAfterKey('Enter', 2, 16)).toBeUndefined()
  expect(rowAfterKey('a', 2, 16)).toBeUndefined()
  expect(rowAfterKey('ArrowDown', -1, 0)).toBeUndefined()
})

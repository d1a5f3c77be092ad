import { expect, test } from 'vitest'
import { sequentialColours } from './sequential-scale.ts'

test.each([1, 2, 3, 4, 5, 6])('%i classes have as many different colours', (count) => {
  for (const theme of ['day', 'night'] as const) {
    expect(new Set(sequentialColours(count, theme)).size).toBe(count)
  }
})

test('the nearest and the farthest class keep their colours whatever lies between', () => {
  expect(sequentialColours(4, 'day').at(0)).toBe(sequentialColours(6, 'day').at(0))
  expect(sequentialColours(4, 'day').at(-1)).toBe(sequentialColours(6, 'day').at(-1))
})

import { expect, test } from 'vitest'
import { linePath } from './mini-curve.tsx'

test('a line runs from the ground to the top, and begins anew behind a gap', () => {
  expect(linePath([0, 50, null, 100], 3)).toBe('M0 28L32 14M96 0')
})

test('what is over the whole stays in the frame', () => {
  expect(linePath([-1, 200], 1)).toBe('M0 28L96 0')
})

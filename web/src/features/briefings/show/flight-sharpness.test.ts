import { expect, test } from 'vitest'
import { FULL_SHARPNESS, judgeFrame } from './flight-sharpness.ts'

/** The share after so many frames that are so far apart. */
function after(count: number, apartMs: number, first = FULL_SHARPNESS): number {
  let sharpness = first
  for (let frame = 0; frame < count; frame++) sharpness = judgeFrame(sharpness, frame * apartMs)
  return sharpness.share
}

test('a machine that keeps up flies as sharp as it stands', () => {
  expect(after(200, 16)).toBe(1)
  expect(after(200, 30)).toBe(1)
})

test('on a slow one pixels are given up for frames, but not all of them', () => {
  expect(after(4, 80)).toBe(1)
  expect(after(5, 80)).toBe(0.75)
  expect(after(9, 80)).toBeCloseTo(0.5625)
  expect(after(200, 80)).toBe(0.45)
})

test('what was learned stays for the next flight', () => {
  expect(after(200, 16, { share: 0.75, frames: [] })).toBe(0.75)
})

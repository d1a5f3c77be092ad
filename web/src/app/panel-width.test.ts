import { expect, test } from 'vitest'
import { clampWidth, PANEL_WIDTH, widthAfterKey } from './panel-width.ts'

test('a width that was never chosen, or is no number, is the normal one', () => {
  expect(clampWidth(Number(null))).toBe(PANEL_WIDTH.normal)
  expect(clampWidth(Number.NaN)).toBe(PANEL_WIDTH.normal)
})

test('a width stays within what can be read and leaves the map its place', () => {
  expect(clampWidth(120)).toBe(PANEL_WIDTH.least)
  expect(clampWidth(5000)).toBe(PANEL_WIDTH.most)
  expect(clampWidth(420.4)).toBe(420)
})

test('keys move the edge as the eye expects in either writing direction', () => {
  expect(widthAfterKey('ArrowRight', 380, false)).toBe(400)
  expect(widthAfterKey('ArrowRight', 380, true)).toBe(360)
  expect(widthAfterKey('ArrowLeft', 310, false)).toBe(PANEL_WIDTH.least)
  expect(widthAfterKey('End', 380, false)).toBe(PANEL_WIDTH.most)
  expect(widthAfterKey('x', 380, false)).toBeUndefined()
})

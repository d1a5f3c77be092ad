import { expect, test } from 'vitest'
import { actionOfKey, VISITOR_ACTIONS } from './show-keys.ts'

const plain = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false }
const press = (key: string, over: Partial<typeof plain> = {}) => ({ key, ...plain, ...over })

test('a remote control goes on, back, and to black', () => {
  for (const key of ['PageDown', 'ArrowRight', 'ArrowDown', ' ', 'Enter'])
    expect(actionOfKey(press(key), 'none')).toBe('next')
  for (const key of ['PageUp', 'ArrowLeft', 'ArrowUp', 'Backspace'])
    expect(actionOfKey(press(key), 'none')).toBe('previous')
  for (const key of ['b', 'B', '.']) expect(actionOfKey(press(key), 'none')).toBe('black')
})

test('the other keys of the show', () => {
  const keys = {
    Home: 'first',
    End: 'last',
    w: 'white',
    L: 'laser',
    f: 'full-screen',
    n: 'notes',
    a: 'auto',
    p: 'pause',
    '?': 'help',
  }
  for (const [key, action] of Object.entries(keys)) expect(actionOfKey(press(key), 'none')).toBe(action)
  expect(actionOfKey(press(' ', { shiftKey: true }), 'none')).toBe('previous')
  expect(actionOfKey(press('x'), 'none')).toBeNull()
})

test('shortcuts of the browser stay its own', () => {
  for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const)
    expect(actionOfKey(press('f', { [held]: true }), 'none')).toBeNull()
})

test('what has the focus keeps the keys that it needs, and gives the others away', () => {
  expect(actionOfKey(press('b'), 'text')).toBeNull()
  expect(actionOfKey(press('ArrowRight'), 'slider')).toBeNull()
  expect(actionOfKey(press('Home'), 'slider')).toBeNull()
  expect(actionOfKey(press('PageDown'), 'slider')).toBe('next')
  expect(actionOfKey(press(' '), 'button')).toBeNull()
  expect(actionOfKey(press('ArrowRight'), 'button')).toBe('next')
  expect(actionOfKey(press('ArrowDown'), 'scroller')).toBeNull()
  expect(actionOfKey(press('ArrowRight'), 'scroller')).toBe('next')
})

test('a visitor moves through the slides and does nothing to the window', () => {
  for (const action of ['full-screen', 'black', 'white', 'notes', 'leave', 'laser'] as const)
    expect(VISITOR_ACTIONS).not.toContain(action)
})

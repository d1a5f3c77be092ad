import { expect, test } from 'vitest'
import { checkText } from './check-text.ts'

const refused = (post: object) => {
  try {
    checkText(post)
  } catch (error) {
    return (error as { field?: string }).field
  }
  return undefined
}

test('texts of every script, emoji and line ends are let through', () => {
  expect(refused({ name: 'غابو 🛂', notes: 'un\r\ndeux\t', position: [1, 2], nameAr: null })).toBeUndefined()
})

test('NUL and half characters are refused by field, however deep', () => {
  expect(refused({ name: 'a\0' })).toBe('name')
  expect(refused({ name: 'a', notes: '🛂'.slice(0, 1) })).toBe('notes')
  expect(refused({ contacts: [{ role: 'x', name: '\ud800' }] })).toBe('contacts')
})

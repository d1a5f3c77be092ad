import { expect, test } from 'vitest'
import { searchKey } from './search-key.ts'

test.each([
  ['Sélibaby', 'selibaby'],
  ['SELIBABY', 'selibaby'],
  ['Ghabou', 'ghabou'],
  ['غابو', 'غابو'],
  ['غَابُو', 'غابو'],
  ['غـابــو', 'غابو'],
  ['أحمد', 'احمد'],
  ['إدارة', 'اداره'],
  ['آدم', 'ادم'],
  ['مصطفى', 'مصطفي'],
  ["M'Bout", 'm bout'],
  ['  Ould–Yengé ', 'ould yenge'],
  ['Ɗaabi', 'daabi'],
  ['ﻏﺎﺑﻮ', 'غابو'],
  ['Chouweya 3', 'chouweya 3'],
])('%s → %s', (name, key) => {
  expect(searchKey(name)).toBe(key)
})

test('nothing to search for gives an empty key', () => {
  expect(searchKey(' – ·')).toBe('')
  expect(searchKey('')).toBe('')
})

test('a key is its own key', () => {
  for (const name of ['Diaguïly', 'وامبو', 'Œuf', 'Nguidjilone']) {
    expect(searchKey(searchKey(name))).toBe(searchKey(name))
  }
})

import { defaultParseSearch, defaultStringifySearch } from '@tanstack/react-router'
import { expect, test } from 'vitest'
import { readableQuery, shellSearch } from './search.ts'

test('what is looked at survives the address', () => {
  const search = {
    at: '-12.18,15.16,9.5',
    hide: 'roads,tracks',
    labels: 'ar',
    mark: '-12.1,14.9,Ould Yengé, nord',
    on: '2026-08-15',
    vehicle: '4x4',
  }
  const query = readableQuery(defaultStringifySearch(search))
  expect(query).toContain('at=-12.18,15.16,9.5&hide=roads,tracks&labels=ar')
  expect(shellSearch.parse(defaultParseSearch(query))).toEqual(search)
})

test.each([
  { at: '15,16' },
  { at: 'a,b,c' },
  { hide: '<script>' },
  { hide: 12 },
  { labels: 'en' },
  { mark: 'Ghabou' },
  { on: '15/08/2026' },
  { on: '2026-02-30' },
  { vehicle: '4x4;drop' },
  { mark: `1,2,${'x'.repeat(201)}` },
])('what makes no sense is dropped, not an error: %o', (search) => {
  expect(Object.values(shellSearch.parse(search)).filter(Boolean)).toEqual([])
})

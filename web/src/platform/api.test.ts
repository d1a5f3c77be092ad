import { expect, test } from 'vitest'
import { withParams } from './api.ts'

test('parameters that are not given are left out, the others are encoded', () => {
  expect(withParams('/api/search', { q: 'غابو & Cie', limit: 5, kind: undefined, bbox: null })).toBe(
    '/api/search?q=%D8%BA%D8%A7%D8%A8%D9%88+%26+Cie&limit=5',
  )
  expect(withParams('/api/posts', {})).toBe('/api/posts')
  expect(withParams('/api/posts', { includeArchived: false })).toBe('/api/posts?includeArchived=false')
})

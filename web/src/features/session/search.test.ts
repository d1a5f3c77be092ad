import { expect, test } from 'vitest'
import { signInSearch } from './search.ts'

test('a path of the house is where one comes back to', () => {
  expect(signInSearch.parse({ next: '/posts?status=closed&at=-12.2,15,9' }).next).toBe(
    '/posts?status=closed&at=-12.2,15,9',
  )
})

test.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'posts', '', 7])(
  'what could lead elsewhere is dropped: %s',
  (next) => {
    expect(signInSearch.parse({ next }).next).toBeUndefined()
  },
)

test('a code is a code', () => {
  expect(signInSearch.parse({ problem: 'openid-refused' }).problem).toBe('openid-refused')
  expect(signInSearch.parse({ problem: '<b>' }).problem).toBeUndefined()
})

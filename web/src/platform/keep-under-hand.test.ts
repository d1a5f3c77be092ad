import { expect, test } from 'vitest'
import { keepUnderHand } from './keep-under-hand.ts'

const KEY = ['roads', { posts: 'a' }, 45]

test('the answer before is kept while only the last part of the key changes', () => {
  expect(keepUnderHand(KEY, 'before', { queryKey: ['roads', { posts: 'a' }, 60] })).toBe('before')
})

test('the answer to another question is not', () => {
  expect(keepUnderHand(KEY, 'before', { queryKey: ['roads', { posts: 'b' }, 60] })).toBeUndefined()
  expect(keepUnderHand(KEY, 'before', undefined)).toBeUndefined()
})

import type { BorderPosts } from '@borne/api/contracts/posts'
import { expect, test } from 'vitest'
import { postAt } from './post-at.ts'

const posts = [
  { id: 'a', geometry: { type: 'Point', coordinates: [-12, 15] } },
  { id: 'b', geometry: null },
  { id: 'c', geometry: { type: 'Point', coordinates: [-12.01, 15] } },
] as unknown as BorderPosts['features']

test('a click near a mark means the post, the nearest one', () => {
  expect(postAt(posts, [-12.004, 15], 9)).toBe('a')
  expect(postAt(posts, [-12.006, 15], 9)).toBe('c')
})

test('the closer the map, the nearer the click must be', () => {
  expect(postAt(posts, [-12.004, 15.0], 14)).toBeNull()
  expect(postAt(posts, [-12.0001, 15.0], 14)).toBe('a')
})

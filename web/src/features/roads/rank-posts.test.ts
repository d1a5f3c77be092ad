import type { PostOnDay } from '@borne/api/contracts/roads'
import { expect, test } from 'vitest'
import { rankPosts } from './rank-posts.ts'

const post = (name: string, seconds: number | null, againstSeconds: number | null): PostOnDay => ({
  postId: name,
  name,
  position: [-12, 15],
  isDemonstration: false,
  seconds,
  againstSeconds,
  closedBy: [],
})

test('what is cut off comes first, what never had a way last, the others by their time', () => {
  const ranked = rankPosts([
    post('never', null, null),
    post('far', 9000, 8000),
    post('near', 600, 600),
    post('cut off later', null, 7000),
    post('cut off', null, 3000),
    post('opened', 1200, null),
  ])
  expect(ranked.map(({ name, fate }) => [name, fate])).toEqual([
    ['cut off', 'cut-off'],
    ['cut off later', 'cut-off'],
    ['near', 'same'],
    ['opened', 'opened'],
    ['far', 'longer'],
    ['never', 'never'],
  ])
})

test('less than a minute is no difference', () => {
  const fates = rankPosts([post('a', 630, 600), post('b', 500, 600), post('c', 600, 500)])
  expect(fates.map(({ fate }) => fate)).toEqual(['shorter', 'longer', 'same'])
})

import { expect, test } from 'vitest'
import { readRenderHash } from './render-hash.ts'

const KEY = 'k'.repeat(43)

test('what is to be drawn stands after the key', () => {
  expect(readRenderHash(`#key=${KEY}&slide=3&state=1&width=724&height=524&as=map`)).toEqual({
    key: KEY,
    slide: 3,
    state: 1,
    width: 724,
    height: 524,
    as: 'map',
  })
})

test.each([
  '',
  '#key=short&slide=1&state=0&width=724&height=524&as=map',
  `#key=${KEY}&slide=0&state=0&width=724&height=524&as=map`,
  `#key=${KEY}&slide=1&state=2&width=724&height=524&as=map`,
  `#key=${KEY}&slide=1&state=0&width=99999&height=524&as=map`,
  `#key=${KEY}&slide=1&state=0&width=724&height=524&as=page`,
])('%s is nothing to draw', (hash) => {
  expect(readRenderHash(hash)).toBeNull()
})

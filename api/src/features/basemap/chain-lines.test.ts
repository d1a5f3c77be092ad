import fc from 'fast-check'
import type { Position } from 'geojson'
import { expect, test } from 'vitest'
import { chainLines } from './chain-lines.ts'

test('joins lines end to end, whichever way each was drawn', () => {
  const [a, b, c, d] = [
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 0],
  ] as [Position, Position, Position, Position]
  const [chain, ...others] = chainLines([
    [b, c],
    [b, a],
    [d, c],
  ])
  expect(others).toEqual([])
  expect([chain, chain?.toReversed()]).toContainEqual([a, b, c, d])
})

test('keeps lines apart that do not touch', () => {
  const lines = [
    [
      [0, 0],
      [1, 0],
    ],
    [
      [0, 5],
      [1, 5],
    ],
  ]
  expect(chainLines(lines)).toEqual(lines)
})

test('closes a ring once', () => {
  const [chain, ...others] = chainLines([
    [
      [0, 0],
      [1, 0],
    ],
    [
      [1, 0],
      [1, 1],
    ],
    [
      [1, 1],
      [0, 0],
    ],
  ])
  expect(others).toEqual([])
  expect(chain).toHaveLength(4)
})

test('covers each edge exactly once, at any junction', () => {
  const point = fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 }))
  const edge = fc.tuple(point, point).filter(([a, b]) => a[0] !== b[0] || a[1] !== b[1])
  fc.assert(
    fc.property(fc.array(edge, { maxLength: 30 }), (lines) => {
      const edges = (of: Position[][]) =>
        of
          .flatMap((line) => line.slice(1).map((to, i) => [line[i]!.join(), to.join()].sort().join(' ')))
          .sort()
      expect(edges(chainLines(lines))).toEqual(edges(lines))
    }),
  )
})

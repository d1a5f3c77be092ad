import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestOnLine } from './along-line.ts'
import type { Position } from './position.ts'
import { simplifyLine } from './simplify-line.ts'

test('what is straight is left out, a corner stays', () => {
  const line: Position[] = [
    [0, 0],
    [0.001, 0],
    [0.002, 0],
    [0.002, 0.002],
  ]
  expect(simplifyLine(line, 0)).toEqual([line[0], line[2], line[3]])
})

test('a bend stays when it is greater than the tolerance: 0.001° of latitude are 111 m', () => {
  const bend: Position[] = [
    [0, 0],
    [0.01, 0.001],
    [0.02, 0],
  ]
  expect(simplifyLine(bend, 100)).toEqual(bend)
  expect(simplifyLine(bend, 120)).toEqual([bend[0], bend[2]])
})

test('a closed line keeps its farthest corner', () => {
  const ring: Position[] = [
    [0, 0],
    [0.01, 0],
    [0.01, 0.01],
    [0, 0],
  ]
  expect(simplifyLine(ring, 10)).toEqual(ring)
})

test('every position left out lies within the tolerance of the simplified line', () => {
  const position = fc.tuple(
    fc.double({ min: -12.2, max: -12, noNaN: true }),
    fc.double({ min: 15, max: 15.2, noNaN: true }),
  )
  fc.assert(
    fc.property(
      fc.array(position, { minLength: 2, maxLength: 30 }),
      fc.integer({ min: 0, max: 3000 }),
      (line, metres) => {
        const simple = simplifyLine(line, metres)
        expect(simple[0]).toEqual(line[0])
        expect(simple.at(-1)).toEqual(line.at(-1))
        for (const at of line)
          expect(nearestOnLine(simple, at).metres).toBeLessThanOrEqual(metres * 1.002 + 0.01)
      },
    ),
  )
})

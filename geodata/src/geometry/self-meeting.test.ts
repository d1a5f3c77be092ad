import { expect, test } from 'vitest'
import type { Position } from './position.ts'
import { findLineMeeting, findSelfMeeting } from './self-meeting.ts'

const SQUARE: Position[] = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
]
const BOW: Position[] = [
  [0, 0],
  [1, 1],
  [1, 0],
  [0, 1],
]

test('a rim that goes round once does not meet itself, one like a bow does in its middle', () => {
  expect(findSelfMeeting(SQUARE)).toBeNull()
  expect(findSelfMeeting(BOW)).toEqual([0.5, 0.5])
})

test('a line may turn and end where it began, not cross itself nor go back on itself', () => {
  expect(findLineMeeting(SQUARE)).toBeNull()
  expect(findLineMeeting([...SQUARE, SQUARE[0]!])).toBeNull()
  expect(findLineMeeting(BOW)).toEqual([0.5, 0.5])
  expect(
    findLineMeeting([
      [0, 0],
      [2, 0],
      [1, 0],
    ]),
  ).toEqual([1, 0])
  expect(
    findLineMeeting([
      [0, 0],
      [2, 0],
      [2, 1],
      [1, 0],
    ]),
  ).toEqual([1, 0])
})

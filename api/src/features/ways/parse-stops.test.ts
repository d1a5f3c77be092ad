import type { Bbox } from '@borne/geodata/geometry/position'
import { describe, expect, test } from 'vitest'
import { ProblemError } from '../../platform/problems.ts'
import { parseStops } from './parse-stops.ts'

const REGION: Bbox = [-14.9, 14.2, -10.5, 17.6]
const POST = '0d0a8d0e-6d1c-4ad5-8a55-0c54ac5e1c50'

function codeOf(text: string): string {
  try {
    parseStops(text, REGION)
  } catch (error) {
    if (error instanceof ProblemError) return error.code
    throw error
  }
  return 'no problem'
}

describe('stops of a question', () => {
  test('are posts or points, in order', () => {
    expect(parseStops(`${POST}; -12.18479,15.15799`, REGION)).toEqual([
      { postId: POST },
      { position: [-12.18479, 15.15799] },
    ])
  })

  test.each([
    ['-12.1,15.1', 'stops-too-few'],
    ['', 'stops-too-few'],
    [Array(21).fill('-12.1,15.1').join(';'), 'stops-too-many'],
    ['-12.1,15.1;NaN,15', 'stop-unreadable'],
    ['-12.1,15.1;-12.1', 'stop-unreadable'],
    ['-12.1,15.1;-12.1,15.1,3', 'stop-unreadable'],
    ['-12.1,15.1;1e1,15', 'stop-unreadable'],
    ['-12.1,15.1;,', 'stop-unreadable'],
    ['-12.1,15.1;', 'stop-unreadable'],
    ['-12.1,15.1;Ghabou', 'stop-unreadable'],
    ['-12.1,15.1;15.1,-12.1', 'stop-swapped'],
    ['-12.1,15.1;2.35,48.85', 'stop-outside-region'],
  ])('%s → %s', (text, code) => expect(codeOf(text)).toBe(code))

  test('a swapped stop comes with the position that was meant', () => {
    try {
      parseStops('-12.1,15.1;15.2,-12.3', REGION)
      expect.unreachable()
    } catch (error) {
      expect((error as ProblemError).extra).toEqual({ position: [-12.3, 15.2] })
      expect((error as ProblemError).params.number).toBe(2)
    }
  })
})

import type { Coverage } from '@borne/api/contracts/coverage'
import { describe, expect, test } from 'vitest'
import { differenceRuns, longestRuns } from './difference-runs.ts'

type Measured = Parameters<typeof differenceRuns>[0]

function measured(p50Seconds: (number | null)[], minutes = 60): Measured {
  const atMetres = p50Seconds.map((_, piece) => 25 + 50 * piece)
  const filled = p50Seconds.map(() => null)
  return {
    minutes,
    segments: [
      { segmentId: 'ghabou-sen', lengthMetres: 50 * p50Seconds.length } as Coverage['segments'][number],
    ],
    profiles: [{ segmentId: 'ghabou-sen', atMetres, p50Seconds, p90Seconds: filled, postIndexes: filled }],
  }
}

describe('the difference of two measures', () => {
  test('tells each stretch as gained, lost, kept or out, from end to end', () => {
    const before = measured([600, 600, 4000, null, 600])
    const after = measured([600, 4000, 900, null, 600])
    const at = (fromMetres: number, toMetres: number, kind: string) => ({
      segmentId: 'ghabou-sen',
      fromMetres,
      toMetres,
      kind,
    })
    expect(differenceRuns(before, after)).toEqual([
      at(0, 50, 'kept'),
      at(50, 100, 'lost'),
      at(100, 150, 'gained'),
      at(150, 200, 'out'),
      at(200, 250, 'kept'),
    ])
  })

  test('judges each side by its own minutes', () => {
    expect(differenceRuns(measured([5000], 60), measured([5000], 90))).toMatchObject([{ kind: 'gained' }])
  })

  test('says nothing of a border that is cut otherwise', () => {
    expect(differenceRuns(measured([600]), measured([600, 600]))).toEqual([])
  })

  test('puts the longest first', () => {
    const runs = differenceRuns(measured([null, 600, null, null]), measured([600, 600, 600, 600]))
    expect(longestRuns(runs, 'gained').map(({ fromMetres }) => fromMetres)).toEqual([100, 0])
  })
})

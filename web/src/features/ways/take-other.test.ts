import type { Way } from '@borne/api/contracts/ways'
import { expect, test } from 'vitest'
import { takeOther } from './take-other.ts'

const pieces = (highway: string) => ({
  type: 'FeatureCollection',
  features: [{ type: 'Feature', geometry: { type: 'LineString', coordinates: [] }, properties: { highway } }],
})
const WAY = {
  lengthMetres: 1000,
  seconds: 100,
  litres: 0.15,
  p90Seconds: 120,
  byGrade: {},
  bySurface: {},
  pieces: pieces('track'),
  legs: [{ fromStop: 0, toStop: 1, turns: [{ kind: 'depart' }], taught: { share: 1, leastPassages: 3 } }],
  alternatives: [
    {
      lengthMetres: 1200,
      seconds: 150,
      litres: 0.2,
      p90Seconds: 200,
      sharedShare: 0.2,
      pieces: pieces('primary'),
    },
  ],
} as unknown as Way

test('the taken way brings its line and figures, and nothing that is told of the first', () => {
  const taken = takeOther(WAY, 1)
  expect(taken).toMatchObject({
    lengthMetres: 1200,
    seconds: 150,
    litres: 0.2,
    byGrade: null,
    byGround: null,
  })
  expect(taken.pieces).toBe(WAY.alternatives[0]?.pieces)
  expect(taken.legs[0]).toMatchObject({ lengthMetres: 1200, litres: 0.2, turns: [], taught: null })
  expect(taken.legs[0]?.byGround.earth.litres).toBeNull()
})

test('one that there is not leaves the proposed way', () => {
  expect(takeOther(WAY, undefined)).toBe(WAY)
  expect(takeOther(WAY, 2)).toBe(WAY)
})

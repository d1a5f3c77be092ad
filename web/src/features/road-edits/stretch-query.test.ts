import type { Way } from '@borne/api/contracts/ways'
import { expect, test } from 'vitest'
import { lineOfWay } from './stretch-query.ts'

function way(lengthMetres: number | null, ...lines: number[][][]): Pick<Way, 'lengthMetres' | 'pieces'> {
  const features = lines.map((coordinates) => ({
    type: 'Feature' as const,
    geometry: { type: 'LineString' as const, coordinates },
    properties: {} as Way['pieces']['features'][number]['properties'],
  }))
  return { lengthMetres, pieces: { type: 'FeatureCollection', features } }
}

const FIRST = [
  [-12.2, 15],
  [-12.2, 15.1],
]
const SECOND = [
  [-12.2, 15.1],
  [-12.1, 15.2],
]

test('the pieces of a way become one line, without the places where they meet twice', () => {
  expect(lineOfWay(way(20_000, FIRST, SECOND))).toEqual([
    [-12.2, 15],
    [-12.2, 15.1],
    [-12.1, 15.2],
  ])
})

test('where a leg is missing there is no stretch, whatever pieces came', () => {
  expect(lineOfWay(way(null, FIRST))).toEqual([])
  expect(lineOfWay(way(0))).toEqual([])
})

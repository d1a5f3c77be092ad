import { expect, test } from 'vitest'
import type { Position } from '../../geometry/position.ts'
import type { RoadEdgeRecord, RoadGapRecord } from '../../road-network/types.ts'
import { carryOver } from './carry-over.ts'

const edge = (id: number, iso3: string, ...coordinates: Position[]): RoadEdgeRecord => ({
  id,
  u: id * 10,
  v: id * 10 + 1,
  highway: 'track',
  lengthMetres: 1000,
  isOneway: false,
  isFerry: false,
  structure: null,
  grade: 'mapped',
  iso3,
  coordinates,
})
const NETWORK = [
  edge(1, 'MRT', [-12, 15], [-11.99, 15]),
  edge(2, 'MRT', [-11.9, 15], [-11.89, 15]),
  edge(3, 'SEN', [-11.91, 15], [-11.905, 15]),
]
const documented = (from: Position, to: Position): RoadEdgeRecord => ({
  ...edge(900, 'MRT', [0, 0], from, to, [0, 0]),
  grade: 'documented',
  lengthMetres: 12_000,
})
const gap = (...coordinates: [Position, Position]): RoadGapRecord => ({
  id: 'g1',
  lengthMetres: 9000,
  roadA: 77,
  roadB: 78,
  coordinates,
})

test('a documented road is tied to the nearest nodes at home, and keeps its length and course', () => {
  const { documented: tied } = carryOver([documented([-11.985, 15.001], [-11.902, 15])], [], NETWORK)
  expect(tied).toMatchObject([{ id: 900, u: 11, v: 20, lengthMetres: 12_000 }])
  expect(tied[0]!.coordinates).toEqual([
    [-11.99, 15],
    [-11.985, 15.001],
    [-11.902, 15],
    [-11.9, 15],
  ])
})

test('a gap goes to the nearest roads at home, also between their nodes', () => {
  const { gaps } = carryOver([], [gap([-11.995, 15.0001], [-11.9, 15.0002])], NETWORK)
  expect(gaps).toEqual([{ ...gap([-11.995, 15.0001], [-11.9, 15.0002]), roadA: 1, roadB: 2 }])
})

test('what finds no road is counted', () => {
  const far: Position = [-11.5, 15]
  const carried = carryOver(
    [documented(far, [-11.9, 15]), documented([-11.9, 15], [-11.9, 15])],
    [gap(far, [-11.9, 15])],
    NETWORK,
  )
  expect(carried).toEqual({ documented: [], gaps: [], documentedLeftOut: 2, gapsLeftOut: 1 })
})

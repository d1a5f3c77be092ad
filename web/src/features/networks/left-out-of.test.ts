import { expect, test } from 'vitest'
import { leftOutOf } from './left-out-of.ts'

test('reasons of ways, restrictions and counts come together, the most first; none that never happened', () => {
  const left = leftOutOf({
    nodesRead: 10,
    waysRead: 9,
    waysKept: 3,
    edges: 3,
    nodes: 4,
    lengthMetres: 1_000,
    metresByClass: { track: 1_000 },
    barriers: 0,
    fords: 0,
    restrictions: 0,
    waysLeftOut: { area: 2, 'outside-bbox': 4 },
    otherClasses: {},
    nodesMissing: 3,
    waysCut: 0,
    restrictionsLeftOut: { 'via-way': 1 },
    conditionalWays: 0,
    documentedLeftOut: 0,
    gapsLeftOut: 0,
  })
  expect(left).toEqual([
    { reason: 'outside-bbox', count: 4 },
    { reason: 'nodesMissing', count: 3 },
    { reason: 'area', count: 2 },
    { reason: 'via-way', count: 1 },
  ])
})

import { expect, test } from 'vitest'
import { compileRoadState } from '../road-state/compile-road-state.ts'
import { DEFAULT_CALENDARS } from '../road-state/default-calendars.ts'
import { DEFAULT_VEHICLE } from '../road-state/default-vehicles.ts'
import { buildRoadGraph } from './build-graph.ts'
import { connectOffRoad } from './connect-off-road.ts'
import { describeTurns, type OffRoadEnds, type Turn } from './describe-turns.ts'
import type { RoadGraph } from './graph.ts'
import { ABROAD_TOO, at, pointOn, road } from './road.fixture.ts'
import { findRoute } from './route.ts'
import type { NetworkOptions, RoadEdgeRecord, RoadNetworkRecords } from './types.ts'

const OPTIONS: NetworkOptions = { ...ABROAD_TOO, allowPresumed: true }

function turnsOn(
  graph: RoadGraph,
  from: number,
  to: number,
  options: NetworkOptions = OPTIONS,
  offRoad?: OffRoadEnds,
): Turn[] {
  const asked = { ...options, by: 'distance' } as const
  const route = findRoute(graph, pointOn(graph, from, 0), pointOn(graph, to, 1), asked)!
  const turns = describeTurns(graph, route, asked, offRoad)
  const sum = (key: 'lengthMetres' | 'seconds') =>
    turns.reduce((total, turn) => total + (turn.highway === 'gap' && turn.name === null ? 0 : turn[key]), 0)
  if (!offRoad && route.byGrade.presumed.lengthMetres === 0) {
    expect(sum('lengthMetres')).toBeCloseTo(route.lengthMetres, 6)
    expect(sum('seconds')).toBeCloseTo(route.seconds, 6)
  }
  return turns
}

const kinds = (turns: readonly Turn[]) => turns.map(({ kind }) => kind)

/** A crossroads at (1, 0), entered from the west on edge 1; edge 2 leaves to `[x, y]`, the others where `sides` say. */
function crossroads(
  out: Partial<RoadEdgeRecord> & { to: [number, number] },
  sides: (Partial<RoadEdgeRecord> & { to: [number, number] })[],
  before: Partial<RoadEdgeRecord> = {},
): RoadGraph {
  const arm = ({ to, ...stated }: (typeof sides)[number], i: number) =>
    road({ ...stated, id: i + 2, u: 2, v: i + 3, coordinates: [at(1, 0), at(1 + to[0], to[1])] })
  return buildRoadGraph({
    edges: [road({ ...before, id: 1, coordinates: [at(0, 0), at(1, 0)] }), ...[out, ...sides].map(arm)],
  })
}

const NORTH = { to: [0, 1] as [number, number] }
const SOUTH = { to: [0, -1] as [number, number] }
const EAST = { to: [1, 0] as [number, number] }

test.each<[string, RoadGraph, string[]]>([
  ['left where a road goes on', crossroads(NORTH, [EAST]), ['left']],
  ['right where a road goes on', crossroads(SOUTH, [EAST]), ['right']],
  ['straight on over a crossroads of tracks', crossroads(EAST, [NORTH, SOUTH]), []],
  ['a bend without a side road', crossroads(NORTH, []), []],
  [
    'a slight bend to the right, a side road to the left',
    crossroads({ to: [1, -0.8] }, [NORTH]),
    ['slight-right'],
  ],
  ['sharply back to the left', crossroads({ to: [-0.8, 0.8] }, [EAST]), ['sharp-left']],
  ['sharply back to the right', crossroads({ to: [-0.8, -0.8] }, [EAST]), ['sharp-right']],
  ['a fork, on the left', crossroads({ to: [1, 0.2] }, [{ to: [1, -0.2] }]), ['slight-left']],
  ['a fork, on the right', crossroads({ to: [1, -0.2] }, [{ to: [1, 0.2] }]), ['slight-right']],
  [
    'a fork of which only one is the road that one is on',
    crossroads({ ...EAST, highway: 'secondary' }, [{ to: [1, 0.3] }], { highway: 'secondary' }),
    [],
  ],
  ['straight on from a road onto a track', crossroads(EAST, [NORTH], { highway: 'tertiary' }), ['continue']],
  ['straight on where the name begins', crossroads({ ...EAST, name: 'N3' }, [NORTH]), ['continue']],
  ['straight on along a name', crossroads({ ...EAST, name: 'N3' }, [NORTH], { name: 'N3' }), []],
  ['a side road that may not be driven into', crossroads(NORTH, [{ ...EAST, accessForward: 0 }]), []],
  ['steps at the side, which no car can use', crossroads(NORTH, [{ ...EAST, highway: 'steps' }]), []],
])('%s', (_name, graph, expected) => {
  expect(kinds(turnsOn(graph, 1, 2))).toEqual(['depart', ...expected, 'arrive'])
})

test('a step tells where, after how long, onto what, and how far to the next', () => {
  const graph = crossroads({ ...NORTH, highway: 'tertiary', name: 'Rue du Port', lengthMetres: 700 }, [EAST])
  const [depart, left, arrive] = turnsOn(graph, 1, 2)
  expect(depart).toMatchObject({
    kind: 'depart',
    atMetres: 0,
    lengthMetres: 1000,
    seconds: 180,
    highway: 'track',
  })
  expect(depart!.bearingDegrees).toBeCloseTo(90, 1)
  expect(left).toMatchObject({ kind: 'left', atMetres: 1000, atSeconds: 180, lengthMetres: 700, seconds: 63 })
  expect(left).toMatchObject({
    name: 'Rue du Port',
    highway: 'tertiary',
    grade: 'mapped',
    position: at(1, 0),
  })
  expect([0, 360]).toContain(Math.round(left!.bearingDegrees!))
  expect(arrive).toMatchObject({
    kind: 'arrive',
    atMetres: 1700,
    atSeconds: 243,
    lengthMetres: 0,
    bearingDegrees: null,
  })
})

test('a gate on the node does not hide the turn behind it', () => {
  const graph = buildRoadGraph({
    edges: [
      road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
      road({ id: 2, u: 2, v: 3, lengthMetres: 0.01, coordinates: [at(1, 0), at(1, 0)] }),
      road({ id: 3, u: 3, v: 4, coordinates: [at(1, 0), at(1, 1)] }),
      road({ id: 4, u: 2, v: 5, coordinates: [at(1, 0), at(2, 0)] }),
    ],
  })
  expect(kinds(turnsOn(graph, 1, 3))).toEqual(['depart', 'left', 'arrive'])
})

/** A ring of four quarter circles, entered from the south; exits east, north and west. */
function roundabout(isRoundabout: boolean): RoadGraph {
  const corners = [at(0, -0.03), at(0.03, 0), at(0, 0.03), at(-0.03, 0)]
  const arms = [at(0, -1), at(1, 0), at(0, 1), at(-1, 0)]
  const edges = corners.map((corner, i) =>
    road({
      id: 10 + i,
      u: i,
      v: (i + 1) % 4,
      lengthMetres: 47,
      highway: 'secondary',
      isOneway: true,
      isRoundabout,
      coordinates: [corner, corners[(i + 1) % 4]!],
    }),
  )
  const outer = arms.map((arm, i) =>
    road({ id: i + 1, u: i, v: 10 + i, highway: 'secondary', coordinates: [corners[i]!, arm] }),
  )
  return buildRoadGraph({ edges: [...edges, ...outer] })
}

test.each([
  [2, 1],
  [3, 2],
  [4, 3],
])('on the roundabout, arm %i is exit %i', (arm, exit) => {
  const graph = roundabout(true)
  const options = { ...OPTIONS, by: 'distance' } as const
  const route = findRoute(graph, pointOn(graph, 1, 1), pointOn(graph, arm, 1), options)!
  const turns = describeTurns(graph, route, options)
  expect(turns.map(({ kind, exit: told }) => [kind, told])).toEqual([
    ['depart', null],
    ['roundabout', exit],
    ['arrive', null],
  ])
})

test('a ring that is not known as a roundabout is told by its turns', () => {
  const graph = roundabout(false)
  const options = { ...OPTIONS, by: 'distance' } as const
  const route = findRoute(graph, pointOn(graph, 1, 1), pointOn(graph, 3, 1), options)!
  expect(kinds(describeTurns(graph, route, options))).not.toContain('roundabout')
})

test('a way that ends on the roundabout has no exit', () => {
  const graph = roundabout(true)
  const options = { ...OPTIONS, by: 'distance' } as const
  const route = findRoute(graph, pointOn(graph, 1, 1), pointOn(graph, 11, 0.5), options)!
  expect(describeTurns(graph, route, options)[1]).toMatchObject({ kind: 'roundabout', exit: null })
})

const RIVER: RoadNetworkRecords = {
  edges: [
    road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
    road({ id: 2, u: 2, v: 3, highway: 'ferry', coordinates: [at(1, 0), at(1, -0.5)] }),
    road({ id: 3, u: 3, v: 4, highway: 'ferry', coordinates: [at(1, -0.5), at(1, -1)] }),
    road({ id: 4, u: 4, v: 5, iso3: 'SEN', coordinates: [at(1, -1), at(2, -1)] }),
  ],
  borders: [[at(-1, -0.7), at(4, -0.7)]],
}

test('a ferry over the border', () => {
  const turns = turnsOn(buildRoadGraph(RIVER), 1, 4)
  expect(kinds(turns)).toEqual(['depart', 'board-ferry', 'cross-border', 'leave-ferry', 'arrive'])
  expect(turns[1]).toMatchObject({ highway: 'ferry', position: at(1, 0) })
  expect(turns[2]).toMatchObject({ iso3: 'SEN' })
  expect(turns[2]!.position[1]).toBeCloseTo(at(1, -0.7)[1], 6)
  expect(turns[3]).toMatchObject({ highway: 'track', position: at(1, -1) })
})

test('a gap of the map is left the road for', () => {
  const graph = buildRoadGraph({
    edges: [
      road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
      road({ id: 2, u: 3, v: 4, coordinates: [at(2, 0), at(3, 0)] }),
    ],
    gaps: [{ id: 'g', lengthMetres: 1000, roadA: 1, roadB: 2, coordinates: [at(1, 0), at(2, 0)] }],
  })
  const turns = turnsOn(graph, 1, 2)
  expect(kinds(turns)).toEqual(['depart', 'leave-road', 'join-road', 'arrive'])
  expect(turns[1]).toMatchObject({ highway: 'gap', grade: 'presumed', lengthMetres: 1000 })
})

test('wadis are told on the days on which they may run, mapped fords always', () => {
  const graph = buildRoadGraph({
    edges: [
      road({
        id: 1,
        u: 1,
        v: 2,
        highway: 'tertiary',
        lengthMetres: 10_000,
        coordinates: [at(0, 0), at(10, 0)],
      }),
      road({
        id: 2,
        u: 2,
        v: 3,
        highway: 'tertiary',
        structure: 'ford',
        coordinates: [at(10, 0), at(11, 0)],
      }),
    ],
    wadis: [
      [at(3, -1), at(3, 1)],
      [at(3.1, -1), at(3.1, 1)],
      [at(6, -1), at(6, 1)],
    ],
  })
  const on = (date: string | null) => {
    const state = { date, vehicle: DEFAULT_VEHICLE, calendars: DEFAULT_CALENDARS, closures: [], edits: [] }
    const conditions = compileRoadState(graph, state)
    return turnsOn(graph, 1, 2, { ...OPTIONS, conditions })
  }
  expect(kinds(on('2026-04-15'))).toEqual(['depart', 'ford', 'arrive'])
  const august = on('2026-08-15')
  expect(kinds(august)).toEqual(['depart', 'ford', 'ford', 'ford', 'arrive'])
  expect(august.slice(1, 4).map(({ atMetres }) => Math.round(atMetres / 100))).toEqual([30, 60, 105])
  expect(august[1]!.position[0]).toBeCloseTo(at(3, 0)[0], 5)
})

test('the stretches off the road are steps of their own', () => {
  const graph = crossroads(NORTH, [EAST])
  const point = { ...pointOn(graph, 1, 0), position: at(0, 0.5), snappedPosition: at(0, 0) }
  const offRoad = {
    start: connectOffRoad(point, DEFAULT_VEHICLE),
    end: connectOffRoad(point, DEFAULT_VEHICLE),
  }
  const turns = turnsOn(graph, 1, 2, OPTIONS, offRoad)
  expect(kinds(turns)).toEqual(['depart', 'join-road', 'left', 'leave-road', 'arrive'])
  expect(turns[0]).toMatchObject({ position: at(0, 0.5), highway: 'gap', atMetres: 0 })
  expect(turns[0]!.lengthMetres).toBeCloseTo(offRoad.start.lengthMetres, 6)
  expect(turns[0]!.bearingDegrees).toBeCloseTo(180, 1)
  expect(turns[1]).toMatchObject({ atMetres: 0, lengthMetres: 1000, highway: 'track' })
  expect(turns[3]).toMatchObject({ atMetres: 2000, highway: 'gap' })
  expect(turns[4]).toMatchObject({ atMetres: 2000, lengthMetres: 0 })
})

test('where one already is there is nothing to do', () => {
  const graph = crossroads(NORTH, [EAST])
  const here = pointOn(graph, 1, 0.5)
  const options = { ...OPTIONS, by: 'time' } as const
  const turns = describeTurns(graph, findRoute(graph, here, here, options)!, options)
  expect(kinds(turns)).toEqual(['depart', 'arrive'])
})

test('where a road of unknown course begins or ends no direction is told', () => {
  const graph = buildRoadGraph({
    edges: [
      road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
      road({
        id: 2,
        u: 2,
        v: 3,
        grade: 'documented',
        highway: 'unclassified',
        coordinates: [at(1, 0), at(0.1, 0.1)],
      }),
      road({ id: 3, u: 2, v: 4, coordinates: [at(1, 0), at(2, 0)] }),
    ],
  })
  expect(kinds(turnsOn(graph, 1, 2))).toEqual(['depart', 'continue', 'arrive'])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { buildRoadGraph } from '../road-network/build-graph.ts'
import { explainClosed } from '../road-network/explain-closed.ts'
import { findTravelTimes } from '../road-network/find-matrix.ts'
import { findReachedEdges } from '../road-network/reached-edges.ts'
import { AT_HOME, at, pointOn, road } from '../road-network/road.fixture.ts'
import { findRoute } from '../road-network/route.ts'
import { findReachTimes, secondsTo } from '../road-network/travel-times.ts'
import { avoidAreas } from './avoid-areas.ts'
import { compileRoadState } from './compile-road-state.ts'
import type { RoadState } from './conditions.ts'
import { DEFAULT_CALENDARS } from './default-calendars.ts'
import { DEFAULT_VEHICLE, DEFAULT_VEHICLES } from './default-vehicles.ts'
import type { RoadClosure, VehicleProfile } from './types.ts'

/*
 * A ring of four stretches of a kilometre, and a long way round by a road:
 *   4 ──4── 3
 *   1       2      a wadi crosses stretch 1 (south) in its middle; a river runs 1 km south of it
 *   1 ──1── 2
 */
const graph = buildRoadGraph({
  edges: [
    road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(1, 0)] }),
    road({ id: 2, u: 2, v: 3, highway: 'tertiary', coordinates: [at(1, 0), at(1, 1)] }),
    road({ id: 4, u: 3, v: 4, highway: 'tertiary', coordinates: [at(1, 1), at(0, 1)] }),
    road({ id: 3, u: 4, v: 1, highway: 'tertiary', coordinates: [at(0, 1), at(0, 0)] }),
  ],
  wadis: [[at(0.5, 0.5), at(0.5, -0.5)]],
  floodRivers: [[at(-1, -1), at(2, -1)]],
})

function stateOf(stated: Partial<RoadState> = {}) {
  return compileRoadState(graph, {
    date: '2026-05-15',
    vehicle: DEFAULT_VEHICLE,
    calendars: DEFAULT_CALENDARS,
    closures: [],
    edits: [],
    ...stated,
  })
}

function closure(stated: Partial<RoadClosure> = {}): RoadClosure {
  return {
    id: 'c',
    geometry: { type: 'Point', coordinates: [...at(0.25, 0)] },
    effect: 'cut',
    speedFactor: 1,
    cause: 'collapse',
    startsAt: '2026-05-01T08:00:00Z',
    endsAt: null,
    confirmedAt: '2026-05-10T08:00:00Z',
    halfLifeDays: 7,
    ...stated,
  }
}

const inTime = (conditions: ReturnType<typeof stateOf>) => ({ ...AT_HOME, conditions, by: 'time' as const })
const lorry = DEFAULT_VEHICLES.find(({ id }) => id === 'lorry')!

describe('the season', () => {
  test('in May nothing weighs on any road', () => {
    const { edgeLevel, cuts, used } = stateOf()
    expect([...edgeLevel]).toEqual([0, 0, 0, 0])
    expect(cuts.size).toBe(0)
    expect(used).toMatchObject({ groundState: 'dry', phases: [], closureCount: 0 })
  })

  test('in August the track that a wadi crosses is cut there, and the way goes round', () => {
    const conditions = stateOf({ date: '2026-08-15' })
    expect([...conditions.cuts.keys()]).toEqual([0])
    const [cut] = conditions.cuts.get(0)!
    expect(cut![0]).toBeCloseTo(0.5, 6)
    const route = findRoute(graph, pointOn(graph, 1, 0.1), pointOn(graph, 1, 0.9), inTime(conditions))!
    expect(route.edgeIds).toEqual([1, 3, 4, 2, 1])
    expect(conditions.used.groundState).toBe('wet')
  })

  test('on this side of the wadi the cut track is driven as far as the wadi', () => {
    const conditions = stateOf({ date: '2026-08-15' })
    const near = findRoute(graph, pointOn(graph, 1, 0.1), pointOn(graph, 1, 0.4), inTime(conditions))!
    expect(near.edgeIds).toEqual([1])
    const times = findReachTimes(graph, [pointOn(graph, 1, 0.1)], inTime(conditions), 120)
    const reached = findReachedEdges(graph, times).filter(({ edgeId }) => edgeId === 1)
    expect(reached).toHaveLength(1)
    expect(reached[0]!.lengthMetres).toBeCloseTo(500, 0)
  })

  test('in October the plain of the river is cut, the wadis run no more', () => {
    const wide = DEFAULT_CALENDARS.map((calendar) =>
      calendar.regime === 'river' ? { ...calendar, reachMetres: 1100 } : calendar,
    )
    const conditions = stateOf({ date: '2026-10-15', calendars: wide })
    expect(conditions.cuts.get(0)).toEqual([[0, 1]])
    expect(conditions.used.groundState).toBe('flooded')
    expect(conditions.causes).toMatchObject([{ kind: 'season', calendarId: 'river' }, {}])
    const narrow = DEFAULT_CALENDARS.map((calendar) =>
      calendar.regime === 'river' ? { ...calendar, reachMetres: 900 } : calendar,
    )
    expect(stateOf({ date: '2026-10-15', calendars: narrow }).cuts.size).toBe(0)
  })

  test('a phase that runs over the new year holds on both sides of it', () => {
    const [calendar] = DEFAULT_CALENDARS
    const phase = { ...calendar!.phases[0]!, starts: '12-20', ends: '01-10' }
    const calendars = [{ ...calendar!, phases: [phase] }]
    for (const [date, since] of [
      ['2026-12-31', '2026-12-20'],
      ['2027-01-01', '2026-12-20'],
    ]) {
      const { used, causes } = stateOf({ date: date!, calendars })
      expect(used.phases).toHaveLength(1)
      expect(causes[0]).toMatchObject({ since, until: '2027-01-10' })
    }
    expect(stateOf({ date: '2027-01-11', calendars }).used.phases).toEqual([])
  })
})

describe('a closure', () => {
  test('cuts the road at its place, for whom it says', () => {
    const cut = stateOf({ closures: [closure()] })
    expect(cut.cuts.get(0)).toHaveLength(1)
    expect(cut.cuts.get(0)![0]![0]).toBeCloseTo(0.25, 4)
    const rough = closure({ effect: 'four-wheel-drive', speedFactor: 0.5 })
    expect(stateOf({ closures: [rough] }).cuts.size).toBe(0)
    expect(stateOf({ closures: [rough], vehicle: lorry }).cuts.size).toBe(1)
  })

  test('slows the share of the road that it covers', () => {
    const half: RoadClosure['geometry'] = {
      type: 'Polygon',
      coordinates: [
        [at(-0.1, -0.1), at(0.5, -0.1), at(0.5, 0.1), at(-0.1, 0.1), at(-0.1, -0.1)].map((p) => [...p]),
      ],
    }
    const slow = stateOf({ closures: [closure({ geometry: half, effect: 'slow', speedFactor: 0.5 })] })
    const dry = stateOf()
    expect(slow.edgeCentiseconds[0]! / dry.edgeCentiseconds[0]!).toBeCloseTo(1.5, 2)
    expect(slow.edgeCentiseconds[1]).toBe(dry.edgeCentiseconds[1])
  })

  test('along a line it covers the roads that run along it, not those that it crosses', () => {
    const line: RoadClosure['geometry'] = {
      type: 'LineString',
      coordinates: [at(0.2, 0.01), at(0.8, 0.01)].map((p) => [...p]),
    }
    expect([...stateOf({ closures: [closure({ geometry: line })] }).cuts.keys()]).toEqual([0])
    const across: RoadClosure['geometry'] = {
      type: 'LineString',
      coordinates: [at(0.5, -0.5), at(0.5, 0.5)].map((p) => [...p]),
    }
    const { cuts, used } = stateOf({ closures: [closure({ geometry: across })] })
    expect(cuts.size).toBe(0)
    expect(used.unboundClosureIds).toEqual(['c'])
  })

  test('acts from its first day to its last, while it is trusted', () => {
    const acts = (date: string, stated: Partial<RoadClosure> = {}) =>
      stateOf({ date, calendars: [], closures: [closure(stated)] }).used.closureCount === 1
    expect(['2026-04-30', '2026-05-01', '2026-05-20'].map((date) => acts(date))).toEqual([false, true, true])
    // Half in 7 days: under a fifth after 7 × log2(5) = 16.3 days.
    expect([acts('2026-05-26'), acts('2026-05-27')]).toEqual([true, false])
    expect(acts('2026-05-12', { endsAt: '2026-05-12T00:00:00Z' })).toBe(false)
    expect(acts('2026-05-11', { endsAt: '2026-05-12T00:00:00Z' })).toBe(true)
  })

  test('on a road that does not exist closes nothing, and is told as such', () => {
    const far = closure({ geometry: { type: 'Point', coordinates: [...at(40, 40)] } })
    const { cuts, used } = stateOf({ closures: [far] })
    expect([cuts.size, used.closureCount, used.unboundClosureIds]).toEqual([0, 1, ['c']])
  })

  test('can only lengthen a way', () => {
    const place = fc.record({
      id: fc.integer({ min: 1, max: 4 }),
      fraction: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    fc.assert(
      fc.property(
        place,
        place,
        place,
        fc.constantFrom('cut', 'slow', 'four-wheel-drive'),
        (a, b, c, effect) => {
          const where = graph.edgeId.indexOf(c.id)
          const [i, j] = [graph.coordinateStart[where]!, graph.coordinateStart[where]! + 1]
          const lonLat = [0, 1].map((axis) => {
            const [from, to] = [graph.coordinates[2 * i + axis]!, graph.coordinates[2 * j + axis]!]
            return from + c.fraction * (to - from)
          })
          const closed = stateOf({
            closures: [
              closure({
                geometry: { type: 'Point', coordinates: lonLat },
                effect: effect as 'cut',
                speedFactor: 0.4,
              }),
            ],
          })
          const points = [pointOn(graph, a.id, a.fraction), pointOn(graph, b.id, b.fraction)]
          const before = findTravelTimes(graph, points, points, inTime(stateOf())).seconds
          const after = findTravelTimes(graph, points, points, inTime(closed)).seconds
          for (const r of [0, 1])
            for (const s of [0, 1]) expect(after[r]![s]!).toBeGreaterThanOrEqual(before[r]![s]!)
        },
      ),
      { numRuns: 300 },
    )
  })
})

test('an area to avoid is left out, and can only lengthen', () => {
  const dry = stateOf()
  const around = [[at(0.9, 0.4), at(1.1, 0.4), at(1.1, 0.6), at(0.9, 0.6), at(0.9, 0.4)]]
  const conditions = avoidAreas(graph, dry, [{ type: 'Polygon', coordinates: around }])
  expect([...conditions.cuts.keys()]).toEqual([1])
  const [from, to] = [pointOn(graph, 2, 0.1), pointOn(graph, 2, 0.9)]
  expect(findRoute(graph, from, to, inTime(conditions))!.edgeIds).toEqual([2, 1, 3, 4, 2])
  expect(findRoute(graph, from, to, inTime(dry))!.edgeIds).toEqual([2])
})

test('no way is told with what closes it, where, and since when', () => {
  const closures = [
    closure({ id: 'west', geometry: { type: 'Point', coordinates: [...at(0, 0.5)] } }),
    closure({ id: 'south', geometry: { type: 'Point', coordinates: [...at(0.5, 0)] }, cause: 'wadi' }),
  ]
  const options = inTime(stateOf({ closures }))
  const [from, to] = [pointOn(graph, 1, 0), pointOn(graph, 4, 0.5)]
  expect(findRoute(graph, from, to, options)).toBeNull()
  const closed = explainClosed(graph, from, to, options)!
  expect(closed).toHaveLength(1)
  expect(closed[0]!.cause).toMatchObject({ kind: 'closure', level: 'cut', since: '2026-05-01' })
  expect(['west', 'south']).toContain((closed[0]!.cause as { closureId: string }).closureId)
})

test('more minutes reach at least as much, and no place later', () => {
  const minutes = fc.double({ min: 0, max: 12, noNaN: true })
  fc.assert(
    fc.property(fc.constantFrom(null, '2026-08-15', '2026-10-15'), minutes, minutes, (date, a, b) => {
      const options = inTime(stateOf({ date }))
      const [less, more] = [Math.min(a, b) * 60, Math.max(a, b) * 60]
      const start = [pointOn(graph, 3, 0.3)]
      const metres = (seconds: number) =>
        findReachedEdges(graph, findReachTimes(graph, start, options, seconds)).reduce(
          (sum, one) => sum + one.lengthMetres,
          0,
        )
      expect(metres(more)).toBeGreaterThanOrEqual(metres(less) - 1e-6)
      const point = pointOn(graph, 4, 0.5)
      const early = secondsTo(graph, findReachTimes(graph, start, options, less), point)
      const late = secondsTo(graph, findReachTimes(graph, start, options, more), point)
      if (early < Infinity) expect(late).toBe(early)
    }),
    { numRuns: 200 },
  )
})

test('a correction changes the class or the ground of a road, or takes it away', () => {
  const geometry = { type: 'LineString' as const, coordinates: [at(0, 0), at(1, 0)].map((p) => [...p]) }
  const edit = {
    id: 'e',
    geometry,
    name: null,
    validFrom: null,
    validUntil: null,
    highway: null,
    ground: null,
  }
  const dry = stateOf().edgeCentiseconds[0]!
  const better = stateOf({ edits: [{ ...edit, kind: 'change', highway: 'tertiary' }] })
  expect(better.edgeCentiseconds[0]! / dry).toBeCloseTo(20 / 40, 3)
  const sandy = stateOf({ edits: [{ ...edit, kind: 'change', ground: 'sand' }] })
  expect(sandy.edgeCentiseconds[0]! / dry).toBeCloseTo(1 / DEFAULT_VEHICLE.byGround.sand.dry, 2)
  expect(stateOf({ edits: [{ ...edit, kind: 'change', highway: 'steps' }] }).cuts.has(0)).toBe(true)
  const gone = stateOf({ edits: [{ ...edit, kind: 'remove' }] })
  expect([...gone.cuts.keys()]).toEqual([0])
  expect(gone.causes).toMatchObject([{ kind: 'edit', level: 'cut' }])
  const later = stateOf({ edits: [{ ...edit, kind: 'remove', validFrom: '2026-06-01' }] })
  expect(later.cuts.size).toBe(0)
})

test('what passages taught replaces the time of the profile', () => {
  const learned = new Map([[1, { logFactor: Math.log(2), logSpread: 0.2, passages: 5 }]])
  const taught = stateOf({ learned })
  expect(taught.edgeCentiseconds[1]).toBe(2 * stateOf().edgeCentiseconds[1]!)
  expect(taught.used.learnedEdgeCount).toBe(1)
})

test('a vehicle without speed, or with a negative one, is refused by name', () => {
  for (const kmh of [0, -5, Number.NaN]) {
    const vehicle: VehicleProfile = { ...DEFAULT_VEHICLE, kmhByHighway: { track: kmh } }
    expect(() => stateOf({ vehicle })).toThrow(/4x4: track/)
  }
})

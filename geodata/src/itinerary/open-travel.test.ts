import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nearestOnLine } from '../geometry/along-line.ts'
import { sphericalMetres } from '../geometry/distance.ts'
import type { Position } from '../geometry/position.ts'
import { buildRoadGraph } from '../road-network/build-graph.ts'
import { at, road } from '../road-network/road.fixture.ts'
import { compileRoadState } from '../road-state/compile-road-state.ts'
import { DEFAULT_VEHICLE } from '../road-state/default-vehicles.ts'
import type { IsoDate, RoadClosure, VehicleProfile } from '../road-state/types.ts'
import type { MissionPlace, MissionQuestion, TravelAsk } from './mission-types.ts'
import { openTravel } from './open-travel.ts'

/** A track straight on from node 1 to node 2, and a way around it. */
const graph = buildRoadGraph({
  edges: [
    road({ id: 1, u: 1, v: 2, coordinates: [at(0, 0), at(2, 0)], lengthMetres: 2000 }),
    road({ id: 2, u: 1, v: 3, coordinates: [at(0, 0), at(1, 2)], lengthMetres: 2240 }),
    road({ id: 3, u: 3, v: 2, coordinates: [at(1, 2), at(2, 0)], lengthMetres: 2240 }),
  ],
})
const SLOW: VehicleProfile = { ...DEFAULT_VEHICLE, id: 'slow', topKmh: 10 }
const profiles = new Map([DEFAULT_VEHICLE, SLOW].map((vehicle) => [vehicle.id, vehicle]))
const place = (id: string, position: Position): MissionPlace => ({
  id,
  name: id,
  position,
  allowsNight: true,
  sellsFuel: false,
})
const question: MissionQuestion = {
  dates: ['2026-02-02'],
  teams: [],
  startPlaceId: 'west',
  endPlaceId: 'east',
  nightPlaceIds: [],
  visits: [],
  rules: [],
  places: [place('west', at(0, 0)), place('east', at(2, 0))],
  areas: [
    {
      id: 'middle',
      name: 'Milieu',
      polygon: {
        type: 'Polygon',
        coordinates: [[at(0.8, -0.5), at(1.2, -0.5), at(1.2, 0.5), at(0.8, 0.5), at(0.8, -0.5)]],
      },
    },
  ],
}
const ASK: TravelAsk = {
  date: '2026-02-02',
  profileIds: [DEFAULT_VEHICLE.id],
  avoidedAreaIds: [],
  allowCrossing: false,
}

function opened(closures: readonly RoadClosure[] = []) {
  return openTravel(
    {
      graph,
      borders: [{ coordinates: [at(-5, 30), at(5, 30)] }],
      conditionsOf: (date: IsoDate, profileId: string) => {
        const vehicle = profiles.get(profileId)!
        return compileRoadState(graph, { date, vehicle, calendars: [], closures, edits: [] })
      },
    },
    question,
  )
}

test('an area that is avoided is gone around, on the line too', () => {
  const { travelOf, lineOf } = opened()
  expect(travelOf(ASK).metres[1]).toBeCloseTo(2000, 0)
  const around = { ...ASK, avoidedAreaIds: ['middle'] }
  expect(travelOf(around).metres[1]).toBeCloseTo(4480, 0)
  expect(lineOf(ASK, 0, 1)!.coordinates).toEqual([at(0, 0), at(2, 0)])
  expect(lineOf(around, 0, 1)!.coordinates).toEqual([at(0, 0), at(1, 2), at(2, 0)])
})

test('a team is as slow as the slowest, and the same answer is given again', () => {
  const { travelOf } = opened()
  const [alone, slow] = [travelOf(ASK), travelOf({ ...ASK, profileIds: [SLOW.id] })]
  const both = travelOf({ ...ASK, profileIds: [DEFAULT_VEHICLE.id, SLOW.id] })
  expect(both.seconds[1]).toBe(slow.seconds[1])
  expect(both.litres[1]).toBeCloseTo(alone.litres[1]! + slow.litres[1]!, 9)
  expect(travelOf(ASK)).toBe(alone)
})

test('a place whose road lies across the border is on no road, unless crossing is allowed', () => {
  const travel = openTravel(
    {
      graph,
      borders: [{ coordinates: [at(-5, -0.5), at(5, -0.5)] }],
      conditionsOf: (date) =>
        compileRoadState(graph, { date, vehicle: DEFAULT_VEHICLE, calendars: [], closures: [], edits: [] }),
    },
    { ...question, places: [place('south', at(0, 0)), place('beyond', at(0.4, -1))] },
  )
  expect(travel.travelOf(ASK).seconds[1]).toBe(Infinity)
  expect(travel.lineOf(ASK, 0, 1)).toBeNull()
  expect(travel.travelOf({ ...ASK, allowCrossing: true }).seconds[1]).toBeLessThan(Infinity)
})

test('a forced way leads over its points, on the road beside them', () => {
  const { travelOf, wayOver, lineOf } = opened()
  const over = wayOver(ASK, 0, 1, [at(1, 2.5)])!
  expect(over.metres).toBeCloseTo(4480, 0)
  expect(sphericalMetres(over.passes[0]!, at(1, 2))).toBeLessThan(1)
  expect(lineOf(ASK, 0, 1, [at(1, 2.5)])!.coordinates.map(rounded)).toEqual(
    [at(0, 0), at(1, 2), at(2, 0)].map(rounded),
  )
  const free = travelOf(ASK)
  const onWay = wayOver(ASK, 0, 1, [at(0.5, 0), at(1.5, 0.1)])!
  expect(onWay.seconds).toBeCloseTo(free.seconds[1]!, 1)
  expect(onWay.p90Seconds).toBeCloseTo(free.p90Seconds[1]!, 1)
  expect(onWay.litres).toBeCloseTo(free.litres[1]!, 6)
  const both = wayOver({ ...ASK, profileIds: [DEFAULT_VEHICLE.id, SLOW.id] }, 0, 1, [at(1, 2)])!
  const slow = wayOver({ ...ASK, profileIds: [SLOW.id] }, 0, 1, [at(1, 2)])!
  expect(both.seconds).toBe(slow.seconds)
  expect(both.litres).toBeCloseTo(over.litres + slow.litres, 9)
})

test('a point off the roads, or on a road that is cut that day, is left out', () => {
  expect(opened().wayOver(ASK, 0, 1, [at(1, 40)])).toMatchObject({ passes: [null] })
  expect(opened().wayOver(ASK, 0, 1, [at(1, 40)])!.metres).toBeCloseTo(2000, 0)
  const cut = (lon: number, lat: number): RoadClosure => ({
    id: `${lon}`,
    geometry: { type: 'Point', coordinates: at(lon, lat) },
    effect: 'cut',
    speedFactor: 1,
    cause: 'wadi',
    startsAt: '2026-02-01T00:00:00Z',
    endsAt: null,
    confirmedAt: '2026-02-01T00:00:00Z',
    halfLifeDays: 14,
  })
  const { wayOver } = opened([cut(0.25, 0.5), cut(1.75, 0.5)])
  expect(wayOver(ASK, 0, 1, [at(1, 2)])).toMatchObject({ passes: [null] })
})

test('no forced way is quicker than the free one, and its line passes where it says', () => {
  const { travelOf, wayOver, lineOf } = opened()
  const free = travelOf(ASK).seconds[1]!
  const position = fc
    .tuple(fc.double({ min: -1, max: 3, noNaN: true }), fc.double({ min: -1, max: 3, noNaN: true }))
    .map(([x, y]) => at(x, y))
  fc.assert(
    fc.property(fc.array(position, { minLength: 1, maxLength: 3 }), (via) => {
      const way = wayOver(ASK, 0, 1, via)!
      expect(way.seconds).toBeGreaterThan(free - 0.1)
      const { coordinates } = lineOf(ASK, 0, 1, via)!
      for (const passes of way.passes) expect(nearestOnLine(coordinates, passes!).metres).toBeLessThan(1)
    }),
    { seed: 6, numRuns: 200 },
  )
})

function rounded([lon, lat]: Position): Position {
  return [Math.round(1e5 * lon) / 1e5, Math.round(1e5 * lat) / 1e5]
}

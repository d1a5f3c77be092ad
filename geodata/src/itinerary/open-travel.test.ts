import { expect, test } from 'vitest'
import type { Position } from '../geometry/position.ts'
import { buildRoadGraph } from '../road-network/build-graph.ts'
import { at, road } from '../road-network/road.fixture.ts'
import { compileRoadState } from '../road-state/compile-road-state.ts'
import { DEFAULT_VEHICLE } from '../road-state/default-vehicles.ts'
import type { IsoDate, VehicleProfile } from '../road-state/types.ts'
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

function opened() {
  return openTravel(
    {
      graph,
      borders: [{ coordinates: [at(-5, 30), at(5, 30)] }],
      conditionsOf: (date: IsoDate, profileId: string) => {
        const vehicle = profiles.get(profileId)!
        return compileRoadState(graph, { date, vehicle, calendars: [], closures: [], edits: [] })
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

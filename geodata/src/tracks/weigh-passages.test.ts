import { expect, test } from 'vitest'
import { buildRoadGraph } from '../road-network/build-graph.ts'
import { road } from '../road-network/road.fixture.ts'
import { DEFAULT_CALENDARS } from '../road-state/default-calendars.ts'
import { DEFAULT_VEHICLES } from '../road-state/default-vehicles.ts'
import { CLASS_WEIGHT, PROFILE_WEIGHT } from './learn-speeds.ts'
import { type KeptPassage, weighPassages } from './weigh-passages.ts'

const GRAPH = buildRoadGraph({
  edges: [road({ id: 1, u: 1, v: 2 }), road({ id: 2, u: 2, v: 3, highway: 'ferry' })],
})
const CAR = DEFAULT_VEHICLES.find(({ mode }) => mode === 'car')!
const LORRY = DEFAULT_VEHICLES.find(({ mode }) => mode === 'lorry')!
const DRY = '2026-03-10'
const WET = '2026-08-15'

/** A passage over the whole track at a multiple of the time that the vehicle's profile gives in the dry. */
function passage(vehicle: KeptPassage['vehicle'], factor: number, day = DRY, edge = 0): KeptPassage {
  const seconds = (factor * 3600) / vehicle.kmhByHighway.track!
  return { edge, share: 1, metres: 1000, seconds, haltSeconds: 0, day, vehicle }
}

const learned = (passages: KeptPassage[], state: 'dry' | 'wet' | 'flooded' = 'dry') =>
  weighPassages(GRAPH, passages, DEFAULT_CALENDARS, state)

test('each vehicle is weighed against its own profile', () => {
  const shrunk = (1 + CLASS_WEIGHT / (1 + PROFILE_WEIGHT)) / (1 + CLASS_WEIGHT)
  for (const vehicle of [CAR, LORRY]) {
    const speed = learned([passage(vehicle, 1.5)]).byEdge.get(0)!
    expect(speed.logFactor).toBeCloseTo(shrunk * Math.log(1.5), 9)
  }
})

test('passages speak of the state of the ground on their day, and of no other', () => {
  const passages = [passage(CAR, 1.5, DRY), passage(CAR, 2.5, WET)]
  expect(learned(passages).used).toBe(1)
  expect(learned(passages, 'wet').used).toBe(1)
  expect(learned(passages, 'flooded').byEdge.size).toBe(0)
})

test('on wet ground the time by the profile is that of wet ground', () => {
  const dry = learned([passage(CAR, 2, DRY)]).byEdge.get(0)!
  const wet = learned([passage(CAR, 2, WET)], 'wet').byEdge.get(0)!
  expect(wet.logFactor).toBeLessThan(dry.logFactor)
})

test('ferries and roads on which the vehicle has no speed teach nothing', () => {
  const { kmhByHighway, ...rest } = CAR
  const { track: _left, ...others } = kmhByHighway
  expect(learned([passage(CAR, 1, DRY, 1)]).used).toBe(0)
  expect(learned([{ ...passage(CAR, 1), vehicle: { ...rest, kmhByHighway: others } }]).used).toBe(0)
})

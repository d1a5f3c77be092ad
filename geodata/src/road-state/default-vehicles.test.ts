import { expect, test } from 'vitest'
import { GROUNDS, HIGHWAYS, type Highway, SMOOTHNESSES } from '../road-network/road-codes.ts'
import { DEFAULT_VEHICLES } from './default-vehicles.ts'
import type { VehicleProfile } from './types.ts'

function vehicle(id: string): VehicleProfile {
  const found = DEFAULT_VEHICLES.find((one) => one.id === id)
  if (!found) throw new Error(`no vehicle ${id}`)
  return found
}

/** Classes that each vehicle keeps off; ferries have their own answer in `ferry`. */
const KEPT_OFF: Record<string, readonly Highway[]> = {
  '4x4': ['footway', 'cycleway', 'bridleway', 'steps', 'ferry', 'river'],
  lorry: ['path', 'pedestrian', 'footway', 'cycleway', 'bridleway', 'steps', 'ferry', 'river'],
  motorbike: ['steps', 'ferry', 'river'],
  foot: ['ferry', 'river'],
  pirogue: HIGHWAYS.filter((highway) => highway !== 'river'),
}

test('there are five vehicles, and the 4×4 is the one of a question that names none', () => {
  expect(DEFAULT_VEHICLES.map(({ id }) => id)).toEqual(['4x4', 'lorry', 'motorbike', 'foot', 'pirogue'])
})

test('each vehicle has a speed for every class but those it keeps off', () => {
  for (const { id, kmhByHighway } of DEFAULT_VEHICLES) {
    const off = HIGHWAYS.filter((highway) => kmhByHighway[highway] === undefined)
    expect(off, id).toEqual(KEPT_OFF[id])
  }
})

test('the dry 4×4 goes as fast as the sources say that it names', () => {
  const { byGround, ferry, kmhByHighway } = vehicle('4x4')
  expect(byGround.unknown.dry).toBe(1)
  const { trunk, primary, secondary, tertiary, unclassified, residential, service } = kmhByHighway
  expect([trunk, primary, secondary, tertiary, unclassified, residential, service]).toEqual([
    85, 65, 55, 40, 25, 25, 15,
  ])
  expect([kmhByHighway.track, kmhByHighway.path, kmhByHighway.gap]).toEqual([20, 8, 5])
  expect(ferry).toEqual({ kmh: 5, waitMinutes: 30 })
})

test('speeds and factors are within their ranges, and worse ground is never better', () => {
  for (const profile of DEFAULT_VEHICLES) {
    const { id, topKmh } = profile
    for (const kmh of Object.values(profile.kmhByHighway)) {
      expect(kmh, id).toBeGreaterThan(0)
      expect(kmh, id).toBeLessThanOrEqual(topKmh)
    }
    for (const ground of GROUNDS) {
      const { dry, wet } = profile.byGround[ground]
      for (const factor of [dry, wet]) expect(factor >= 0 && factor <= 1, `${id} ${ground}`).toBe(true)
      expect(profile.litresPer100KmByGround[ground], id).toBeGreaterThanOrEqual(0)
    }
    expect(profile.bySmoothness.length).toBe(SMOOTHNESSES.length)
    for (const list of [profile.bySmoothness, profile.byTrackGrade])
      expect(
        [...list].sort((a, b) => b - a),
        id,
      ).toEqual(list)
    expect(profile.detourFactor, id).toBeGreaterThanOrEqual(1)
    expect(profile.source, id).toMatch(/hypothèse/)
  }
})

test('who cannot pass where only four-wheel drive does is slower when wet than the 4×4', () => {
  expect(vehicle('lorry').byGround.earth.wet).toBeLessThan(vehicle('4x4').byGround.earth.wet)
})

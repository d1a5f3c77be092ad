import type { Vehicle } from '@borne/api/contracts/road-state'
import { DEFAULT_VEHICLES } from '@borne/geodata/road-state/default-vehicles'
import { describe, expect, test } from 'vitest'
import { checkVehicle, draftOfVehicle, readNumber, settingsOfDraft } from './vehicle-fields.ts'

const stored = (index: number): Vehicle => ({
  ...(DEFAULT_VEHICLES[index] as unknown as Vehicle),
  version: 0,
  updatedAt: null,
})
const change = (texts: Record<string, string>) => {
  const draft = draftOfVehicle(stored(0))
  return { ...draft, texts: { ...draft.texts, ...texts } }
}

describe.each(DEFAULT_VEHICLES.map(({ id }, index) => [id, index] as const))('the vehicle %s', (_, index) => {
  test('opened and not changed, is what it was', () => {
    const { id, mode, version, updatedAt, ...settings } = stored(index)
    const draft = draftOfVehicle(stored(index))
    expect(checkVehicle(draft)).toEqual({})
    expect(settingsOfDraft(draft)).toEqual(settings)
  })
})

test('an empty speed forbids the class, an empty factor is a fault', () => {
  expect(settingsOfDraft(change({ 'kmhByHighway.path': '' })).kmhByHighway).not.toHaveProperty('path')
  expect(checkVehicle(change({ 'byGround.sand.wet': '' }))).toEqual({ 'byGround.sand.wet': 'number' })
})

test('zero, negative and impossible speeds are named by their field', () => {
  expect(checkVehicle(change({ 'kmhByHighway.track': '0' }))).toHaveProperty(
    ['kmhByHighway.track', 'most'],
    150,
  )
  expect(checkVehicle(change({ 'kmhByHighway.track': '-5' }))).toEqual({ 'kmhByHighway.track': 'number' })
  expect(checkVehicle(change({ topKmh: '400' }))).toHaveProperty(['topKmh', 'most'], 150)
  expect(checkVehicle(change({ source: ' ' }))).toEqual({ source: 'text' })
})

test('decimals take a comma or a point', () => {
  expect([readNumber('0,5'), readNumber(' 12.5 '), readNumber('1,2,3'), readNumber('x')]).toEqual([
    0.5,
    12.5,
    null,
    null,
  ])
})

import { expect, test } from 'vitest'
import { cameraTarget } from './camera-target.ts'

test('a known place is shown as a point, an unconfirmed one with its whole circle', () => {
  const position: [number, number] = [-12, 15]
  expect(cameraTarget({ position, positionConfidence: 'approximate', uncertaintyMetres: null })).toEqual({
    center: position,
    zoom: 11,
  })
  const target = cameraTarget({ position, positionConfidence: 'unconfirmed', uncertaintyMetres: 10_000 })
  const [west, south, east, north] = (target as { bbox: number[] }).bbox
  expect([south, north].map((lat) => Number(lat!.toFixed(3)))).toEqual([14.91, 15.09])
  expect([west, east].map((lon) => Number(lon!.toFixed(3)))).toEqual([-12.093, -11.907])
})

test('a post without a position does not move the map', () => {
  expect(cameraTarget({ position: null, positionConfidence: 'unconfirmed', uncertaintyMetres: 1 })).toBeNull()
})

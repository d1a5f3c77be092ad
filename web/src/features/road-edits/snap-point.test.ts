import { expect, test } from 'vitest'
import type { DrawnRoad, Surroundings } from '../../map/asked.ts'
import { snapPoint } from './snap-point.ts'

/** At this latitude a degree of longitude is about 107.5 km: 0.0001° is 10.7 m. */
const TRACK: DrawnRoad = {
  highway: 'track',
  line: [
    [-12.2, 15.2],
    [-12.1, 15.2],
  ],
}
const ROAD: DrawnRoad = {
  highway: 'tertiary',
  line: [
    [-12.2, 15.2003],
    [-12.1, 15.2003],
  ],
}

function around(roads: DrawnRoad[], { zoom = 13 } = {}): Surroundings {
  return { zoom, metresPerPixel: 4, roadsWithin: () => roads }
}

test('a point near a track is taken onto it', () => {
  expect(snapPoint([-12.15, 15.2001], around([TRACK]), [], 12)).toEqual({ at: [-12.15, 15.2], to: 'track' })
})

test('the nearest of two roads takes it', () => {
  expect(snapPoint([-12.15, 15.20025], around([TRACK, ROAD]), [], 12)).toEqual({
    at: [-12.15, 15.2003],
    to: 'road',
  })
})

test('a point out of reach stays where it is, to about a metre', () => {
  // 111 m from the track; twelve pixels are 48 m.
  expect(snapPoint([-12.1500004, 15.201], around([TRACK]), [], 12)).toEqual({
    at: [-12.15, 15.201],
    to: null,
  })
})

test('the end of a drawn road goes before a nearer road, and keeps its exact place', () => {
  const end: [number, number] = [-12.150123, 15.200246]
  expect(snapPoint([-12.15, 15.2001], around([TRACK]), [end, [-12, 15]], 12)).toEqual({
    at: end,
    to: 'drawn',
  })
})

test('from afar nothing is taken anywhere: the map draws its roads too roughly', () => {
  expect(snapPoint([-12.15, 15.2001], around([TRACK], { zoom: 10.9 }), [[-12.15, 15.2001]], 12).to).toBeNull()
})

import type { Reach } from '@borne/api/contracts/coverage'
import { expect, test } from 'vitest'
import { reachToCsv, reachToGeoJson } from './reach-export.ts'

const REACH: Reach = {
  posts: [],
  minutes: 60,
  offRoadMetres: 2000,
  bands: [30, 60],
  borderMetres: 2000,
  reachedBorderMetres: 500,
  reachedBorderShare: 0.25,
  geometryVersion: 'OSM 2021-08',
  segments: [
    {
      segmentId: 'mrt-sen-04',
      name: 'Frontière, «Ghabou»',
      neighbour: 'SEN',
      moughataa: 'Ghabou',
      lengthMetres: 2000.4,
      reachedMetres: 500.2,
      reachedShare: 0.25,
    },
  ],
  settlements: [
    {
      id: 's1',
      name: '=cmd()',
      nameAr: null,
      place: 'village',
      population: null,
      seconds: 1230,
      offRoadMetres: 12,
      position: [-12.1, 15.1],
    },
  ],
  populationKnown: 0,
  populationUnknownCount: 1,
  reachedRoadMetres: 1000,
  drawnToMetres: 1,
  roads: { type: 'FeatureCollection', features: [] },
  border: { type: 'FeatureCollection', features: [] },
  state: {
    date: '2026-08-15',
    vehicle: { id: '4x4', nameFr: '4×4', nameEn: '4×4' },
    network: { id: 1, label: 'OSM 2026' },
    phases: [{ calendarId: 'wadi', nameFr: 'Pluies au plus fort', nameEn: 'Height of the rains' }],
    groundState: 'wet',
    closureCount: 0,
    unboundClosureIds: [],
    editCount: 0,
    learnedEdgeCount: 0,
    avoidedAreaCount: 0,
    engine: { name: 'own', limits: [] },
  },
  computeMilliseconds: 1,
  attribution: '© OpenStreetMap',
}
const WORDS = { title: 'Portée', remarks: ['DÉMONSTRATION'] }

test('CSV quotes, leaves the unknown empty and disarms formulas', () => {
  const rows = reachToCsv(REACH, WORDS).split('\r\n')
  expect(rows[1]).toBe('border-segment,mrt-sen-04,"Frontière, «Ghabou»",SEN,2000,500,,,,')
  expect(rows[2]).toBe("settlement,s1,'=cmd(),village,,,20.5,,-12.1,15.1")
  expect(rows.slice(3)).toEqual(['note,,Portée', 'note,,DÉMONSTRATION', 'note,,© OpenStreetMap', ''])
})

test('GeoJSON keeps an unknown population null', () => {
  const file = JSON.parse(reachToGeoJson(REACH, WORDS))
  expect(file.features[0].properties.population).toBeNull()
  expect(file.attribution).toBe('© OpenStreetMap')
})

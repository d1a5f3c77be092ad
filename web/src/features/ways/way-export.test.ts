import type { Way } from '@borne/api/contracts/ways'
import { noFuel } from '@borne/geodata/road-network/measure-fuel'
import { expect, test } from 'vitest'
import { type ExportWords, wayToGeoJson, wayToGpx } from './way-export.ts'

const NOTHING = { lengthMetres: 0, seconds: 0 }
const piece = (leg: number, grade: 'mapped' | 'documented', ...coordinates: [number, number][]) => ({
  type: 'Feature' as const,
  geometry: { type: 'LineString' as const, coordinates },
  properties: {
    leg,
    grade,
    surface: 'track' as const,
    highway: 'track',
    isAbroad: false,
    level: 'open' as const,
  },
})
const stop = (position: [number, number]) => ({
  name: null,
  postId: null,
  position,
  near: null,
  snappedPosition: position,
  offRoadMetres: 0,
  connector: null,
  isPositionUnconfirmed: false,
  uncertaintyMetres: null,
  isDemonstration: false,
})
const WAY: Way = {
  stops: [stop([-12, 15]), stop([-11, 15])],
  legs: [
    {
      fromStop: 0,
      toStop: 1,
      lengthMetres: 3000,
      seconds: 300,
      byGrade: { mapped: NOTHING, documented: NOTHING, presumed: NOTHING },
      bySurface: { road: NOTHING, track: NOTHING, ferry: NOTHING },
      litres: 0.45,
      byGround: noFuel(0),
      p90Seconds: 400,
      taught: null,
      turns: [],
      crossings: [{ position: [-11.5, 15], from: 'MRT', to: 'MLI', byFerry: true, near: null }],
      noWay: null,
    },
  ],
  lengthMetres: 3000,
  seconds: 300,
  byGrade: null,
  bySurface: null,
  litres: 0.45,
  byGround: null,
  crossingCount: 1,
  pieces: {
    type: 'FeatureCollection',
    features: [
      piece(0, 'mapped', [-12, 15], [-11.8, 15]),
      piece(0, 'mapped', [-11.8, 15], [-11.6, 15]),
      piece(0, 'documented', [-11.6, 15], [-11, 15]),
    ],
  },
  p90Seconds: 400,
  alternatives: [],
  byPirogue: null,
  state: {
    date: '2026-08-15',
    vehicle: { id: '4x4', nameFr: '4×4', nameEn: '4×4' },
    network: { id: 1, label: 'OSM 2026' },
    phases: [],
    groundState: 'wet',
    closureCount: 0,
    unboundClosureIds: [],
    editCount: 0,
    learnedEdgeCount: 0,
    avoidedAreaCount: 0,
    engine: { name: 'own', limits: [] },
  },
  computeMilliseconds: 1,
  attribution: '© les contributeurs d’OpenStreetMap',
}
const WORDS: ExportWords = {
  title: 'Sélibaby → <Ghabou>',
  stopNames: ['Sélibaby', '<Ghabou>'],
  remarks: ['DÉMONSTRATION : données fictives.'],
  grades: { mapped: 'Cartographiée', documented: 'Tracé schématique', presumed: 'Raccord présumé' },
}

test('GPX joins pieces of one grade, keeps schematic lines apart, escapes names', () => {
  const gpx = wayToGpx(WAY, WORDS)
  expect(gpx.match(/<trk>/g)).toHaveLength(2)
  expect(gpx).toContain(
    '<trkpt lat="15" lon="-12"/><trkpt lat="15" lon="-11.8"/><trkpt lat="15" lon="-11.6"/>',
  )
  expect(gpx).toContain('<desc>Tracé schématique</desc>')
  expect(gpx).toContain('&#60;Ghabou&#62;')
  expect(gpx).not.toContain('<Ghabou>')
  expect(gpx).toContain('DÉMONSTRATION : données fictives. © les contributeurs d’OpenStreetMap')
})

test('GeoJSON carries pieces, crossings, stops, attribution and remarks', () => {
  const file = JSON.parse(wayToGeoJson(WAY, WORDS))
  expect(file.attribution).toBe(WAY.attribution)
  expect(file.remarks).toEqual(WORDS.remarks)
  expect(file.litres).toBe(0.45)
  expect(file.features.map((f: { properties: { kind: string } }) => f.properties.kind)).toEqual([
    'way',
    'way',
    'way',
    'border-crossing',
    'stop',
    'stop',
  ])
})

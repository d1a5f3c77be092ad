import type { RoadDay } from '@borne/api/contracts/roads'
import { expect, test } from 'vitest'
import { roadDayRows } from './road-day-export.ts'

const SEASON = {
  kind: 'season' as const,
  level: 'cut' as const,
  id: 'wadi',
  nameFr: 'Pluies au plus fort',
  nameEn: 'Height of the rains',
  cause: null,
  since: '2026-08-01',
  until: '2026-09-10',
  confidence: null,
}
const stretch = (cause: number, lengthMetres: number) => ({
  type: 'Feature' as const,
  geometry: { type: 'LineString' as const, coordinates: [] },
  properties: { level: 'cut' as const, cause, lengthMetres },
})
const DAY = {
  metres: { open: 900_040, slow: 0, 'four-wheel-drive': 1200, cut: 3000 },
  againstMetres: { open: 904_240, slow: 0, 'four-wheel-drive': 0, cut: 0 },
  roads: { type: 'FeatureCollection', features: [stretch(0, 1000), stretch(0, 2000)] },
  causes: [SEASON, { ...SEASON, id: 'river' }],
  posts: [
    { name: 'Ghabou', seconds: null, againstSeconds: 3600, closedBy: [SEASON] },
    { name: 'Hamoud', seconds: null, againstSeconds: null, closedBy: [] },
  ],
} as unknown as RoadDay

test('levels and causes are in kilometres, posts in minutes; where there is no way the cell is empty', () => {
  const rows = roadDayRows(DAY, {
    kind: 'type',
    name: 'nom',
    unit: 'unité',
    level: 'état',
    cause: 'cause',
    post: 'poste',
    note: 'note',
    kilometres: 'km',
    minutes: 'min',
    dayName: '15 août 2026',
    againstName: 'Saison sèche',
    levels: { open: 'Ouvertes', slow: 'Ralenties', 'four-wheel-drive': '4×4 seulement', cut: 'Coupées' },
    tellCause: ({ id }) => id ?? '',
    notes: ['DÉMONSTRATION'],
  })
  expect(rows).toEqual([
    ['type', 'nom', '15 août 2026', 'Saison sèche', 'unité'],
    ['état', 'Coupées', 3, 0, 'km'],
    ['état', '4×4 seulement', 1.2, 0, 'km'],
    ['état', 'Ralenties', 0, 0, 'km'],
    ['état', 'Ouvertes', 900, 904.2, 'km'],
    ['cause', 'Coupées (wadi)', 3, null, 'km'],
    ['poste', 'Ghabou', null, 60, 'min'],
    ['poste', 'Hamoud', null, null, 'min'],
    ['note', 'DÉMONSTRATION'],
  ])
})

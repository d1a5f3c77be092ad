import { expect, test } from 'vitest'
import { draftOf, readDraft, type SettingField } from './setting-draft.ts'

const fields: readonly SettingField[] = [
  { at: 'name', is: 'text', label: 'Nom', isRequired: true },
  { at: 'nightMinor', is: 'number', label: 'Nuit', times: 100 },
  { at: 'demand.share', is: 'number', label: 'Part', times: 0.01 },
  { at: 'season.starts', is: 'monthDay', label: 'Du' },
  { at: 'profileId', is: 'choice', label: 'Véhicule', options: [] },
  { at: 'isExample', is: 'flag', label: 'Vérifiée', isInverse: true },
  { at: 'hours', is: 'hours', label: 'Heures' },
  { at: 'position', is: 'point', label: 'Position' },
  { at: 'polygon', is: 'area', label: 'Zone' },
]
const row = {
  name: 'Base',
  nightMinor: 125_050,
  demand: { share: 0.25 },
  season: { starts: '07-15' },
  profileId: null,
  isExample: true,
  hours: [{ weekdays: null, date: null, opens: '08:00', closes: '16:00' }],
  position: [-12.1848, 15.1579],
  polygon: {
    type: 'Polygon',
    coordinates: [
      [
        [-12, 15],
        [-11, 15],
        [-11, 16],
        [-12, 15],
      ],
    ],
  },
}

test('what a row holds is typed as people do, and read back it is the same', () => {
  const draft = draftOf(fields, row, 'fr')
  expect(draft).toMatchObject({
    nightMinor: '1250,5',
    'demand.share': '25',
    'season.starts': '15/07',
    isExample: false,
    position: { lat: '15,1579', lon: '-12,1848' },
  })
  expect(draft.polygon).toHaveLength(3)
  expect(readDraft(fields, draft)).toEqual({ input: row, faults: {} })
})

test('what is missing or unreadable is told at its path', () => {
  const draft = {
    ...draftOf(fields, {}, 'fr'),
    nightMinor: '12,345',
    'demand.share': 'un quart',
    'season.starts': '15 juillet',
    hours: [{ key: '0', weekdays: [5], opens: '08:00', closes: '' }],
  }
  expect(readDraft(fields, draft).faults).toEqual({
    name: 'missing',
    nightMinor: 'number',
    'demand.share': 'number',
    'season.starts': 'monthDay',
    hours: 'missing',
    position: 'position',
    polygon: 'corners',
  })
})

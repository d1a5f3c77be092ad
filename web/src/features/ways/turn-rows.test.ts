import type { Way } from '@borne/api/contracts/ways'
import { expect, test } from 'vitest'
import { turnRows } from './turn-rows.ts'

const turn = (kind: string, atMetres: number, lengthMetres: number) => ({
  kind,
  position: [-12.1, 15.2],
  atMetres,
  atSeconds: atMetres / 10,
  lengthMetres,
})
const WAY = {
  legs: [{ fromStop: 0, toStop: 1, turns: [turn('depart', 0, 12_345), turn('arrive', 12_345, 0)] }],
  attribution: '© OpenStreetMap',
} as unknown as Way

test('a row a step, counted, in kilometres and minutes; remarks and attribution last', () => {
  const rows = turnRows(WAY, {
    stopNames: ['Sélibaby', 'Ghabou'],
    remarks: ['DÉMONSTRATION'],
    columns: {
      number: 'n°',
      leg: 'étape',
      words: 'manœuvre',
      at: 'km',
      length: 'suite',
      minutes: 'min',
      note: 'note',
    },
    tell: ({ kind }) => kind,
  })
  expect(rows).toEqual([
    ['n°', 'étape', 'manœuvre', 'km', 'suite', 'min', 'lon', 'lat'],
    [1, 'Sélibaby → Ghabou', 'depart', 0, 12.35, 0, -12.1, 15.2],
    [2, 'Sélibaby → Ghabou', 'arrive', 12.35, 0, 20.6, -12.1, 15.2],
    [null, 'note', 'DÉMONSTRATION'],
    [null, 'note', '© OpenStreetMap'],
  ])
})

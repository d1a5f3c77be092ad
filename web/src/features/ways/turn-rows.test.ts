import type { Way } from '@borne/api/contracts/ways'
import { noFuel } from '@borne/geodata/road-network/measure-fuel'
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
  legs: [
    {
      fromStop: 0,
      toStop: 1,
      lengthMetres: 12_345,
      seconds: 1234.5,
      litres: 2.0689,
      byGround: {
        ...noFuel(0),
        earth: { lengthMetres: 8_000, seconds: 800, litres: 1.2 },
        sand: { lengthMetres: 4_345, seconds: 434.5, litres: 0.869 },
      },
      turns: [turn('depart', 0, 12_345), turn('arrive', 12_345, 0)],
      noWay: null,
    },
    { fromStop: 1, toStop: 2, lengthMetres: null, seconds: null, turns: [], noWay: { reason: 'closed' } },
  ],
  attribution: '© OpenStreetMap',
} as unknown as Way

test('a row a step, counted, in kilometres and minutes; legs with their litres by ground; remarks and attribution last', () => {
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
      litres: 'L',
      whole: 'étape entière',
      note: 'note',
    },
    tell: ({ kind }) => kind,
    tellGround: (ground) => ground,
  })
  expect(rows).toEqual([
    ['n°', 'étape', 'manœuvre', 'km', 'suite', 'min', 'L', 'lon', 'lat'],
    [1, 'Sélibaby → Ghabou', 'depart', 0, 12.35, 0, null, -12.1, 15.2],
    [2, 'Sélibaby → Ghabou', 'arrive', 12.35, 0, 20.6, null, -12.1, 15.2],
    [null, 'Sélibaby → Ghabou', 'étape entière', null, 12.35, 20.6, 2.1],
    [null, 'Sélibaby → Ghabou', 'earth', null, 8, 13.3, 1.2],
    [null, 'Sélibaby → Ghabou', 'sand', null, 4.35, 7.2, 0.9],
    [null, 'note', 'DÉMONSTRATION'],
    [null, 'note', '© OpenStreetMap'],
  ])
})

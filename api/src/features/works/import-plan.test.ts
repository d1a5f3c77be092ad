import { expect, test } from 'vitest'
import { readSheets } from '../../platform/read-sheet.ts'
import { importPlan } from './import-plan.ts'
import { readDay, readDurationDays, readPredecessors } from './plan-rows.ts'

const PACKAGES = [
  { code: '1', label: 'Gros œuvre', weightPpm: null },
  { code: '2', label: 'Charpente', weightPpm: null },
]

const preview = async (text: string) =>
  importPlan(await readSheets(Buffer.from(text), 'planning.csv'), {}, PACKAGES, 'fr')
const errorsOf = async (text: string) =>
  (await preview(text)).notes
    .filter(({ severity }) => severity === 'error')
    .map(({ code, row, column }) => `${code} ${row ?? '—'}${column ?? ''}`)

test('a schedule as a planning program writes it', async () => {
  const found = await preview(
    `Planning du marché;;;;;;
N°;Nom de la tâche;Durée;Début;Prédécesseurs;Niveau;Lot
1;Travaux;40 jours;lun. 05/10/26;;1;
2;Installation;5 jours;05/10/2026;;2;1
3;Fondations;10 j;12/10/2026;2;2;1
4;Toiture;15 jours?;;3FD+2j;2;charpente
5;Réception;0 jour;;4;1;
`,
  )
  expect(found.notes).toEqual([])
  expect(found.lines.map(({ kind }) => kind)).toEqual(['summary', ...Array(4).fill('activity')])
  expect(found.activities).toEqual([
    {
      code: '2',
      label: 'Installation',
      packageCode: '1',
      durationDays: 5,
      predecessors: [],
      notBefore: '2026-10-05',
    },
    {
      code: '3',
      label: 'Fondations',
      packageCode: '1',
      durationDays: 10,
      predecessors: [{ code: '2', type: 'FS', lagDays: 0 }],
      notBefore: null,
    },
    {
      code: '4',
      label: 'Toiture',
      packageCode: '2',
      durationDays: 15,
      predecessors: [{ code: '3', type: 'FS', lagDays: 2 }],
      notBefore: null,
    },
    {
      code: '5',
      label: 'Réception',
      packageCode: null,
      durationDays: 0,
      predecessors: [{ code: '4', type: 'FS', lagDays: 0 }],
      notBefore: null,
    },
  ])
})

const HEADS = 'N°;Tâche;Durée;Prédécesseurs;Pas avant;Lot'
test.each([
  ['a duration in weeks', '1;A;2 sem;;;1', ['import-not-a-duration 2C']],
  ['no duration behind a predecessor', '1;A;2;;;1\n2;B;;1;;1', ['import-value-missing 3C']],
  ['a predecessor that is not there', '1;A;2;9;;1', ['import-predecessor-unknown 2']],
  ['a lag in percent', '1;A;2;;;1\n2;B;1;1FD+50%;;1', ['import-predecessor-unreadable 3D']],
  ['a loop', '1;A;2;2;;1\n2;B;2;1;;1', ['import-cycle 2']],
  ['a number twice', '1;A;2;;;1\n1;B;2;;;1', ['import-code-repeated 3']],
  ['a day that does not exist', '1;A;2;;31/02/2026;1', ['import-not-a-day 2E']],
  ['an unknown package', '1;A;2;;;Peinture', ['import-package-unknown 2F']],
  ['nothing', ';;;;;', ['import-nothing —']],
])('an error names its row and column: %s', async (_name, rows, expected) => {
  expect(await errorsOf(`${HEADS}\n${rows}\n`)).toEqual(expected)
})

test('work that earns no value is told, a milestone is not', async () => {
  const { notes, activities } = await preview(`${HEADS}\n1;A;2;;;\n2;B;0;1;;\n`)
  expect(notes.map(({ code, row }) => [code, row])).toEqual([['import-activity-without-package', 2]])
  expect(activities).toHaveLength(2)
})

test.each([
  ['3', [{ code: '3', type: 'FS', lagDays: 0 }]],
  [
    '3;4',
    [
      { code: '3', type: 'FS', lagDays: 0 },
      { code: '4', type: 'FS', lagDays: 0 },
    ],
  ],
  ['3FD+2j', [{ code: '3', type: 'FS', lagDays: 2 }]],
  ['3FD-1 jour', [{ code: '3', type: 'FS', lagDays: -1 }]],
  ['3 DD', [{ code: '3', type: 'SS', lagDays: 0 }]],
  ['4SF + 10 days', [{ code: '4', type: 'SF', lagDays: 10 }]],
  ['A1+5', [{ code: 'A1', type: 'FS', lagDays: 5 }]],
  ['T-12', [{ code: 'T-12', type: 'FS', lagDays: 0 }]],
  ['T-12FF-3', [{ code: 'T-12', type: 'FF', lagDays: -3 }]],
  ['SUFF', [{ code: 'SUFF', type: 'FS', lagDays: 0 }]],
  ['', []],
  ['3FD+50%', undefined],
  ['+2j', undefined],
])('predecessors %j', (text, expected) => {
  expect(readPredecessors(text)).toEqual(expected)
})

test.each([
  ['15/10/2026', '2026-10-15'],
  ['5.1.26', '2026-01-05'],
  ['lun. 05/10/26', '2026-10-05'],
  ['2026-10-15 08:00', '2026-10-15'],
  ['29/02/2024', '2024-02-29'],
  ['29/02/2026', undefined],
  ['demain', undefined],
])('day %j', (text, expected) => {
  expect(readDay(text)).toBe(expected)
})

test.each([
  ['10', 10],
  ['10 jours ouvrés', 10],
  ['0 jour', 0],
  ['15 jours?', 15],
  ['10,0', 10],
  ['2,5 j', undefined],
  ['2 sem.', undefined],
  ['-3', undefined],
])('duration %j', (text, expected) => {
  expect(readDurationDays(text)).toBe(expected)
})

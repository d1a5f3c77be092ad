import { expect, test } from 'vitest'
import { createFormats } from '../../ui/formats.ts'
import { statusMessages } from '../../ui/status-mark.tsx'
import { CSV_DIALECTS } from '../../ui/write-csv.ts'
import { exportName, postsCsv } from './export-posts.ts'
import { givenPostRow } from './given-posts.ts'
import { messages } from './messages.ts'
import { cellText } from './post-cells.ts'
import { TABLE_COLUMNS } from './table-columns.ts'
import { tableMessages } from './table-messages.ts'
import { termMessages } from './term-messages.ts'

const words = { terms: termMessages.fr, statuses: statusMessages.fr, kinds: messages.fr.kinds }
const ghabou = givenPostRow({
  name: 'Ghabou',
  physicalStatus: 'under-works',
  progressPercent: 46,
  borderDistanceMetres: 912.4,
})
const real = givenPostRow({
  name: 'Boully',
  isDemonstration: false,
  moughataa: null,
  borderDistanceMetres: null,
})

test('the export names its units, its fictional rows and its sources', () => {
  const csv = postsCsv({
    posts: [ghabou, real],
    columns: ['name', 'status', 'progress', 'moughataa', 'borderDistance'],
    words,
    m: tableMessages.fr,
    attribution: '© les contributeurs d’OpenStreetMap',
    dialect: CSV_DIALECTS.fr,
  })
  expect(csv.slice(1).split('\r\n')).toEqual([
    'Nom;État;Avancement (%);Moughataa;Frontière à (m);Archivé;Démonstration',
    'Ghabou;En travaux;46;Sélibaby;912;non;DÉMONSTRATION',
    'Boully;Opérationnel;;;;non;non',
    '',
    'Sources;© les contributeurs d’OpenStreetMap',
    '',
  ])
})

test('the name of the file says that it holds fictional rows', () => {
  const now = new Date('2026-10-15T12:00:00Z')
  expect(exportName([real, ghabou], tableMessages.fr, now)).toBe('postes-DÉMONSTRATION-2026-10-15.csv')
  expect(exportName([real], tableMessages.en, now)).toBe('posts-2026-10-15.csv')
})

test('what is not known is written as a dash and never as 0', () => {
  const formats = createFormats('fr')
  const unknown = { ...real, commune: null, nameAr: null, neighbour: null, position: null }
  const dashed = TABLE_COLUMNS.filter((column) => cellText(unknown, column, words, formats) === '—')
  expect(dashed).toEqual([
    'nameAr',
    'progress',
    'moughataa',
    'commune',
    'neighbour',
    'borderDistance',
    'position',
  ])
})

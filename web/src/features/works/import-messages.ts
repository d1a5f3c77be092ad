import type { ImportRole } from '@borne/api/contracts/works'
import { defineMessages } from '../../ui/language.tsx'

interface ImportMessages {
  billTitle: string
  planTitle: string
  choose: string
  another: string
  hint: string
  reading: string
  day: string
  sheet: string
  headRow: string
  headRowHint: string
  decimalMark: string
  guessed: string
  comma: string
  point: string
  columns: string
  noColumn: string
  example: (text: string) => string
  roles: Record<ImportRole, string>
  errors: (count: number) => string
  warnings: (count: number) => string
  /** With the colon behind it. */
  place: (row: number, column: string | null) => string
  more: (count: number) => string
  ready: string
  lines: string
  row: string
  kind: string
  kinds: Record<'package' | 'item' | 'total' | 'skipped' | 'activity' | 'summary', string>
  computed: string
  stated: string
  contract: string
  planRole: string
  planName: string
  planNameDefault: string
  calendar: string
  days: (count: number) => string
}

export const importMessages = defineMessages<ImportMessages>({
  fr: {
    billTitle: 'Importer un bordereau',
    planTitle: 'Importer un planning',
    choose: 'Choisir un fichier',
    another: 'Choisir un autre fichier',
    hint: 'XLSX ou CSV, 5 Mo au plus. Rien n’est enregistré avant que vous ne le demandiez.',
    reading: 'Lecture du fichier…',
    day: 'Valable à partir du',
    sheet: 'Feuille',
    headRow: 'Ligne des titres de colonnes',
    headRowHint: '0 : le tableau n’en a pas.',
    decimalMark: 'Signe décimal',
    guessed: 'Deviné',
    comma: 'Virgule (1 234,5)',
    point: 'Point (1,234.5)',
    columns: 'Colonnes',
    noColumn: 'Aucune',
    example: (text) => `p. ex. « ${text} »`,
    roles: {
      package: 'Lot',
      code: 'N°',
      label: 'Désignation',
      unit: 'Unité',
      quantity: 'Quantité',
      unitPrice: 'Prix unitaire',
      amount: 'Montant',
      weight: 'Pondération',
      duration: 'Durée',
      predecessors: 'Prédécesseurs',
      start: 'Début',
      notBefore: 'Pas avant le',
      level: 'Niveau',
    },
    errors: (count) => (count > 1 ? `${count} erreurs à corriger` : '1 erreur à corriger'),
    warnings: (count) => (count > 1 ? `${count} points à vérifier` : '1 point à vérifier'),
    place: (row, column) => `Ligne ${row}${column ? `, colonne ${column}` : ''}\u202f:`,
    more: (count) => (count > 1 ? `et ${count} autres` : 'et 1 autre'),
    ready: 'Le tableau peut être enregistré.',
    lines: 'Lignes lues',
    row: 'Ligne',
    kind: 'Lue comme',
    kinds: {
      package: 'lot',
      item: 'poste',
      total: 'total',
      skipped: 'non reprise',
      activity: 'tâche',
      summary: 'titre',
    },
    computed: 'Somme des lignes',
    stated: 'Total du tableau',
    contract: 'Montant du marché, hors taxes',
    planRole: 'Ce planning est',
    planName: 'Nom',
    planNameDefault: 'Planning',
    calendar: 'Calendrier de travail',
    days: (count) => `${count}\u202fj`,
  },
  en: {
    billTitle: 'Import a bill of quantities',
    planTitle: 'Import a schedule',
    choose: 'Choose a file',
    another: 'Choose another file',
    hint: 'XLSX or CSV, 5 MB at most. Nothing is recorded before you ask for it.',
    reading: 'Reading the file…',
    day: 'Valid from',
    sheet: 'Sheet',
    headRow: 'Row of the column heads',
    headRowHint: '0: the table has none.',
    decimalMark: 'Decimal mark',
    guessed: 'Guessed',
    comma: 'Comma (1 234,5)',
    point: 'Point (1,234.5)',
    columns: 'Columns',
    noColumn: 'None',
    example: (text) => `e.g. “${text}”`,
    roles: {
      package: 'Package',
      code: 'No.',
      label: 'Description',
      unit: 'Unit',
      quantity: 'Quantity',
      unitPrice: 'Unit price',
      amount: 'Amount',
      weight: 'Weight',
      duration: 'Duration',
      predecessors: 'Predecessors',
      start: 'Start',
      notBefore: 'Not before',
      level: 'Level',
    },
    errors: (count) => (count > 1 ? `${count} errors to correct` : '1 error to correct'),
    warnings: (count) => (count > 1 ? `${count} points to check` : '1 point to check'),
    place: (row, column) => `Row ${row}${column ? `, column ${column}` : ''}:`,
    more: (count) => (count > 1 ? `and ${count} more` : 'and 1 more'),
    ready: 'The table can be recorded.',
    lines: 'Lines read',
    row: 'Row',
    kind: 'Read as',
    kinds: {
      package: 'package',
      item: 'item',
      total: 'total',
      skipped: 'not taken',
      activity: 'task',
      summary: 'title',
    },
    computed: 'Sum of the lines',
    stated: 'Total of the table',
    contract: 'Amount of the contract, without taxes',
    planRole: 'This schedule is',
    planName: 'Name',
    planNameDefault: 'Schedule',
    calendar: 'Working calendar',
    days: (count) => `${count}\u202fd`,
  },
})

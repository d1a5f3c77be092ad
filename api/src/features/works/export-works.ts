import type { CellValue } from '../../platform/sheet.ts'
import type { OutTable } from '../../platform/write-sheet.ts'
import type { WorksRow } from './contract.ts'
import { ALARMS, STAGES } from './documents/document-words.ts'

/** What marks every line of fiction, in whatever program the file is opened. */
const DEMONSTRATION_MARK = 'DÉMONSTRATION'

interface Column {
  /** For programs. */
  readonly key: string
  /** For people. */
  readonly head: string
  readonly kind: 'text' | 'number' | 'day'
  readonly decimals?: number
  read(row: WorksRow): CellValue
  /** In words, where what a program reads is a code. */
  tell?(row: WorksRow): CellValue
}

const text = (key: string, head: string, read: Column['read'], tell?: Column['read']): Column => ({
  key,
  head,
  kind: 'text',
  read,
  ...(tell && { tell }),
})
const day = (key: string, head: string, read: Column['read']): Column => ({ key, head, kind: 'day', read })
const number = (key: string, head: string, decimals: number, read: Column['read']): Column => ({
  key,
  head,
  kind: 'number',
  decimals,
  read,
})

const COLUMNS: readonly Column[] = [
  text('reference', 'Référence', (row) => row.reference),
  text('title', 'Marché', (row) => row.title),
  text('posts', 'Postes', (row) => row.posts.map(({ name }) => name).join(' | ')),
  text('programme', 'Programme', (row) => row.programme.name),
  text('project', 'Projet', (row) => row.project.name),
  text('donors', 'Bailleurs', (row) => row.donors.map(({ code }) => code).join(' | ')),
  text('contractor', 'Entreprise', (row) => row.contractor?.name ?? null),
  text('currency', 'Monnaie', (row) => row.currency),
  number('amount', 'Montant HT', 2, (row) => row.amountMinor / 100),
  text(
    'stage',
    'Étape',
    (row) => row.stage,
    (row) => STAGES[row.stage],
  ),
  day('startedOn', 'Démarrage', (row) => row.startedOn),
  day('endsOn', 'Fin du délai', (row) => row.endsOn),
  day('receivedOn', 'Réception provisoire', (row) => row.receivedOn),
  number('delayDays', 'Retard (jours)', 0, (row) => row.delayDays),
  number('penalty', 'Pénalités encourues', 2, (row) => row.penaltyMinor / 100),
  number('physicalPercent', 'Construit (%)', 2, (row) => row.physicalPercent),
  number('plannedPercent', 'Prévu (%)', 2, (row) => row.plannedPercent),
  number('certifiedPercent', 'Décompté (%)', 2, (row) => row.certifiedPercent),
  number('paidPercent', 'Payé (%)', 2, (row) => row.paidPercent),
  number('openPunchItems', 'Réserves ouvertes', 0, (row) => row.openPunchCount),
  number('pendingReports', 'Rapports à valider', 0, (row) => row.pendingReportCount),
  day('lastReportOn', 'Dernier rapport', (row) => row.lastReportOn),
  text(
    'alarms',
    'Alarmes',
    (row) => row.alarms.map(({ code }) => code).join(' | '),
    (row) => row.alarms.map(({ code }) => ALARMS[code]).join(' | '),
  ),
  text('mark', 'Marque', (row) => (row.isDemonstration ? DEMONSTRATION_MARK : '')),
]

/** The portfolio, one line a contract: for programs with keys and codes, for people with French words. */
export function portfolioTable(rows: readonly WorksRow[], reader: 'program' | 'person'): OutTable {
  const isTold = reader === 'person'
  return {
    name: 'Travaux',
    titles: [],
    columns: COLUMNS.map(({ key, head, kind, decimals }) => ({
      head: isTold ? head : key,
      kind,
      ...(decimals !== undefined && { decimals }),
    })),
    rows: rows.map((row) => ({
      cells: COLUMNS.map(({ read, tell }) => (isTold && tell ? tell(row) : read(row))),
    })),
  }
}

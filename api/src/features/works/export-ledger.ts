import type { CertificateAmounts, Ledger, LedgerLine } from '@borne/geodata/works/results'
import type { OutTable } from '../../platform/write-sheet.ts'
import { GUARANTEES } from './documents/document-words.ts'

const ROLES = { advance: 'Avance', interim: 'Acompte', final: 'Solde' } as const
const AMOUNTS: readonly (readonly [string, keyof CertificateAmounts])[] = [
  ['Travaux', 'grossMinor'],
  ['Avance versée', 'advanceMinor'],
  ['Avance remboursée', 'recoveryMinor'],
  ['Retenue de garantie', 'retentionMinor'],
  ['Pénalités', 'penaltiesMinor'],
  ['Taxes', 'taxMinor'],
  ['Net à payer', 'netMinor'],
]

/** The certificates of a contract: what each adds, what is paid of it, and under which guarantees that had lapsed. */
export function ledgerTable({ lines, totals, currency }: Ledger, titles: readonly string[]): OutTable {
  const amounts = (of: CertificateAmounts) => AMOUNTS.map(([, name]) => of[name] / 100)
  return {
    name: 'Décomptes',
    titles,
    columns: [
      { head: 'N°', kind: 'number', widthCharacters: 6 },
      { head: 'Nature', kind: 'text', widthCharacters: 10 },
      { head: 'Date', kind: 'day' },
      ...AMOUNTS.map(([head]) => ({ head: `${head} (${currency})`, kind: 'number' as const, decimals: 2 })),
      { head: `Payé (${currency})`, kind: 'number', decimals: 2 },
      { head: `Reste à payer (${currency})`, kind: 'number', decimals: 2 },
      { head: 'Payé le', kind: 'day' },
      { head: 'Garantie échue', kind: 'text', widthCharacters: 40 },
    ],
    rows: [
      ...lines.map((line) => ({
        cells: [
          line.number,
          ROLES[line.role],
          line.on,
          ...amounts(line.period),
          line.paidMinor / 100,
          line.outstandingMinor / 100,
          line.paidOn,
          lapsedText(line),
        ],
      })),
      {
        cells: [
          null,
          'Cumul',
          null,
          ...amounts(totals),
          lines.reduce((sum, line) => sum + line.paidMinor, 0) / 100,
          totals.outstandingMinor / 100,
          null,
          null,
        ],
        isStrong: true,
      },
    ],
  }
}

function lapsedText({ lapsedGuarantees }: LedgerLine): string | null {
  const told = lapsedGuarantees.map(
    ({ type, reference, expiresOn }) => `${GUARANTEES[type]} ${reference}, échue le ${expiresOn}`,
  )
  return told.join(' ; ') || null
}

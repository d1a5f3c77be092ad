import type { CertificateAmounts, LedgerLine } from '@borne/geodata/works/results'
import { IconAlertTriangle, IconDownload } from '@tabler/icons-react'
import { useState } from 'react'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { downloadText, fileNameOf } from '../../ui/download.ts'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { EmptyState } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table.tsx'
import { CSV_DIALECTS, writeCsv } from '../../ui/write-csv.ts'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import styles from './ledger.module.css'
import { useMoney } from './money.ts'
import { moneyMessages } from './money-messages.ts'
import { useContractSearch } from './use-works-search.ts'
import { useLapsedText } from './warning-words.ts'

const PARTS = [
  ['grossMinor', 'gross'],
  ['advanceMinor', 'advance'],
  ['recoveryMinor', 'recovery'],
  ['retentionMinor', 'retention'],
  ['penaltiesMinor', 'penalties'],
  ['taxMinor', 'tax'],
  ['netMinor', 'net'],
] as const satisfies readonly (readonly [keyof CertificateAmounts, string])[]

type Shown = 'period' | 'toDate'

/** The certificates, line by line: what each adds, or what they come to. */
export function LedgerTable({ view }: { view: ContractView }) {
  const m = useMessages(moneyMessages)
  const [shown, setShown] = useState<Shown>('period')
  const { lines, currency, totals } = view.ledger
  const money = useMoney()
  if (lines.length === 0) return <NoCertificate view={view} />
  return (
    <section className={styles.ledger} aria-label={m.ledger}>
      <div className={styles.tools}>
        <Segmented<Shown>
          label={m.shown}
          options={[
            { value: 'period', label: m.period },
            { value: 'toDate', label: m.cumulative },
          ]}
          value={shown}
          onChange={setShown}
        />
        <span className={styles.unit}>{m.unit(currency)}</span>
        <LedgerDownload view={view} />
      </div>
      <DataTable caption={m.ledgerCaption}>
        <thead>
          <tr>
            <th scope="col">{m.number}</th>
            <th scope="col">{m.on}</th>
            {PARTS.map(([part, name]) => (
              <th key={part} scope="col" className="number">
                {name === 'gross' && shown === 'period' ? m.grossPeriod : m[name]}
              </th>
            ))}
            <th scope="col" className="number">
              {m.paid}
            </th>
            <th scope="col" className="number">
              {m.outstanding}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <LedgerRow key={line.certificateId} line={line} shown={shown} view={view} />
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={2}>
              {m.total}
            </th>
            {PARTS.map(([part]) => (
              <td key={part} className="number">
                {money.plain(totals[part])}
              </td>
            ))}
            <td className="number">{money.plain(totals.paidMinor)}</td>
            <td className="number">{money.plain(totals.outstandingMinor)}</td>
          </tr>
        </tfoot>
      </DataTable>
    </section>
  )
}

function LedgerRow({ line, shown, view }: { line: LedgerLine; shown: Shown; view: ContractView }) {
  const m = useMessages(moneyMessages)
  const words = useMessages(eventWords)
  const { day } = useFormats()
  const money = useMoney()
  const { change } = useContractSearch()
  const mayManage = usePermission('works.manage')
  const lapsedText = useLapsedText()
  const amounts = line[shown]
  return (
    <>
      <tr data-lapsed={line.lapsedGuarantees.length > 0 || undefined}>
        <th scope="row" title={words.certificateRoles[line.role]}>
          {line.number}
          {line.role !== 'interim' && (
            <span className={styles.role}> {words.certificateRoles[line.role]}</span>
          )}
        </th>
        <td className={styles.day}>{day(line.on)}</td>
        {PARTS.map(([part]) => (
          <td key={part} className="number">
            <span className={amounts[part] === 0 ? styles.nothing : undefined}>
              {money.plain(amounts[part])}
            </span>
          </td>
        ))}
        <td className="number" title={line.paidOn ? m.paidOn(day(line.paidOn)) : m.unpaid}>
          {money.plain(line.paidMinor)}
        </td>
        <td className="number">
          {line.outstandingMinor > 0 && mayManage && !view.isPast ? (
            <Button size="small" onClick={() => change({ form: 'payment', event: line.certificateId })}>
              {m.pay} {money.plain(line.outstandingMinor)}
            </Button>
          ) : (
            money.plain(line.outstandingMinor)
          )}
        </td>
      </tr>
      {line.lapsedGuarantees.length > 0 && (
        <tr className={styles.lapsed}>
          <td colSpan={PARTS.length + 4}>
            <IconAlertTriangle aria-hidden="true" size={16} />
            <strong>{line.paidOn ? m.lapsed : m.lapsedProposed}</strong>
            {` · ${line.lapsedGuarantees.map(lapsedText).join(' · ')}`}
          </td>
        </tr>
      )}
    </>
  )
}

function NoCertificate({ view }: { view: ContractView }) {
  const m = useMessages(moneyMessages)
  const { change } = useContractSearch()
  const mayManage = usePermission('works.manage')
  return (
    <EmptyState
      title={m.none}
      action={
        mayManage &&
        !view.isPast && (
          <Button variant="primary" onClick={() => change({ form: 'certificate' })}>
            {m.newCertificate}
          </Button>
        )
      }
    >
      {m.noneText}
    </EmptyState>
  )
}

function LedgerDownload({ view }: { view: ContractView }) {
  const m = useMessages(moneyMessages)
  const { demonstration } = useMessages(contractMessages)
  const { language } = useLanguage()
  const lapsedText = useLapsedText()
  function save() {
    const head = [
      m.number,
      m.on,
      ...PARTS.map(([, name]) => (name === 'gross' ? m.grossPeriod : m[name])),
      ...PARTS.map(([, name]) => `${m[name]} (${m.cumulative})`),
      m.paid,
      m.outstanding,
      m.paidDay,
      m.lapsedColumn,
    ]
    const rows = view.ledger.lines.map((line) => [
      line.number,
      line.on,
      ...PARTS.map(([part]) => line.period[part] / 100),
      ...PARTS.map(([part]) => line.toDate[part] / 100),
      line.paidMinor / 100,
      line.outstandingMinor / 100,
      line.paidOn,
      line.lapsedGuarantees.map(lapsedText).join(' · '),
    ])
    const notes = [
      [`${view.contract.reference} · ${m.unit(view.ledger.currency)}`],
      ...(view.contract.isDemonstration ? [[demonstration]] : []),
    ]
    downloadText(
      `${fileNameOf(`${m.fileName} ${view.contract.reference}`)}.csv`,
      'text/csv',
      writeCsv([head, ...rows, ...notes], CSV_DIALECTS[language]),
    )
  }
  return (
    <Button size="small" icon={<IconDownload aria-hidden="true" />} onClick={save}>
      {m.csv}
    </Button>
  )
}

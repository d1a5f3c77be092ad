import { type DonorLedger, type DonorLedgerLine, donorLedger } from '@borne/geodata/works/donor-ledger'
import { IconDownload } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { downloadText, fileNameOf } from '../../ui/download.ts'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import { CSV_DIALECTS, writeCsv } from '../../ui/write-csv.ts'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import { donorLedgerMessages } from './donor-ledger-messages.ts'
import { type DonorRow, donorRows } from './donor-ledger-rows.ts'
import styles from './ledger.module.css'
import { useMoney } from './money.ts'
import { moneyMessages } from './money-messages.ts'

/** A rate holds until the next one: its day is told beside what it makes. */
const ANY_AGE_DAYS = 1_000_000

/** What each donor owes and has paid, line by line. Only where the shares are told: what a donor promised is not for everybody. */
export function DonorLedgerTable({ view }: { view: ContractView }) {
  const m = useMessages(donorLedgerMessages)
  const money = useMessages(moneyMessages)
  const { contract, ledger, rates } = view
  const shares = contract.donors.flatMap(({ id: donorId, name, sharePpm }) =>
    sharePpm === null ? [] : [{ donorId, name, sharePpm }],
  )
  if (shares.length === 0 || ledger.lines.length === 0) return null
  const releases = view.state.retentionReleases
  const donors = donorLedger(ledger, { shares, releases }, { rates, maxAgeDays: ANY_AGE_DAYS })
  const names = new Map(shares.map(({ donorId, name }) => [donorId, name]))
  const isForeign = contract.currency !== 'MRU'
  return (
    <PanelSection title={m.title}>
      <div className={styles.donorTools}>
        <span className={styles.unit}>{money.unit(contract.currency)}</span>
        <DonorLedgerDownload {...{ view, donors, names }} />
      </div>
      <DataTable caption={m.caption}>
        <DonorHead isForeign={isForeign} />
        {donors.map((donor) => (
          <DonorPart
            key={donor.donorId}
            donor={donor}
            name={names.get(donor.donorId) ?? ''}
            isForeign={isForeign}
          />
        ))}
      </DataTable>
    </PanelSection>
  )
}

function DonorHead({ isForeign }: { isForeign: boolean }) {
  const m = useMessages(donorLedgerMessages)
  const money = useMessages(moneyMessages)
  const heads = [m.due, money.paid, money.outstanding, m.dueToDate, m.paidToDate]
  return (
    <thead>
      <tr>
        <th scope="col">{m.line}</th>
        <th scope="col">{money.on}</th>
        {heads.map((head) => (
          <th key={head} scope="col" className="number">
            {head}
          </th>
        ))}
        {isForeign && (
          <th scope="col" className="number">
            {m.mruDue}
          </th>
        )}
      </tr>
    </thead>
  )
}

interface DonorPartProps {
  donor: DonorLedger
  name: string
  isForeign: boolean
}

function DonorPart({ donor, name, isForeign }: DonorPartProps) {
  const m = useMessages(donorLedgerMessages)
  const words = useMessages(moneyMessages)
  const { day, percent } = useFormats()
  const money = useMoney()
  const { totals, mruDueMinor } = donor
  return (
    <tbody>
      <tr className={styles.donor}>
        <th scope="rowgroup" colSpan={isForeign ? 8 : 7}>
          {name} · {percent(donor.sharePpm / 1_000_000, 2)}
        </th>
      </tr>
      {donor.lines.map((line) => (
        <tr key={line.id}>
          <th scope="row">{line.number === null ? m.release : `${words.number} ${line.number}`}</th>
          <td className={styles.day}>{day(line.on)}</td>
          {amountsOf(line).map(([part, minor]) => (
            <td key={part} className="number">
              {money.plain(minor)}
            </td>
          ))}
          {isForeign && <MruCell line={line} />}
        </tr>
      ))}
      <tr className={styles.donorTotal}>
        <th scope="row" colSpan={2}>
          {words.total}
        </th>
        <td className="number">{money.plain(totals.dueMinor)}</td>
        <td className="number">{money.plain(totals.paidMinor)}</td>
        <td className="number">{money.plain(totals.outstandingMinor)}</td>
        <td />
        <td />
        {isForeign && (
          <td className="number">{mruDueMinor === null ? m.mruIncomplete : money.plain(mruDueMinor)}</td>
        )}
      </tr>
    </tbody>
  )
}

function MruCell({ line: { mru, on } }: { line: DonorLedgerLine }) {
  const m = useMessages(donorLedgerMessages)
  const { day } = useFormats()
  const money = useMoney()
  return (
    <td className="number">
      {mru === null ? (
        m.noRate(day(on))
      ) : (
        <>
          {money.plain(mru.dueMinor)}
          <span className={styles.rate}>{m.rateFrom(day(mru.rateFrom))}</span>
        </>
      )}
    </td>
  )
}

function amountsOf({ period, toDate }: DonorLedgerLine) {
  return [
    ['due', period.dueMinor],
    ['paid', period.paidMinor],
    ['outstanding', period.outstandingMinor],
    ['dueToDate', toDate.dueMinor],
    ['paidToDate', toDate.paidMinor],
  ] as const
}

interface DownloadProps {
  view: ContractView
  donors: readonly DonorLedger[]
  names: ReadonlyMap<string, string>
}

function DonorLedgerDownload({ view: { contract }, donors, names }: DownloadProps) {
  const m = useMessages(donorLedgerMessages)
  const money = useMessages(moneyMessages)
  const { demonstration } = useMessages(contractMessages)
  const { language } = useLanguage()
  function save() {
    const head: DonorRow = [
      m.donor,
      m.share,
      m.line,
      money.on,
      m.due,
      money.paid,
      money.outstanding,
      m.dueToDate,
      m.paidToDate,
      m.outstandingToDate,
      ...(contract.currency === 'MRU' ? [] : [m.mruDue, m.rateDay]),
    ]
    const rows = donorRows(donors, {
      isForeign: contract.currency !== 'MRU',
      nameOf: (donorId) => names.get(donorId) ?? '',
      lineOf: (number) => (number === null ? m.release : `${money.number} ${number}`),
      noRate: m.noRateColumn,
    })
    const notes = [
      [`${contract.reference} · ${money.unit(contract.currency)}`],
      ...(contract.isDemonstration ? [[demonstration]] : []),
    ]
    downloadText(
      `${fileNameOf(`${m.fileName} ${contract.reference}`)}.csv`,
      'text/csv',
      writeCsv([head, ...rows, ...notes], CSV_DIALECTS[language]),
    )
  }
  return (
    <Button
      size="small"
      icon={<IconDownload aria-hidden="true" />}
      aria-label={`${money.csv} (${m.title})`}
      onClick={save}
    >
      {money.csv}
    </Button>
  )
}

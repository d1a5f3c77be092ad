import { splitByDonor } from '@borne/geodata/works/ledger'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Fact, Facts, PanelSection } from '../../ui/panel.tsx'
import { DataTable } from '../../ui/table.tsx'
import styles from './contract.module.css'
import type { ContractView } from './contract-view.ts'
import { GuaranteeList } from './guarantee-list.tsx'
import { LedgerTable } from './ledger-table.tsx'
import { useMoney } from './money.ts'
import { moneyMessages } from './money-messages.ts'

/** What was certified and paid, what is kept back and what is still owed, and under which guarantees. */
export function MoneyTab({ view }: { view: ContractView }) {
  const m = useMessages(moneyMessages)
  return (
    <>
      <LedgerTable view={view} />
      <div className={styles.columns}>
        <PanelSection title={m.position}>
          <Position view={view} />
        </PanelSection>
        <GuaranteeList view={view} />
      </div>
      <DonorShares view={view} />
    </>
  )
}

function Position({ view: { ledger } }: { view: ContractView }) {
  const m = useMessages(moneyMessages)
  const formats = useFormats()
  const money = useMoney()
  const { totals, currency } = ledger
  const share = (percent: number) => ` (${formats.percent(percent / 100, 1)})`
  return (
    <Facts>
      <Fact label={m.amountWithTax}>{money.exact(ledger.amountMinor + ledger.taxMinor, currency)}</Fact>
      <Fact label={m.certified}>
        {money.exact(totals.grossMinor, currency)}
        {share(totals.certifiedPercent)}
      </Fact>
      <Fact label={m.paid}>
        {money.exact(totals.paidMinor, currency)}
        {share(totals.paidPercent)}
      </Fact>
      <Fact label={m.outstanding}>{money.exact(totals.outstandingMinor, currency)}</Fact>
      <Fact label={m.advanceLeft}>{money.exact(totals.advanceOutstandingMinor, currency)}</Fact>
      <Fact label={m.held}>{money.exact(totals.retentionHeldMinor, currency)}</Fact>
      {totals.retentionReleasedMinor > 0 && (
        <Fact label={m.released}>{money.exact(totals.retentionReleasedMinor, currency)}</Fact>
      )}
    </Facts>
  )
}

/** Only where the shares are told: what a donor promised is not for everybody. */
function DonorShares({ view: { contract, ledger } }: { view: ContractView }) {
  const m = useMessages(moneyMessages)
  const { percent } = useFormats()
  const money = useMoney()
  const shares = contract.donors.flatMap(({ id, name, sharePpm }) =>
    sharePpm === null ? [] : [{ donorId: id, name, sharePpm }],
  )
  if (shares.length === 0) return null
  const certified = splitByDonor(ledger.totals.netMinor, shares)
  const paid = splitByDonor(ledger.totals.paidMinor, shares)
  return (
    <PanelSection title={m.donors}>
      <DataTable caption={m.donors}>
        <thead>
          <tr>
            <th scope="col">{m.donors}</th>
            <th scope="col" className="number">
              {m.donorShare}
            </th>
            <th scope="col" className="number">
              {m.donorCertified} ({contract.currency})
            </th>
            <th scope="col" className="number">
              {m.donorPaid} ({contract.currency})
            </th>
          </tr>
        </thead>
        <tbody>
          {shares.map(({ donorId, name, sharePpm }, index) => (
            <tr key={donorId}>
              <th scope="row">{name}</th>
              <td className="number">{percent(sharePpm / 1_000_000, 2)}</td>
              <td className="number">{money.plain(certified[index]?.amountMinor)}</td>
              <td className="number">{money.plain(paid[index]?.amountMinor)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </PanelSection>
  )
}

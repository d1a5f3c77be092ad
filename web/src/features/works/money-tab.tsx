import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Fact, Facts, PanelSection } from '../../ui/panel.tsx'
import { AmendmentList } from './amendment-list.tsx'
import styles from './contract.module.css'
import type { ContractView } from './contract-view.ts'
import { DonorLedgerTable } from './donor-ledger-table.tsx'
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
      <AmendmentList view={view} />
      <DonorLedgerTable view={view} />
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

import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import styles from './amendment.module.css'
import { amendmentMessages } from './amendment-messages.ts'
import { amendmentSteps } from './amendment-steps.ts'
import { BillComparison } from './bill-comparison.tsx'
import type { ContractView } from './contract-view.ts'
import { StandingTable } from './standing-table.tsx'

/** What each amendment changed, with what was before it. */
export function AmendmentList({ view: { contract, state } }: { view: ContractView }) {
  const m = useMessages(amendmentMessages)
  const { day } = useFormats()
  const steps = amendmentSteps(contract, state)
  if (steps.length === 0) return null
  return (
    <PanelSection title={m.title}>
      <ol className={styles.steps}>
        {steps.map(({ amendment, before, after, bill }) => {
          const name = m.amendment(amendment.number, day(amendment.on))
          return (
            <li key={amendment.eventId}>
              <h3>{name}</h3>
              {amendment.note && <p className={styles.muted}>{amendment.note}</p>}
              <StandingTable caption={name} currency={contract.currency} before={before} after={after} />
              {bill && (
                <details>
                  <summary>{m.billChanged}</summary>
                  <BillComparison before={bill.before} after={bill.after} />
                </details>
              )}
            </li>
          )
        })}
      </ol>
    </PanelSection>
  )
}

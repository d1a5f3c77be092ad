import type { GuaranteeFact } from '@borne/geodata/works/state'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import styles from './guarantee-list.module.css'
import { useMoney } from './money.ts'
import { moneyMessages } from './money-messages.ts'
import { useRecordEvent } from './use-record-event.ts'
import { useContractSearch } from './use-works-search.ts'

const SOON_DAYS = 30
const DAY_MS = 86_400_000

/** What secures the contract, and until when. */
export function GuaranteeList({ view }: { view: ContractView }) {
  const m = useMessages(moneyMessages)
  const { change } = useContractSearch()
  const mayManage = usePermission('works.manage') && !view.isPast
  const { guarantees } = view.state
  return (
    <PanelSection
      title={m.guarantees}
      actions={
        mayManage &&
        guarantees.length > 0 && (
          <Button size="small" onClick={() => change({ form: 'guarantee' })}>
            {m.add}
          </Button>
        )
      }
    >
      {guarantees.length === 0 ? (
        <EmptyState
          title={m.noGuarantee}
          action={mayManage && <Button onClick={() => change({ form: 'guarantee' })}>{m.add}</Button>}
        >
          {m.noGuaranteeText}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {guarantees.map((guarantee) => (
            <GuaranteeLine key={guarantee.id} guarantee={guarantee} view={view} mayManage={mayManage} />
          ))}
        </ul>
      )}
    </PanelSection>
  )
}

interface GuaranteeLineProps {
  guarantee: GuaranteeFact
  view: ContractView
  mayManage: boolean
}

function GuaranteeLine({ guarantee, view, mayManage }: GuaranteeLineProps) {
  const m = useMessages(moneyMessages)
  const words = useMessages(eventWords)
  const { day, number } = useFormats()
  const money = useMoney()
  const { record, isPending } = useRecordEvent(view)
  const daysLeft = Math.round((Date.parse(guarantee.expiresOn) - Date.parse(view.on)) / DAY_MS)
  const state = guarantee.releasedOn
    ? 'released'
    : daysLeft < 0
      ? 'lapsed'
      : daysLeft <= SOON_DAYS
        ? 'soon'
        : 'valid'
  const told = {
    released: m.releasedOn(day(guarantee.releasedOn)),
    lapsed: m.expired(day(guarantee.expiresOn)),
    soon: `${m.expires(day(guarantee.expiresOn))}, ${m.inDays(number(daysLeft))}`,
    valid: m.expires(day(guarantee.expiresOn)),
  }[state]
  return (
    <li data-state={state}>
      <div>
        <strong>{words.guarantees[guarantee.type]}</strong>
        <div className={styles.facts}>
          {guarantee.reference} · {guarantee.issuer} ·{' '}
          {money.exact(guarantee.amountMinor, view.contract.currency)}
        </div>
        <div className={styles.until}>{told}</div>
      </div>
      {mayManage && state !== 'released' && (
        <Button
          size="small"
          disabled={isPending}
          onClick={() =>
            void record({ kind: 'guarantee-released', about: guarantee.id, payload: { note: '' } })
          }
        >
          {m.release}
        </Button>
      )}
    </li>
  )
}

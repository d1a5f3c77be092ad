import { IconShieldCheck, IconShieldX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { auditChainQuery } from './audit-queries.ts'
import styles from './journal.module.css'
import { messages } from './messages.ts'

/** Whether the journal is as it was written: computed anew from its first line. */
export function ChainState() {
  const m = useMessages(messages)
  const formats = useFormats()
  const { data, error, refetch } = useQuery(auditChainQuery)
  if (error && !data)
    return <ErrorState problem={error} what={m.chainFailed} onRetry={() => void refetch()} />
  if (!data) return <p className={styles.chain}>{m.chainChecking}</p>
  const { isIntact, broken, events, headHash } = data
  if (!isIntact) {
    const reason = m.reasons[broken?.reason ?? ''] ?? broken?.reason ?? '—'
    return (
      <div className={styles.chain} data-broken role="alert">
        <IconShieldX aria-hidden="true" size={22} />
        <p>
          <strong>{m.chainBroken(formats.number(broken?.seq), reason)}</strong> {m.chainNext}
        </p>
      </div>
    )
  }
  return (
    <details className={styles.chain}>
      <summary>
        <IconShieldCheck aria-hidden="true" size={22} />
        {m.chainIntact(formats.number(events), events)}
      </summary>
      <p className={styles.head}>
        {m.chainHead} <code>{headHash}</code>
      </p>
    </details>
  )
}

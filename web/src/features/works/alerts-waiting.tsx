import { IconClipboardList } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './alerts.module.css'
import type { WaitingReport } from './alerts-list.ts'
import { alertsMessages } from './alerts-messages.ts'

/** Reports over all contracts that the person may decide on, from the first day on; each leads to its place. */
export function WaitingReports({ reports }: { reports: readonly WaitingReport[] }) {
  const m = useMessages(alertsMessages)
  const { day } = useFormats()
  if (reports.length === 0) return null
  return (
    <section className={styles.group} aria-label={m.waiting} data-waiting>
      <h2>
        <IconClipboardList aria-hidden="true" size={18} />
        {m.waiting} <span className={styles.count}>{reports.length}</span>
      </h2>
      <p className={styles.muted}>{m.waitingText}</p>
      <ul>
        {reports.map(({ eventId, on, row }) => (
          <li key={eventId}>
            <div>
              <Link
                to="/works/$contractId"
                params={{ contractId: row.id }}
                search={{ tab: 'progress', event: eventId }}
              >
                {row.title}
              </Link>
              <p>{m.reportOf(day(on))}</p>
              <p className={styles.muted}>
                {[row.reference, row.posts.map(({ name }) => name).join(', ')].filter(Boolean).join(' · ')}
                {row.isDemonstration && ` · ${m.demonstration}`}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}

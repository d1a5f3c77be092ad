import type { AuditEvent } from '@borne/api/contracts/audit'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Fact, Facts } from '../../ui/panel.tsx'
import { roleNames } from '../../ui/role-words.ts'
import { DataTable } from '../../ui/table.tsx'
import { eventWords } from './event-words.ts'
import styles from './journal.module.css'
import { messages } from './messages.ts'
import type { AuditSearch } from './search.ts'
import { tellEvent } from './tell-event.ts'

interface JournalTableProps {
  events: readonly AuditEvent[]
  onChange(patch: Partial<AuditSearch>): void
}

export function JournalTable({ events, onChange }: JournalTableProps) {
  const m = useMessages(messages)
  return (
    <DataTable caption={m.caption}>
      <thead>
        <tr>
          <th scope="col">{m.when}</th>
          <th scope="col">{m.person}</th>
          <th scope="col">{m.what}</th>
          <th scope="col">{m.about}</th>
          <th scope="col" className={styles.address}>
            {m.address}
          </th>
        </tr>
      </thead>
      <tbody>
        {events.map((event) => (
          <tr key={event.seq} data-action={event.action}>
            <td className={styles.when}>
              <When at={event.at} />
            </td>
            <td>
              <Who event={event} onChange={onChange} />
            </td>
            <td>
              <What event={event} />
            </td>
            <td>
              <About event={event} events={events} onChange={onChange} />
            </td>
            <td className={styles.address}>{event.address ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

function When({ at }: { at: string }) {
  const formats = useFormats()
  return (
    <time dateTime={at} title={formats.instant(at)}>
      {formats.relative(at)}
    </time>
  )
}

function Who({ event, onChange }: { event: AuditEvent; onChange: JournalTableProps['onChange'] }) {
  const m = useMessages(messages)
  const names = useMessages(roleNames) as Record<string, string>
  const { accountId, name, role, isForgotten } = event
  if (role === 'local') return m.local
  if (!accountId) return <span className={styles.muted}>{m.nobody}</span>
  const roleName = role ? (names[role] ?? role) : ''
  return (
    <>
      <button
        type="button"
        className={styles.person}
        title={name ? m.onlyThis(name) : m.forgottenHint}
        onClick={() => onChange({ who: accountId })}
      >
        {name ?? (isForgotten ? m.forgotten : '—')}
      </button>{' '}
      <span className={styles.muted}>{roleName}</span>
    </>
  )
}

/** The sentence; everything else that the line holds is behind the fold. */
function What({ event }: { event: AuditEvent }) {
  const words = useMessages(eventWords)
  const roles = useMessages(roleNames)
  const { list } = useFormats()
  const sentence = tellEvent(event, { words, roles, list })
  return (
    <details className={styles.what}>
      <summary>
        <span data-refused={event.action === 'refused' || undefined}>{sentence}</span>
      </summary>
      <Details event={event} />
    </details>
  )
}

interface AboutProps extends JournalTableProps {
  event: AuditEvent
}

/** What the line is about: a post, which can be opened, or an account, by the name that the page knows it by. */
function About({ event: { subject, subjectId }, events, onChange }: AboutProps) {
  const m = useMessages(messages)
  const { data } = useQuery(borderPostsQuery)
  if (!subjectId) return null
  const post = data?.features.find(({ id }) => id === subjectId)
  if (post) {
    return (
      <Link to="/posts/$postId" params={{ postId: subjectId }}>
        {post.properties.name}
      </Link>
    )
  }
  if (subject !== 'account' && subject !== 'link') return null
  const name = events.find(({ accountId }) => accountId === subjectId)?.name
  const shown = name ?? subjectId.slice(0, 8)
  return (
    <button
      type="button"
      className={styles.person}
      title={m.onlyThis(shown)}
      onClick={() => onChange({ subjectId })}
    >
      {shown}
    </button>
  )
}

function Details({ event }: { event: AuditEvent }) {
  const m = useMessages(messages)
  const formats = useFormats()
  const details = Object.entries(event.detail)
  return (
    <div className={styles.details}>
      <Facts>
        <Fact label={m.when}>{formats.instant(event.at)}</Fact>
        <Fact label={m.line}>{formats.number(event.seq)}</Fact>
        {event.subjectId && <Fact label={m.identifier}>{event.subjectId}</Fact>}
        {event.address && <Fact label={m.address}>{event.address}</Fact>}
        {event.agent && <Fact label={m.agent}>{event.agent}</Fact>}
        {details.length > 0 && (
          <Fact label={m.details}>
            {details.map(([key, value]) => (
              <code key={key} className={styles.detail}>
                {key}: {typeof value === 'string' ? value : JSON.stringify(value)}
              </code>
            ))}
          </Fact>
        )}
      </Facts>
    </div>
  )
}

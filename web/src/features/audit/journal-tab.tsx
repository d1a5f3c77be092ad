import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { EmptyState, ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { auditQuery, EVENTS_PER_PAGE } from './audit-queries.ts'
import { ChainState } from './chain-state.tsx'
import styles from './journal.module.css'
import { JournalFilters } from './journal-filters.tsx'
import { JournalTable } from './journal-table.tsx'
import { messages } from './messages.ts'
import type { AuditSearch } from './search.ts'

export const NO_FILTERS = {
  action: undefined,
  who: undefined,
  subject: undefined,
  subjectId: undefined,
  from: undefined,
  to: undefined,
  q: undefined,
  offset: undefined,
} as const satisfies AuditSearch

/** The journal: who did what and when, the latest first. Filters and page are in the address. */
export function JournalTab() {
  const m = useMessages(messages)
  const search: AuditSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const { data, error, isPlaceholderData, refetch } = useQuery(auditQuery(search))
  const change = (patch: Partial<AuditSearch>) =>
    void navigate({ to: '.', search: (old) => ({ ...old, offset: undefined, ...patch }), replace: true })
  return (
    <div className={styles.journal}>
      <ChainState />
      <JournalFilters search={search} events={data?.items ?? []} onChange={change} />
      {error && !data && <ErrorState problem={error} what={m.failed} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={10} />}
      {data?.items.length === 0 && (
        <EmptyState
          title={m.noneTitle}
          action={<Button onClick={() => change(NO_FILTERS)}>{m.clear}</Button>}
        >
          {m.noneText}
        </EmptyState>
      )}
      {data && data.items.length > 0 && (
        <StaleVeil isStale={isPlaceholderData}>
          <div className={styles.table}>
            <JournalTable events={data.items} onChange={change} />
          </div>
          <Pages total={data.total} offset={data.offset} count={data.items.length} onChange={change} />
        </StaleVeil>
      )}
    </div>
  )
}

interface PagesProps {
  total: number
  offset: number
  count: number
  onChange(patch: Partial<AuditSearch>): void
}

function Pages({ total, offset, count, onChange }: PagesProps) {
  const m = useMessages(messages)
  const formats = useFormats()
  const last = offset + count
  return (
    <nav className={styles.pages} aria-label={m.pages}>
      <Button
        size="small"
        disabled={offset === 0}
        onClick={() => onChange({ offset: Math.max(0, offset - EVENTS_PER_PAGE) || undefined })}
      >
        {m.later}
      </Button>
      <span>{m.range(formats.number(offset + 1), formats.number(last), formats.number(total))}</span>
      <Button
        size="small"
        disabled={last >= total}
        onClick={() => onChange({ offset: offset + EVENTS_PER_PAGE })}
      >
        {m.earlier}
      </Button>
    </nav>
  )
}

import type { AuditEvent } from '@borne/api/contracts/audit'
import { IconDownload, IconX } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { buttonClass } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { auditExportPath } from './audit-queries.ts'
import { eventWords } from './event-words.ts'
import styles from './journal.module.css'
import { messages } from './messages.ts'
import type { AuditSearch } from './search.ts'

interface JournalFiltersProps {
  search: AuditSearch
  /** Tell the name of the person who is filtered for. */
  events: readonly AuditEvent[]
  onChange(patch: Partial<AuditSearch>): void
}

export function JournalFilters({ search, events, onChange }: JournalFiltersProps) {
  const m = useMessages(messages)
  const { actions, subjects } = useMessages(eventWords)
  return (
    <search className={styles.filters} aria-label={m.filters}>
      <TextFilter search={search} onChange={onChange} />
      <ChoiceFilter
        label={m.action}
        any={m.anyAction}
        words={actions}
        value={search.action}
        onChange={(action) => onChange({ action })}
      />
      <ChoiceFilter
        label={m.subject}
        any={m.anySubject}
        words={subjects}
        value={search.subject}
        onChange={(subject) => onChange({ subject })}
      />
      {(['from', 'to'] as const).map((end) => (
        <Field key={end} label={m[end]}>
          {(control) => (
            <input
              {...control}
              type="date"
              value={search[end] ?? ''}
              onChange={(event) => onChange({ [end]: event.target.value || undefined })}
            />
          )}
        </Field>
      ))}
      <a href={auditExportPath(search)} download className={`${buttonClass('plain')} ${styles.export}`}>
        <IconDownload aria-hidden="true" />
        {m.exportCsv}
      </a>
      <Chips search={search} events={events} onChange={onChange} />
    </search>
  )
}

const TYPING_MS = 500

/** Waits until one has typed: each reading is a line of the journal. */
function TextFilter({ search: { q }, onChange }: Omit<JournalFiltersProps, 'events'>) {
  const m = useMessages(messages)
  const [text, setText] = useState(q ?? '')
  const [known, setKnown] = useState(q)
  if (known !== q) {
    setKnown(q)
    setText(q ?? '')
  }
  useEffect(() => {
    const next = text.trim() || undefined
    if (next === q) return
    const timer = setTimeout(() => onChange({ q: next }), TYPING_MS)
    return () => clearTimeout(timer)
  })
  return (
    <div className={styles.text}>
      <Field label={m.search}>
        {(control) => (
          <input
            {...control}
            type="search"
            placeholder={m.searchHint}
            maxLength={100}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
    </div>
  )
}

interface ChoiceFilterProps {
  label: string
  any: string
  words: Readonly<Record<string, string>>
  value: string | undefined
  onChange(value: string | undefined): void
}

function ChoiceFilter({ label, any, words, value, onChange }: ChoiceFilterProps) {
  return (
    <Field label={label}>
      {(control) => (
        <select
          {...control}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        >
          <option value="">{any}</option>
          {Object.entries(words).map(([key, word]) => (
            <option key={key} value={key}>
              {word}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

/** The person and the thing that were clicked in the table: each filter goes away by a click. */
function Chips({ search: { who, subjectId }, events, onChange }: JournalFiltersProps) {
  const m = useMessages(messages)
  const name = events.find(({ accountId }) => accountId === who)?.name
  const chips = [
    ...(who ? [{ key: 'who', label: m.who(name ?? m.someone) }] : []),
    ...(subjectId ? [{ key: 'subjectId', label: m.one(subjectId.slice(0, 8)) }] : []),
  ]
  if (chips.length === 0) return null
  return (
    <div className={styles.chips}>
      {chips.map(({ key, label }) => (
        <button
          key={key}
          type="button"
          aria-label={m.removeFilter(label)}
          onClick={() => onChange({ [key]: undefined })}
        >
          {label}
          <IconX aria-hidden="true" size={14} />
        </button>
      ))}
    </div>
  )
}

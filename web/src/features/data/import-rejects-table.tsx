import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { DataTable } from '../../ui/table.tsx'
import styles from './data-page.module.css'
import { datasetWords } from './dataset-words.ts'
import { importRejectsQuery, REJECTS_PER_PAGE } from './import-queries.ts'
import { messages } from './messages.ts'

/** The rows that an import refused, and why, page by page. */
export function ImportRejectsTable({ importRunId }: { importRunId: number }) {
  const m = useMessages(messages)
  const { reasons } = useMessages(datasetWords)
  const formats = useFormats()
  const [offset, setOffset] = useState(0)
  const { data, error, isPlaceholderData, refetch } = useQuery(importRejectsQuery(importRunId, offset))
  if (error && !data) {
    return <ErrorState problem={error} what={m.rejectsFailed} onRetry={() => void refetch()} />
  }
  if (!data) return <Skeleton />
  const last = Math.min(data.offset + data.items.length, data.total)
  return (
    <StaleVeil isStale={isPlaceholderData}>
      <DataTable caption={m.rejects}>
        <thead>
          <tr>
            <th scope="col" className="number">
              {m.row}
            </th>
            <th scope="col">{m.reason}</th>
            <th scope="col">{m.detail}</th>
          </tr>
        </thead>
        <tbody>
          {data.items.map((reject) => (
            <tr key={`${reject.rowNumber} ${reject.reason} ${reject.detail}`}>
              <td className="number">{formats.number(reject.rowNumber)}</td>
              <td>{reasons[reject.reason] ?? reject.reason}</td>
              <td>{reject.detail}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
      {data.total > data.items.length && (
        <nav className={styles.pages} aria-label={m.rejects}>
          <Button size="small" disabled={offset === 0} onClick={() => setOffset(offset - REJECTS_PER_PAGE)}>
            {m.previous}
          </Button>
          <span>
            {m.range(formats.number(data.offset + 1), formats.number(last), formats.number(data.total))}
          </span>
          <Button
            size="small"
            disabled={last >= data.total}
            onClick={() => setOffset(offset + REJECTS_PER_PAGE)}
          >
            {m.next}
          </Button>
        </nav>
      )}
    </StaleVeil>
  )
}

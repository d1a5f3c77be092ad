import type { ImportRun } from '@borne/api/contracts/imports'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { usePermission } from '../../platform/use-permission.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Fact, Facts } from '../../ui/panel.tsx'
import styles from './data-page.module.css'
import { datasetWords } from './dataset-words.ts'
import { ImportRejectsTable } from './import-rejects-table.tsx'
import { messages } from './messages.ts'

/** One load of one data set: its counts in view, its provenance behind a fold, earlier loads inside. */
export function ImportRunCard({ run, earlier = [] }: { run: ImportRun; earlier?: readonly ImportRun[] }) {
  const m = useMessages(messages)
  const { names } = useMessages(datasetWords)
  const formats = useFormats()
  const navigate = useNavigate()
  const { run: openRun } = useSearch({ strict: false })
  const isOpen = openRun === run.id || earlier.some(({ id }) => id === openRun)

  function toggle(shouldOpen: boolean) {
    if (shouldOpen === isOpen) return
    const next = shouldOpen ? run.id : undefined
    void navigate({ to: '.', search: (old) => ({ ...old, run: next }), replace: true })
  }

  return (
    <details className={styles.run} open={isOpen} onToggle={(event) => toggle(event.currentTarget.open)}>
      <summary>
        <span className={styles.dataset}>{names[run.dataset] ?? run.dataset}</span>
        <span className={styles.counts}>
          {run.status === 'loaded'
            ? m.rows(formats.number(run.rowsLoaded), run.rowsLoaded)
            : m.status[run.status]}
          {run.rowsRejected > 0 && (
            <strong className={styles.rejected}>
              {m.rejected(formats.number(run.rowsRejected), run.rowsRejected)}
            </strong>
          )}
        </span>
      </summary>
      {isOpen && <RunDetails run={run} />}
      {isOpen && earlier.length > 0 && (
        <section className={styles.earlier}>
          <h3>{m.earlier(earlier.length)}</h3>
          <ul>
            {earlier.map((old) => (
              <li key={old.id}>
                {formats.instant(old.startedAt)} · {m.status[old.status]} ·{' '}
                {m.rows(formats.number(old.rowsLoaded), old.rowsLoaded)}
                {old.rowsRejected > 0 &&
                  ` · ${m.rejected(formats.number(old.rowsRejected), old.rowsRejected)}`}
              </li>
            ))}
          </ul>
        </section>
      )}
    </details>
  )
}

function RunDetails({ run }: { run: ImportRun }) {
  const m = useMessages(messages)
  const seesRejects = usePermission('imports.rejects')
  const formats = useFormats()
  return (
    <div className={styles.details}>
      <Facts>
        <Fact label={m.source}>{run.source}</Fact>
        <Fact label={m.licence}>{run.licence}</Fact>
        <Fact label={m.attribution}>{run.attribution}</Fact>
        <Fact label={m.file}>{run.fileName}</Fact>
        <Fact label={m.checksum}>
          <code className={styles.checksum}>{run.fileSha256}</code>
        </Fact>
        <Fact label={m.started}>
          <time dateTime={run.startedAt} title={formats.relative(run.startedAt)}>
            {formats.instant(run.startedAt)}
          </time>
        </Fact>
        <Fact label={m.finished}>{formats.instant(run.finishedAt)}</Fact>
        <Fact label={m.read}>{formats.number(run.rowsRead)}</Fact>
        <Fact label={m.loaded}>{formats.number(run.rowsLoaded)}</Fact>
        <Fact label={m.refused}>{formats.number(run.rowsRejected)}</Fact>
      </Facts>
      {seesRejects && run.rowsRejected > 0 && <ImportRejectsTable importRunId={run.id} />}
    </div>
  )
}

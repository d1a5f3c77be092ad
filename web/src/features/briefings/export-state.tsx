import type { ExportJob, Slide } from '@borne/api/contracts/briefings'
import { IconDownload } from '@tabler/icons-react'
import { Button, buttonClass } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { exportMessages } from './export-messages.ts'
import styles from './share.module.css'
import { WithheldList } from './withheld-list.tsx'

interface ExportStateProps {
  job: ExportJob
  slides: readonly Slide[]
  isCancelling: boolean
  onCancel(): void
  onAgain(): void
}

/** How far a file is; then the file, or why there is none. */
export function ExportState({ job, slides, isCancelling, onCancel, onAgain }: ExportStateProps) {
  const m = useMessages(exportMessages)
  const formats = useFormats()
  const { state, stepsDone, stepCount, hasMaps, bytes, problem, expiresAt, withheld } = job
  const isUnderWay = state === 'waiting' || state === 'running'
  return (
    <div className={styles.form}>
      <p>
        <strong>{m.formats[job.format]}</strong>
      </p>
      {!hasMaps && <p className={styles.note}>{m.withoutMaps}</p>}
      {isUnderWay && (
        <>
          <progress
            className={styles.bar}
            aria-label={m.progress}
            {...(stepCount > 0 && { value: stepsDone, max: stepCount })}
          />
          <p className={styles.hint} role="status">
            {state === 'waiting' || stepCount === 0
              ? m.waiting
              : m.running(formats.number(stepsDone), formats.number(stepCount))}
          </p>
          <Button disabled={isCancelling} onClick={onCancel}>
            {m.cancel}
          </Button>
        </>
      )}
      {state === 'done' && (
        <>
          <p role="status">{m.ready(formats.bytes(bytes))}</p>
          <div className={styles.linkActions}>
            <a href={`/api/briefings/exports/${job.id}/file`} download className={buttonClass('primary')}>
              <IconDownload aria-hidden="true" />
              {m.download}
            </a>
            <Button onClick={onAgain}>{m.again}</Button>
          </div>
          <p className={styles.hint}>{m.keptUntil(formats.instant(expiresAt))}</p>
          {withheld.length > 0 && (
            <details className={styles.more}>
              <summary>{m.withheld}</summary>
              <WithheldList withheld={withheld} slides={slides} />
            </details>
          )}
        </>
      )}
      {state === 'failed' && (
        <ErrorState problem={problem && { ...problem, status: 0 }} what={m.failed} onRetry={onAgain} />
      )}
      {state === 'cancelled' && (
        <>
          <p role="status">{m.cancelled}</p>
          <Button onClick={onAgain}>{m.again}</Button>
        </>
      )}
    </div>
  )
}

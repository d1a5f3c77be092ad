import type { ReportFact } from '@borne/geodata/works/state'
import { useState } from 'react'
import { useSignedIn } from '../../platform/session-query.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './contract.module.css'
import type { ContractView } from './contract-view.ts'
import { FormRefusal } from './form-refusal.tsx'
import { FormerVersions } from './former-versions.tsx'
import { InlineForm } from './inline-form.tsx'
import { MeasureList } from './measure-list.tsx'
import { progressMessages } from './progress-messages.ts'
import { ReportCorrection } from './report-correction.tsx'
import { useEventPeople } from './use-event-people.ts'
import { useRecordEvent } from './use-record-event.ts'
import { ValidationValues } from './validation-values.tsx'

interface ReportLineProps {
  report: ReportFact
  view: ContractView
}

/** One report: what it measured, by whom, and who stands behind it. */
export function ReportLine({ report, view }: ReportLineProps) {
  const m = useMessages(progressMessages)
  const { day } = useFormats()
  const personOf = useEventPeople(view)
  const [isCorrecting, setIsCorrecting] = useState(false)
  const mayPropose = usePermission('works.propose')
  const person = personOf(report.eventId)
  const { decision } = report
  return (
    <li className={styles.entry} data-state={report.state}>
      <div className={styles.entryHead}>
        <strong>{day(report.on)}</strong>
        <span className={styles.chip} data-state={report.state}>
          {m.states[report.state]}
        </span>
        <span className={styles.muted}>
          {m.measures(report.measures.length)}
          {person && ` · ${m.proposedBy(person)}`}
        </span>
      </div>
      {report.note && <p className={styles.text}>{report.note}</p>}
      {report.fallReason && <p className={styles.text}>{m.fall(report.fallReason)}</p>}
      {decision && report.state !== 'proposed' && (
        <p className={styles.small}>
          {m.decidedBy[report.state](day(decision.on), personOf(decision.eventId))}
          {decision.note && ` · ${decision.note}`}
        </p>
      )}
      {report.state === 'proposed' ? (
        <ValidationValues report={report} view={view} />
      ) : (
        report.measures.length > 0 && (
          <details className={styles.fold}>
            <summary>{m.measures(report.measures.length)}</summary>
            <MeasureList measures={report.measures} view={view} />
          </details>
        )
      )}
      <ReportPhotos report={report} view={view} />
      <FormerVersions eventId={report.eventId} view={view} />
      {!view.isPast && report.state === 'proposed' && <Decide report={report} view={view} />}
      {!view.isPast && mayPropose && !isCorrecting && (
        <Button variant="quiet" size="small" onClick={() => setIsCorrecting(true)}>
          {m.correct}
        </Button>
      )}
      {isCorrecting && (
        <ReportCorrection
          report={{ ...report, photoIds: photosOf(report, view) }}
          view={view}
          onDone={() => setIsCorrecting(false)}
        />
      )}
    </li>
  )
}

/** A second person validates or rejects; whoever made the report is told that it takes somebody else. */
function Decide({ report, view }: ReportLineProps) {
  const m = useMessages(progressMessages)
  const mayManage = usePermission('works.manage')
  const accountId = useSignedIn()?.accountId
  const [reason, setReason] = useState<string | null>(null)
  const { record, refusals, error, isPending } = useRecordEvent(view)
  if (!mayManage) return null
  if (report.recordedBy === accountId) return <p className={styles.small}>{m.ownReport}</p>
  const decide = (kind: 'report-validated' | 'report-rejected', note: string) =>
    void record({ kind, about: report.id, payload: { note } }, true)
  return (
    <>
      {reason === null ? (
        <div className={styles.actions}>
          <Button
            size="small"
            variant="primary"
            disabled={isPending}
            onClick={() => decide('report-validated', '')}
          >
            {m.validate}
          </Button>
          <Button size="small" onClick={() => setReason('')}>
            {m.reject}
          </Button>
        </div>
      ) : (
        <InlineForm
          label={m.reject}
          action={m.confirmReject}
          isDangerous
          {...{ refusals, error, isPending }}
          onSubmit={() => decide('report-rejected', reason.trim())}
          onCancel={() => setReason(null)}
        >
          <Field label={m.rejectReason}>
            {(control) => (
              <textarea
                {...control}
                required
                rows={2}
                maxLength={4000}
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            )}
          </Field>
        </InlineForm>
      )}
      {reason === null && <FormRefusal refusals={refusals} error={error} />}
    </>
  )
}

function ReportPhotos({ report, view }: ReportLineProps) {
  const ids = photosOf(report, view)
  const photos = view.photos.filter(({ id }) => ids.includes(id))
  if (photos.length === 0) return null
  return (
    <div className={styles.thumbs}>
      {photos.map((photo) => (
        <a key={photo.id} href={photo.urls.large} target="_blank" rel="noreferrer">
          <img src={photo.urls.thumbnail} alt={photo.caption || photo.viewpoint || 'Photo'} loading="lazy" />
        </a>
      ))}
    </div>
  )
}

function photosOf({ eventId }: ReportFact, { events }: ContractView): readonly string[] {
  return events.find(({ id }) => id === eventId)?.photoIds ?? []
}

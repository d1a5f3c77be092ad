import type { BorderPostDetail } from '@borne/api/contracts/posts'
import type { ReactNode } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Reserved } from '../../ui/reserved.tsx'
import { StatusMark, statusMessages } from '../../ui/status-mark.tsx'
import { postMessages } from './post-messages.ts'
import styles from './post-page.module.css'
import { SheetSection } from './sheet-section.tsx'
import { termMessages } from './term-messages.ts'
import { withheldMessages } from './withheld-messages.ts'

/** How the post stood at each date, on the ground and in law, the present first. */
export function PostStatusHistories({ post }: { post: BorderPostDetail }) {
  const m = useMessages(postMessages)
  const words = useMessages(statusMessages)
  const terms = useMessages(termMessages)
  const why = useMessages(withheldMessages)
  const formats = useFormats()
  return (
    <SheetSection id="status" title={m.status}>
      <h3 className={styles.subhead}>{m.physical}</h3>
      <Timeline
        steps={post.physicalHistory.map((entry) => ({
          from: entry.validFrom,
          mark: <StatusMark status={entry.status} progressPercent={entry.progressPercent} />,
          title: [
            words[entry.status],
            entry.progressPercent === null ? '' : formats.percent(entry.progressPercent / 100),
          ],
          notes: [entry.note],
        }))}
      />
      <h3 className={styles.subhead}>{m.legal}</h3>
      {post.legalHistory.length === 0 && <p className={styles.muted}>{m.noLegal}</p>}
      <Timeline
        steps={post.legalHistory.map((entry) => ({
          from: entry.validFrom,
          mark: <span className={styles.dot} />,
          title: [terms.legalStatuses[entry.status]],
          notes: [entry.actReference, entry.note],
        }))}
      />
      {post.withheld.includes('historyNotes') && (
        <p className={styles.note}>
          <Reserved why={why.historyNotes} isExplained />
        </p>
      )}
    </SheetSection>
  )
}

interface Step {
  from: string
  mark: ReactNode
  title: readonly string[]
  notes: readonly (string | null)[]
}

/** @param steps In the order of time; the last one holds until today. */
function Timeline({ steps }: { steps: readonly Step[] }) {
  const m = useMessages(postMessages)
  const formats = useFormats()
  return (
    <ol className={styles.timeline}>
      {steps.toReversed().map((step, index, reversed) => {
        const next = reversed[index - 1]
        const from = formats.day(step.from)
        return (
          <li key={step.from} aria-current={index === 0 ? 'date' : undefined}>
            <span className={styles.stepMark}>{step.mark}</span>
            <span className={styles.stepTitle}>{step.title.filter(Boolean).join(' · ')}</span>
            <span className={styles.muted}>
              {next ? m.fromTo(from, formats.day(next.from)) : m.since(from)}
            </span>
            {step.notes.filter(Boolean).map((note) => (
              <span key={note} className={styles.note}>
                {note}
              </span>
            ))}
          </li>
        )
      })}
    </ol>
  )
}

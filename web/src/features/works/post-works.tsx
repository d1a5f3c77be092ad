import type { WorksRow } from '@borne/api/contracts/works'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useFormats } from '../../ui/formats.ts'
import { defineMessages, useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { AlarmNote } from './alarm-note.tsx'
import { delayText } from './delay-text.ts'
import { messages as worksMessages } from './messages.ts'
import styles from './post-works.module.css'
import { STAGE_MARKS } from './stage-marks.ts'
import { postWorksQuery } from './works-queries.ts'

const messages = defineMessages({
  fr: { none: 'Aucun marché de travaux sur ce poste.', failed: 'Les travaux de ce poste' },
  en: { none: 'No works contract on this post.', failed: 'The works of this post' },
})

/** The contracts of one post, in short, each with the way to its page. */
export function PostWorks({ postId }: { postId: string }) {
  const m = useMessages(messages)
  const { data, error, refetch } = useQuery(postWorksQuery(postId))
  if (error && !data) return <ErrorState problem={error} what={m.failed} onRetry={() => void refetch()} />
  if (!data) return <Skeleton />
  if (data.items.length === 0) return <p className={styles.none}>{m.none}</p>
  return (
    <ul className={styles.list}>
      {data.items.map((row) => (
        <PostContract key={row.id} row={row} />
      ))}
    </ul>
  )
}

function PostContract({ row }: { row: WorksRow }) {
  const m = useMessages(worksMessages)
  const formats = useFormats()
  const share = (percent: number | null) => formats.percent(percent === null ? null : percent / 100)
  return (
    <li>
      <StatusMark status={STAGE_MARKS[row.stage]} progressPercent={row.physicalPercent} />
      <div>
        <Link to="/works/$contractId" params={{ contractId: row.id }}>
          {row.title}
        </Link>
        <div className={styles.facts}>
          {m.stages[row.stage]} · {m.built(share(row.physicalPercent))} · {m.paid(share(row.paidPercent))}
          {row.delayDays !== null && row.delayDays > 0 && ` · ${delayText(row.delayDays, m, formats)}`}{' '}
          <AlarmNote alarms={row.alarms} />
        </div>
      </div>
    </li>
  )
}

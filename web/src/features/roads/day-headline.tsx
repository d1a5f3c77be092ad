import type { RoadDay } from '@borne/api/contracts/roads'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './day-result.module.css'
import { messages } from './messages.ts'
import { fateOf } from './rank-posts.ts'

/** The day in one line, before everything else: what is cut, and whom it cuts off. Holds its place until it is known. */
export function DayHeadline({ day, isStale }: { day: RoadDay | undefined; isStale: boolean }) {
  const m = useMessages(messages)
  const { distance } = useFormats()
  if (!day) return <p className={styles.headline} />
  const count = day.posts.filter((post) => fateOf(post) === 'cut-off').length
  return (
    <p className={styles.headline} data-stale={isStale}>
      {day.metres.cut > 0 && <span data-alarm>{m.kilometresCut(distance(day.metres.cut))}</span>}
      {count > 0 ? (
        <span data-alarm>
          <IconAlertTriangle size={18} aria-hidden="true" />
          {m.cutOff(count, day.start.name)}
        </span>
      ) : (
        <span>{m.noneCutOff(day.start.name)}</span>
      )}
    </p>
  )
}

import type { Mission, MissionEvent } from '@borne/api/contracts/missions'
import { IconBan, IconCheck, IconCircle } from '@tabler/icons-react'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import styles from './day.module.css'
import { dayMessages } from './day-messages.ts'
import { STEPS, standingSteps } from './mission-course.ts'
import { useMoment } from './use-moment.ts'

/** Draft, submitted, cleared, under way, done: each with who and when. */
export function StatusSteps({ mission }: { mission: Mission }) {
  const m = useMessages(dayMessages)
  const formats = useFormats()
  const standing = standingSteps(mission.events)
  const refused = standing.get('refused')
  const { clearance } = mission
  return (
    <>
      <ol className={styles.steps} aria-label={m.steps}>
        <li data-state={mission.status === 'draft' ? 'now' : 'past'}>
          <IconCheck aria-hidden="true" />
          <strong>{m.draft}</strong>
        </li>
        {refused && (
          <li data-state="refused">
            <IconBan aria-hidden="true" />
            <strong>{m.refused}</strong>
            <Who event={refused} />
          </li>
        )}
        {STEPS.map((step) => {
          const event = standing.get(step)
          return (
            <li key={step} data-state={event ? 'past' : 'ahead'}>
              {event ? <IconCheck aria-hidden="true" /> : <IconCircle aria-hidden="true" />}
              <strong>{m.stepNames[step]}</strong>
              {event && <Who event={event} />}
            </li>
          )
        })}
      </ol>
      {clearance && standing.has('cleared') && (
        <p className={styles.fact}>
          <strong>{m.clearance}</strong>{' '}
          {m.clearanceText(clearance.number, formats.day(clearance.from), formats.day(clearance.until))}
        </p>
      )}
    </>
  )
}

function Who({ event }: { event: MissionEvent }) {
  const m = useMessages(dayMessages)
  const moment = useMoment()
  return (
    <span>
      {m.byWhom(event.recordedByName ?? m.somebody, moment(event.happenedAt))}
      {event.payload.note && <em>{event.payload.note}</em>}
    </span>
  )
}

import type { Mission, Overdue } from '@borne/api/contracts/missions'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { checkInMessages } from './check-in-messages.ts'
import styles from './day.module.css'
import { useMoment } from './use-moment.ts'

/** Teams that were to be heard of by now: the one thing on the page that is vermilion. */
export function OverdueAlarm({ mission: { overdue } }: { mission: Mission }) {
  if (overdue.length === 0) return null
  return (
    <div role="alert" className={styles.alarms}>
      {overdue.map((one) => (
        <OverdueLine key={one.teamId} overdue={one} />
      ))}
    </div>
  )
}

function OverdueLine({ overdue }: { overdue: Overdue }) {
  const m = useMessages(checkInMessages)
  const formats = useFormats()
  const moment = useMoment()
  const { teamName, placeName, expectedBy, minutesLate, lastHeardAt } = overdue
  const late = formats.duration(Math.max(1, minutesLate) * 60)
  return (
    <p className={styles.alarm}>
      <IconAlertTriangle aria-hidden="true" size={20} />
      <span>
        <strong>{m.late(teamName, late)}</strong>
        <br />
        {placeName === null ? m.radioBy(moment(expectedBy)) : m.arrivalBy(placeName, moment(expectedBy))}
        {lastHeardAt && ` ${m.lastHeard(moment(lastHeardAt))}`}
      </span>
    </p>
  )
}

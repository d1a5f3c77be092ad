import type { MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { IconCircleCheck } from '@tabler/icons-react'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './plan.module.css'
import { planMessages } from './plan-messages.ts'
import { planTotals } from './plan-totals.ts'

/** A plan in four figures, and whether it keeps the rules. */
export function PlanFigures({ question, timed }: { question: MissionQuestion; timed: TimedPlan }) {
  const m = useMessages(planMessages)
  const formats = useFormats()
  const { driveSeconds, metres, litres, served } = planTotals(timed.itinerary)
  const forbidden = timed.broken.filter(({ level }) => level === 'forbid').length
  const warned = timed.broken.length - forbidden
  return (
    <>
      <ul className={styles.figures}>
        <li>
          <strong>{m.visitsOf(formats.number(served), formats.number(question.visits.length))}</strong>
          {m.visits}
        </li>
        <li>
          <strong>{formats.duration(driveSeconds)}</strong>
          {m.driving}
        </li>
        <li>
          <strong>{formats.distance(metres)}</strong>
          {m.distance}
        </li>
        <li>
          <strong>{formats.litres(litres)}</strong>
          {m.fuel}
        </li>
      </ul>
      {forbidden > 0 && (
        <div className={styles.alarm} role="status">
          <h2>{m.brokenCount(forbidden)}</h2>
        </div>
      )}
      {forbidden === 0 && (
        <p className={styles.ok}>
          <IconCircleCheck size={18} aria-hidden="true" />
          {m.brokenNone}
          {warned > 0 && ` ${m.warnCount(warned)}.`}
        </p>
      )}
    </>
  )
}

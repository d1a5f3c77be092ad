import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './plan.module.css'
import { ruleMessages } from './rule-messages.ts'
import { placeName } from './rule-words.ts'
import type { Planner } from './use-planner.ts'
import { wayMessages } from './way-messages.ts'

/** Which forced ways the last change took away; one step back they are there again. */
export function LostWaysNote({ planner: { question, lostWays } }: { planner: Planner }) {
  const m = useMessages(wayMessages)
  const words = useMessages(ruleMessages)
  const formats = useFormats()
  if (lostWays.length === 0) return null
  const legs = lostWays.map(({ fromPlaceId, toPlaceId }) =>
    words.onLeg(placeName(question, fromPlaceId), placeName(question, toPlaceId)),
  )
  return (
    <p className={styles.told} role="status">
      {m.lost(formats.list(legs))}
    </p>
  )
}

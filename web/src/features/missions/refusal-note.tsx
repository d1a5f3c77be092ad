import type { Mission } from '@borne/api/contracts/missions'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import styles from './plan.module.css'
import { planMessages } from './plan-messages.ts'

/** Why a mission was refused, over the plan that is to be changed for it. */
export function RefusalNote({ mission: { status, events } }: { mission: Mission }) {
  const m = useMessages(planMessages)
  const formats = useFormats()
  const refusal = events.findLast(({ kind }) => kind === 'refused')
  if (status !== 'refused' || !refusal) return null
  return (
    <section className={styles.alarm} aria-labelledby="refusal">
      <h2 id="refusal">{m.refusedOn(formats.day(refusal.happenedAt.slice(0, 10)))}</h2>
      {refusal.payload.note && <p>{refusal.payload.note}</p>}
      <p>{m.refusedNext}</p>
    </section>
  )
}

import type { ConflictPart } from '@borne/geodata/itinerary/find-conflict'
import type { MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import type { ReactNode } from 'react'
import { useMessages } from '../../ui/language.tsx'
import styles from './plan.module.css'
import { planMessages } from './plan-messages.ts'
import { ruleMessages } from './rule-messages.ts'
import { conflictText } from './rule-words.ts'

interface ConflictNoteProps {
  question: MissionQuestion
  conflict: readonly ConflictPart[]
  action: ReactNode
}

/** Which demands and rules exclude each other, in words. Stops for fuel that would do are an action beside it. */
export function ConflictNote({ question, conflict, action }: ConflictNoteProps) {
  const m = useMessages(planMessages)
  const words = useMessages(ruleMessages)
  const parts = conflict.filter(({ kind }) => kind !== 'fuel-stop')
  return (
    <section className={styles.alarm} role="alert">
      <h2>{m.conflictTitle}</h2>
      <p>{parts.length > 0 ? m.conflictText : m.conflictEmpty}</p>
      <ul>
        {parts.map((part) => (
          <li key={JSON.stringify(part)}>{conflictText(question, part, words)}</li>
        ))}
      </ul>
      <div>{action}</div>
    </section>
  )
}

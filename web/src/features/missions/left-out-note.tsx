import type { Mission, MissionQuestionAnswer } from '@borne/api/contracts/missions'
import { useQuery } from '@tanstack/react-query'
import { useMessages } from '../../ui/language.tsx'
import { missionSettingsQuery } from './missions-queries.ts'
import styles from './plan.module.css'
import { planMessages } from './plan-messages.ts'
import { usePlaceNames } from './use-place-names.ts'

interface LeftOutNoteProps {
  leftOut: MissionQuestionAnswer['leftOut']
  mission: Mission
}

/** What the plan could not be asked to serve, and why. */
export function LeftOutNote({ leftOut, mission }: LeftOutNoteProps) {
  const m = useMessages(planMessages)
  const { data: settings } = useQuery(missionSettingsQuery)
  const nameOfPlace = usePlaceNames(settings)
  if (leftOut.length === 0) return null
  const nameOf = ({ id, kind }: MissionQuestionAnswer['leftOut'][number]) => {
    if (kind === 'vehicle') return settings?.vehicles.find((vehicle) => vehicle.id === id)?.name ?? id
    return nameOfPlace(
      kind === 'visit' ? (mission.visits.find((visit) => visit.id === id)?.placeId ?? id) : id,
    )
  }
  return (
    <section className={styles.quiet} role="status">
      <h2>{m.leftOutTitle}</h2>
      <ul>
        {leftOut.map((each) => (
          <li key={`${each.kind} ${each.id}`}>
            {nameOf(each)} ({m.leftOut[each.reason]})
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { Mission } from '@borne/api/contracts/missions'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useSignedIn } from '../../../platform/session-query.ts'
import { missionQuery, missionSettingsQuery } from '../missions-queries.ts'
import { usePlaceNames } from '../use-place-names.ts'
import { CheckInPart } from './check-in-part.tsx'
import { CoursePart } from './course-part.tsx'
import styles from './day.module.css'
import { EventList } from './event-list.tsx'
import { useKeptEvents } from './kept-events.ts'
import { withKept } from './mission-course.ts'
import { NextStep } from './next-step.tsx'
import { OverdueAlarm } from './overdue-alarm.tsx'
import { RefusedEvents } from './refused-events.tsx'
import { StatusSteps } from './status-steps.tsx'
import { TracksPart } from './tracks-part.tsx'
import { VisitsPart } from './visits-part.tsx'

const WATCHED_EVERY_MS = 60_000

/** The mission as it happens: who let it go, where the teams are, what was found. */
export function DayTab({ mission: given }: { mission: Mission }) {
  const accountId = useSignedIn()?.accountId
  const kept = useKeptEvents(accountId)
  const { data: latest = given } = useQuery({
    ...missionQuery(given.id),
    refetchInterval: given.status === 'under-way' ? WATCHED_EVERY_MS : false,
  })
  const mission = useMemo(() => withKept(latest, kept ?? []), [latest, kept])
  const { data: settings } = useQuery(missionSettingsQuery)
  const nameOf = usePlaceNames(settings)
  const isOnTheWay = mission.status === 'under-way' || mission.status === 'done'
  return (
    <div className={styles.day}>
      <OverdueAlarm mission={mission} />
      <RefusedEvents kept={(kept ?? []).filter(({ missionId }) => missionId === mission.id)} />
      <CheckInPart mission={mission} nameOf={nameOf} />
      <StatusSteps mission={mission} />
      <NextStep mission={mission} nameOf={nameOf} rules={settings?.rules ?? []} />
      {isOnTheWay && <CoursePart mission={mission} nameOf={nameOf} />}
      {mission.status === 'done' && <VisitsPart mission={mission} nameOf={nameOf} />}
      {isOnTheWay && <TracksPart mission={mission} />}
      <EventList mission={mission} kept={kept ?? []} nameOf={nameOf} />
    </div>
  )
}

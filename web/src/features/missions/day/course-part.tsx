import type { DrivenDays, Mission } from '@borne/api/contracts/missions'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getJson } from '../../../platform/api.ts'
import { type Formats, useFormats } from '../../../ui/formats.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { clockTime, shortDay } from '../clock.ts'
import { MISSIONS_KEY } from '../missions-queries.ts'
import { checkInMessages } from './check-in-messages.ts'
import styles from './day.module.css'
import { type CourseLeg, clearedDays, courseOfTeam } from './mission-course.ts'

interface CoursePartProps {
  mission: Mission
  nameOf(placeId: string): string
}

type DrivenLeg = DrivenDays['days'][number]['legs'][number]

/** Other tracks tell something else. */
function drivenQuery({ id, trackIds }: Mission) {
  return queryOptions({
    queryKey: [MISSIONS_KEY, 'driven', id, trackIds],
    queryFn: ({ signal }) => getJson<DrivenDays>(`/api/missions/${id}/driven`, {}, signal),
    enabled: trackIds.length > 0,
  })
}

/** The legs of the plan that was cleared, with the arrivals that were told and what the tracks show. */
export function CoursePart({ mission, nameOf }: CoursePartProps) {
  const m = useMessages(checkInMessages)
  const formats = useFormats()
  const { language } = useLanguage()
  const { data: driven, error } = useQuery(drivenQuery(mission))
  const days = clearedDays(mission.events)
  const courses = mission.teams.map((team) => ({
    team,
    course: courseOfTeam(days, mission.events, team.id),
  }))
  if (courses.every(({ course }) => course.length === 0)) return null
  const hasDriven = driven !== undefined && driven.readTrackCount > 0
  const drivenOf = ({ day, index }: CourseLeg): DrivenLeg =>
    driven?.days.find(({ teamId, date }) => teamId === day.teamId && date === day.date)?.legs[index] ?? null
  return (
    <PanelSection title={m.course}>
      {error && <ErrorState problem={error} what={m.drivenFailed} />}
      {driven && (
        <p className={styles.muted}>
          {hasDriven ? m.byTracks(formats.number(driven.readTrackCount)) : m.noneRead}
        </p>
      )}
      {courses.map(({ team, course }) =>
        [...Map.groupBy(course, ({ day }) => day.date)].map(([date, legs]) => (
          <section key={`${team.id} ${date}`} className={styles.courseDay}>
            <h3>
              {team.name}, {shortDay(date, language)}
            </h3>
            <ol className={styles.list}>
              {legs.map((one) => (
                <CourseLine
                  key={one.index}
                  leg={one}
                  driven={hasDriven ? drivenOf(one) : undefined}
                  nameOf={nameOf}
                />
              ))}
            </ol>
          </section>
        )),
      )}
    </PanelSection>
  )
}

interface CourseLineProps {
  leg: CourseLeg
  /** Undefined: there are no tracks to compare with; null: none reaches the end of this leg. */
  driven: DrivenLeg | undefined
  nameOf(placeId: string): string
}

function CourseLine({ leg: { leg, arrivedAt }, driven, nameOf }: CourseLineProps) {
  const m = useMessages(checkInMessages)
  const formats = useFormats()
  return (
    <li>
      <p>
        <strong>
          {nameOf(leg.fromPlaceId)} → {nameOf(leg.toPlaceId)}
        </strong>
      </p>
      <p className={styles.muted}>{m.planned(clockTime(leg.arrivesAt), clockTime(leg.arrivesP90At))}</p>
      <p>
        {arrivedAt === null ? m.notTold : m.told(clockTime(arrivedAt), apartText(leg, arrivedAt, m, formats))}
      </p>
      {driven === null && <p className={styles.muted}>{m.notDriven}</p>}
      {driven && (
        <p>
          {m.driven(
            clockTime(driven.arrivedAt),
            formats.duration(leg.driveSeconds + leg.restSeconds),
            formats.duration(driven.seconds),
            formats.distance(leg.metres),
            formats.distance(driven.metres),
          )}
        </p>
      )}
    </li>
  )
}

/** How far from the planned arrival the team told of its own. */
function apartText(
  { arrivesAt }: CourseLeg['leg'],
  arrivedAt: string,
  m: (typeof checkInMessages)['fr'],
  { duration }: Pick<Formats, 'duration'>,
): string {
  const seconds = (Date.parse(arrivedAt) - Date.parse(arrivesAt)) / 1000
  if (Math.abs(seconds) < 60) return m.onTime
  return seconds < 0 ? m.early(duration(-seconds)) : m.later(duration(seconds))
}

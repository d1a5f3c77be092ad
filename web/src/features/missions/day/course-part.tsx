import type { DrivenDays, Mission } from '@borne/api/contracts/missions'
import { queryOptions, useQuery } from '@tanstack/react-query'
import { getJson } from '../../../platform/api.ts'
import { UNKNOWN, useFormats } from '../../../ui/formats.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { ErrorState } from '../../../ui/states.tsx'
import { DataTable } from '../../../ui/table.tsx'
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
  const columns = ['planned', 'late', 'told', ...(hasDriven ? TRACK_COLUMNS : [])] as const
  return (
    <PanelSection title={m.course}>
      {error && <ErrorState problem={error} what={m.drivenFailed} />}
      {driven && (
        <p className={styles.muted}>
          {hasDriven ? m.byTracks(formats.number(driven.readTrackCount)) : m.noneRead}
        </p>
      )}
      <DataTable caption={m.courseTable}>
        <thead>
          <tr>
            <th scope="col">{m.columns.leg}</th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {m.columns[column]}
              </th>
            ))}
          </tr>
        </thead>
        {courses.map(({ team, course }) => (
          <tbody key={team.id}>
            {course.map((one, index) => (
              <CourseRow
                key={`${one.day.date} ${one.index}`}
                leg={one}
                heading={course[index - 1]?.day.date === one.day.date ? null : team.name}
                driven={hasDriven ? drivenOf(one) : undefined}
                nameOf={nameOf}
              />
            ))}
          </tbody>
        ))}
      </DataTable>
    </PanelSection>
  )
}

const TRACK_COLUMNS = ['driven', 'duration', 'distance'] as const
const PLAIN_COLUMNS = 4

interface CourseRowProps {
  leg: CourseLeg
  /** The team, where a day of it begins. */
  heading: string | null
  /** Undefined: there are no tracks to compare with. */
  driven: DrivenLeg | undefined
  nameOf(placeId: string): string
}

function CourseRow({ leg: { day, leg, arrivedAt }, heading, driven, nameOf }: CourseRowProps) {
  const m = useMessages(checkInMessages)
  const formats = useFormats()
  const { language } = useLanguage()
  const seconds = arrivedAt === null ? 0 : (Date.parse(arrivedAt) - Date.parse(leg.arrivesAt)) / 1000
  const apart = formats.duration(Math.abs(seconds))
  const told = Math.abs(seconds) < 60 ? m.onTime : seconds < 0 ? m.early(apart) : m.later(apart)
  const columns = PLAIN_COLUMNS + (driven === undefined ? 0 : TRACK_COLUMNS.length)
  return (
    <>
      {heading !== null && (
        <tr>
          <th scope="rowgroup" colSpan={columns}>
            {heading}, {shortDay(day.date, language)}
          </th>
        </tr>
      )}
      <tr>
        <th scope="row">
          {nameOf(leg.fromPlaceId)} → {nameOf(leg.toPlaceId)}
        </th>
        <td className="number">{clockTime(leg.arrivesAt)}</td>
        <td className="number">{clockTime(leg.arrivesP90At)}</td>
        <td className="number">{arrivedAt === null ? UNKNOWN : `${clockTime(arrivedAt)}, ${told}`}</td>
        {driven !== undefined && (
          <>
            <td className="number">{driven ? clockTime(driven.arrivedAt) : UNKNOWN}</td>
            <td className="number">
              {formats.duration(leg.driveSeconds + leg.restSeconds)} → {formats.duration(driven?.seconds)}
            </td>
            <td className="number">
              {formats.distance(leg.metres)} → {formats.distance(driven?.metres)}
            </td>
          </>
        )}
      </tr>
    </>
  )
}

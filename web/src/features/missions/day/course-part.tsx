import type { Mission } from '@borne/api/contracts/missions'
import { UNKNOWN, useFormats } from '../../../ui/formats.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { PanelSection } from '../../../ui/panel.tsx'
import { DataTable } from '../../../ui/table.tsx'
import { clockTime, shortDay } from '../clock.ts'
import { checkInMessages } from './check-in-messages.ts'
import { type CourseLeg, clearedDays, courseOfTeam } from './mission-course.ts'

interface CoursePartProps {
  mission: Mission
  nameOf(placeId: string): string
}

/** The legs of the plan that was cleared, with the arrivals that were told. */
export function CoursePart({ mission, nameOf }: CoursePartProps) {
  const m = useMessages(checkInMessages)
  const days = clearedDays(mission.events)
  const courses = mission.teams.map((team) => ({
    team,
    course: courseOfTeam(days, mission.events, team.id),
  }))
  if (courses.every(({ course }) => course.length === 0)) return null
  return (
    <PanelSection title={m.course}>
      <DataTable caption={m.courseTable}>
        <thead>
          <tr>
            <th scope="col">{m.columns.leg}</th>
            <th scope="col" className="number">
              {m.columns.planned}
            </th>
            <th scope="col" className="number">
              {m.columns.late}
            </th>
            <th scope="col">{m.columns.told}</th>
          </tr>
        </thead>
        {courses.map(({ team, course }) => (
          <tbody key={team.id}>
            {course.map((one, index) => (
              <CourseRow
                key={`${one.day.date} ${one.index}`}
                leg={one}
                heading={course[index - 1]?.day.date === one.day.date ? null : team.name}
                nameOf={nameOf}
              />
            ))}
          </tbody>
        ))}
      </DataTable>
    </PanelSection>
  )
}

interface CourseRowProps {
  leg: CourseLeg
  /** The team, where a day of it begins. */
  heading: string | null
  nameOf(placeId: string): string
}

function CourseRow({ leg: { day, leg, arrivedAt }, heading, nameOf }: CourseRowProps) {
  const m = useMessages(checkInMessages)
  const formats = useFormats()
  const { language } = useLanguage()
  const seconds = arrivedAt === null ? 0 : (Date.parse(arrivedAt) - Date.parse(leg.arrivesAt)) / 1000
  const apart = formats.duration(Math.abs(seconds))
  const told = Math.abs(seconds) < 60 ? m.onTime : seconds < 0 ? m.early(apart) : m.later(apart)
  return (
    <>
      {heading !== null && (
        <tr>
          <th scope="rowgroup" colSpan={4}>
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
        <td>{arrivedAt === null ? UNKNOWN : `${clockTime(arrivedAt)}, ${told}`}</td>
      </tr>
    </>
  )
}

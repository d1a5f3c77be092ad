import type { PlanLeg } from '@borne/geodata/itinerary/force-way'
import type { BrokenMissionRule, MissionQuestion, TimedDay } from '@borne/geodata/itinerary/mission-types'
import { type ComponentProps, type CSSProperties, Fragment, type KeyboardEvent } from 'react'
import { dayColour } from '../../ui/day-colours.ts'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useTheme } from '../../ui/theme.ts'
import styles from './board.module.css'
import { clockTime, shortDay } from './clock.ts'
import { stopLabel } from './itinerary-layers.ts'
import { LegRow } from './leg-row.tsx'
import { legOf } from './leg-ways.ts'
import { planMessages } from './plan-messages.ts'
import { placeName } from './rule-words.ts'
import { BrokenNotes, StopRow } from './stop-row.tsx'
import type { useStopDrag } from './use-stop-drag.ts'

interface DayCardProps {
  question: MissionQuestion
  day: TimedDay
  broken: readonly BrokenMissionRule[]
  isFixed: boolean
  dragging: ReturnType<typeof useStopDrag>
  onKey(event: KeyboardEvent, visitId: string): void
  onDrop(visitId: string): void
  onNight(placeId: string): void
  /** How the way of a leg is changed. */
  wayOf(leg: PlanLeg): Pick<ComponentProps<typeof LegRow>, 'onChoose' | 'way'>
}

/** A team's day: legs and stops in order with their times, what is broken beside them, and where it ends. */
export function DayCard({
  question,
  day,
  broken,
  isFixed,
  dragging,
  onKey,
  onDrop,
  onNight,
  wayOf,
}: DayCardProps) {
  const m = useMessages(planMessages)
  const formats = useFormats()
  const { language } = useLanguage()
  const { theme } = useTheme()
  const { teamId, date } = day
  const index = question.dates.indexOf(date)
  const team = question.teams.find(({ id }) => id === teamId)
  const { drag, handleProps } = dragging
  const over = drag?.to && drag.to !== 'out' ? drag.to : null
  const isOver = over?.teamId === teamId && over.date === date
  const isLast = index === question.dates.length - 1
  const isAtRest = day.visits.length === 0 && day.metres === 0
  const ofDay = broken.filter(({ leg, visitId }) => leg === null && visitId === null)
  return (
    <section
      className={styles.day}
      style={{ '--day': dayColour(index, theme) } as CSSProperties}
      aria-label={m.teamDay(team?.name ?? '', m.dayNumber(index + 1))}
      data-day={JSON.stringify([teamId, date])}
      data-over={(isOver && over.beside === null) || undefined}
    >
      <header className={styles.dayHead}>
        <span className={styles.chip}>
          {question.teams.length > 1 && String.fromCharCode(65 + question.teams.indexOf(team!))}
          {index + 1}
        </span>
        <div>
          <h3>{shortDay(date, language)}</h3>
          {question.teams.length > 1 && <span className={styles.teamName}>{team?.name}</span>}
        </div>
        {!isAtRest && (
          <span className={styles.dayFigures}>
            {formats.duration(day.driveSeconds)} · {formats.distance(day.metres)} ·{' '}
            {formats.litres(day.litres)}
          </span>
        )}
      </header>
      <BrokenNotes question={question} broken={ofDay} />
      {isAtRest ? (
        <p className={styles.leg}>{m.stays}</p>
      ) : (
        <ol className={styles.course}>
          {day.legs.map((leg, at) => {
            const visit = day.visits[at]
            const ofLeg = broken.filter((each) => each.leg === at && each.visitId === null)
            const ofVisit = broken.filter(({ visitId }) => visitId !== null && visitId === visit?.visitId)
            return (
              <Fragment key={visit?.visitId ?? 'end'}>
                <LegRow
                  question={question}
                  leg={leg}
                  isFirst={at === 0}
                  broken={ofLeg}
                  {...wayOf(legOf(day, leg))}
                />
                {visit && (
                  <StopRow
                    question={question}
                    visit={visit}
                    label={stopLabel(question, teamId, date, at)}
                    broken={ofVisit}
                    isFixed={isFixed}
                    isDragged={drag?.visitId === visit.visitId}
                    mark={isOver && over.beside?.visitId === visit.visitId ? over.beside.side : undefined}
                    handleProps={handleProps(visit.visitId)}
                    onKey={(event) => onKey(event, visit.visitId)}
                    onDrop={() => onDrop(visit.visitId)}
                  />
                )}
              </Fragment>
            )
          })}
        </ol>
      )}
      <DayEnd question={question} day={day} isLast={isLast} isFixed={isFixed} onNight={onNight} />
    </section>
  )
}

interface DayEndProps {
  question: MissionQuestion
  day: TimedDay
  isLast: boolean
  isFixed: boolean
  onNight(placeId: string): void
}

function DayEnd({ question, day, isLast, isFixed, onNight }: DayEndProps) {
  const m = useMessages(planMessages)
  const { startPlaceId, endPlaceId, nightPlaceIds } = question
  const nights = [...new Set([startPlaceId, endPlaceId, ...nightPlaceIds, day.endPlaceId])]
  const arrival = clockTime(day.legs.at(-1)?.arrivesAt ?? '')
  if (isLast || isFixed) {
    return (
      <p className={styles.end}>
        <strong>{isLast ? m.endAt : m.nightAt}</strong> {placeName(question, day.endPlaceId)}
        {day.metres > 0 && ` · ${arrival}`}
      </p>
    )
  }
  return (
    <div className={styles.end}>
      <strong>{m.nightAt}</strong>
      <select aria-label={m.nightAt} value={day.endPlaceId} onChange={({ target }) => onNight(target.value)}>
        {nights.map((placeId) => (
          <option key={placeId} value={placeId}>
            {placeName(question, placeId)}
          </option>
        ))}
      </select>
      {day.metres > 0 && <span className={styles.late}>{arrival}</span>}
    </div>
  )
}

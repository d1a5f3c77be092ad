import { type GanttRow, ganttRows } from '@borne/geodata/works/gantt-rows'
import { paceToEnd } from '@borne/geodata/works/pace-to-end'
import { useMemo } from 'react'
import { useMessages } from '../../ui/language.tsx'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import { type ScheduleView, viewSchedule } from './schedule-view.ts'

/** What follows from the plan of a contract, and the rows of its chart; null while something is missing for it. */
export function useSchedule(view: ContractView) {
  const { causes } = useMessages(eventWords)
  return useMemo(() => {
    const schedule = viewSchedule(view, causes)
    if (!schedule) return null
    const rowsAt = (pace: number) =>
      ganttRows({
        plan: schedule.plan,
        calendar: schedule.calendar,
        start: schedule.current.start,
        baseline: schedule.baseline,
        readings: schedule.readings,
        pace,
        on: view.on,
      })
    return { ...schedule, rows: rowsAt(paceOf(schedule, rowsAt)) }
  }, [view, causes])
}

/** The rest is drawn as it ends once in two cases, so that its milestones and the estimated end are one figure. */
function paceOf({ forecast }: ScheduleView, rowsAt: (pace: number) => readonly GanttRow[]): number {
  // A site that has not begun to move is taken to go as planned.
  if (forecast?.basis !== 'pace' || forecast.p50 === null) return forecast?.pace || 1
  const endAt = (pace: number) =>
    rowsAt(pace).reduce((last, { forecast: rest }) => (rest && rest.until > last ? rest.until : last), '')
  return paceToEnd(endAt, forecast.p50)
}

import { ganttRows } from '@borne/geodata/works/gantt-rows'
import { useMemo } from 'react'
import { useMessages } from '../../ui/language.tsx'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import { viewSchedule } from './schedule-view.ts'

/** What follows from the plan of a contract, and the rows of its chart; null while something is missing for it. */
export function useSchedule(view: ContractView) {
  const { causes } = useMessages(eventWords)
  return useMemo(() => {
    const schedule = viewSchedule(view, causes)
    if (!schedule) return null
    const rows = ganttRows({
      plan: schedule.plan,
      calendar: schedule.calendar,
      start: schedule.current.start,
      baseline: schedule.baseline,
      readings: schedule.readings,
      // A site that has not begun to move is taken to go as planned.
      pace: schedule.forecast?.pace || 1,
      on: view.on,
    })
    return { ...schedule, rows }
  }, [view, causes])
}

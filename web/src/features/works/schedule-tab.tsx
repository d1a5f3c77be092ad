import { ganttRows } from '@borne/geodata/works/gantt-rows'
import { useMemo } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import styles from './contract.module.css'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import { ForecastText } from './earned-value-part.tsx'
import { eventWords } from './event-words.ts'
import { Gantt } from './gantt.tsx'
import { scheduleMessages } from './schedule-messages.ts'
import { viewSchedule } from './schedule-view.ts'

/** The plan as agreed, what is done and what is to come. */
export function ScheduleTab({ view }: { view: ContractView }) {
  const m = useMessages(scheduleMessages)
  const { demonstration } = useMessages(contractMessages)
  const { day } = useFormats()
  const { causes } = useMessages(eventWords)
  const schedule = useMemo(() => viewSchedule(view, causes), [view, causes])
  const rows = useMemo(
    () =>
      schedule &&
      ganttRows({
        plan: schedule.plan,
        calendar: schedule.calendar,
        start: schedule.current.start,
        baseline: schedule.baseline,
        readings: schedule.readings,
        // A site that has not begun to move is taken to go as planned.
        pace: schedule.forecast?.pace || 1,
        on: view.on,
      }),
    [schedule, view.on],
  )
  if (!schedule || !rows) return <EmptyState title={m.none}>{m.noneText}</EmptyState>
  const coming = rows.filter(({ isMilestone, forecast }) => isMilestone && forecast).slice(0, 5)
  return (
    <>
      <div className={styles.chart}>
        <Gantt
          rows={rows}
          today={view.on}
          calendar={schedule.calendar}
          notes={view.contract.isDemonstration ? [demonstration] : []}
        />
      </div>
      <div className={styles.columns}>
        <PanelSection title={m.forecast}>
          <ForecastText forecast={schedule.forecast} />
        </PanelSection>
        <PanelSection title={m.milestones}>
          {coming.length === 0 ? (
            <p className={styles.muted}>{m.noMilestone}</p>
          ) : (
            <>
              <ul className={styles.plain}>
                {coming.map(({ code, label, forecast }) => (
                  <li key={code}>
                    {label} · {day(forecast?.from)}
                  </li>
                ))}
              </ul>
              <p className={styles.small}>{m.milestoneNote}</p>
            </>
          )}
        </PanelSection>
      </div>
    </>
  )
}

import type { GanttRow } from '@borne/geodata/works/gantt-rows'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import styles from './contract.module.css'
import { scheduleMessages } from './schedule-messages.ts'

const MOST = 5

/** The milestones to come, by the links of the plan. */
export function NextMilestones({ rows }: { rows: readonly GanttRow[] }) {
  const m = useMessages(scheduleMessages)
  const { day } = useFormats()
  const coming = rows.filter(({ isMilestone, forecast }) => isMilestone && forecast).slice(0, MOST)
  return (
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
  )
}

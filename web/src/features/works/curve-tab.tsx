import { useMessages } from '../../ui/language.tsx'
import { EmptyState } from '../../ui/states.tsx'
import styles from './contract.module.css'
import { contractMessages } from './contract-messages.ts'
import type { ContractView } from './contract-view.ts'
import { EarnedValuePart } from './earned-value-part.tsx'
import { SCurveChart } from './s-curve-chart.tsx'
import { scheduleMessages } from './schedule-messages.ts'
import { useSchedule } from './use-schedule.ts'
import { useContractSearch } from './use-works-search.ts'

/** Planned, built and paid over time, and what the gap between them comes to. */
export function CurveTab({ view }: { view: ContractView }) {
  const m = useMessages(scheduleMessages)
  const { demonstration } = useMessages(contractMessages)
  const { change } = useContractSearch()
  const schedule = useSchedule(view)
  if (!schedule) return <EmptyState title={m.none}>{m.noneText}</EmptyState>
  const { forecast } = schedule
  return (
    <>
      <div className={styles.chart}>
        <SCurveChart
          points={schedule.curve}
          today={view.on}
          forecast={forecast?.p50 && forecast.p80 ? { p50: forecast.p50, p80: forecast.p80 } : null}
          notes={view.contract.isDemonstration ? [demonstration] : []}
          onOpenDay={(day) => change({ tab: 'progress', asOf: day === view.today ? undefined : day })}
        />
      </div>
      <EarnedValuePart view={view} schedule={schedule} />
    </>
  )
}

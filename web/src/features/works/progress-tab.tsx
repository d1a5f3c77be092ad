import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { EmptyState } from '../../ui/states.tsx'
import styles from './contract.module.css'
import type { ContractView } from './contract-view.ts'
import { eventWords } from './event-words.ts'
import { PackageProgress } from './package-progress.tsx'
import { progressMessages } from './progress-messages.ts'
import { ReportLine } from './report-line.tsx'

/** What is built, by work package and item, and the reports that say so. */
export function ProgressTab({ view }: { view: ContractView }) {
  const m = useMessages(progressMessages)
  const reports = view.state.reports.toReversed()
  return (
    <>
      <PackageProgress view={view} />
      <PanelSection title={m.reports}>
        {reports.length === 0 ? (
          <EmptyState title={m.noReport}>{m.noReportText}</EmptyState>
        ) : (
          <ul className={styles.entries}>
            {reports.map((report) => (
              <ReportLine key={report.id} report={report} view={view} />
            ))}
          </ul>
        )}
      </PanelSection>
      <LostDays view={view} />
    </>
  )
}

function LostDays({ view: { state } }: { view: ContractView }) {
  const m = useMessages(progressMessages)
  const words = useMessages(eventWords)
  const { day, number } = useFormats()
  if (state.lostDays.length === 0) return null
  return (
    <PanelSection title={`${m.lostDays} · ${number(state.lostDays.length)}`}>
      <ul className={styles.plain}>
        {state.lostDays.toReversed().map((lost) => (
          <li key={lost.id}>
            {day(lost.on)} · {words.causes[lost.cause]}
            {lost.rainMillimetres !== null && ` · ${m.rain(number(lost.rainMillimetres, 1))}`}
            {lost.note && <span className={styles.muted}> · {lost.note}</span>}
          </li>
        ))}
      </ul>
    </PanelSection>
  )
}

import { UNKNOWN, useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Fact, Facts, PanelSection } from '../../ui/panel.tsx'
import { AlarmList } from './alarm-list.tsx'
import { ClockDrawing } from './clock-drawing.tsx'
import styles from './contract.module.css'
import type { ContractView } from './contract-view.ts'
import { EarnedValuePart } from './earned-value-part.tsx'
import { useMoney } from './money.ts'
import { NextMilestones } from './next-milestones.tsx'
import { summaryMessages } from './summary-messages.ts'
import { useSchedule } from './use-schedule.ts'

/** What matters of a contract on one page: how far, how long, how much, and what to look at. */
export function SummaryTab({ view }: { view: ContractView }) {
  const m = useMessages(summaryMessages)
  const schedule = useSchedule(view)
  return (
    <>
      <Headline view={view} />
      <ProgressBars view={view} />
      <div className={styles.columns}>
        <PanelSection title={m.alarms}>
          <AlarmList view={view} />
        </PanelSection>
        <PanelSection title={m.clock}>
          <div className={styles.stack}>
            <ClockDrawing clock={view.clock} />
            <PenaltyFacts view={view} />
          </div>
        </PanelSection>
      </div>
      {schedule && (
        <>
          <EarnedValuePart view={view} schedule={schedule} />
          <NextMilestones rows={schedule.rows} />
        </>
      )}
    </>
  )
}

function Headline({ view: { state, clock, ledger } }: { view: ContractView }) {
  const m = useMessages(summaryMessages)
  const formats = useFormats()
  const share = (percent: number | null) => formats.percent(percent === null ? null : percent / 100)
  return (
    <section aria-label={m.figures}>
      <ul className={styles.headline}>
        <li>
          <strong>{share(state.progress.physicalPercent)}</strong> {m.built}
        </li>
        <li>
          <strong>{share(ledger.totals.paidPercent)}</strong> {m.paid}
        </li>
        <TimeFigure clock={clock} />
      </ul>
    </section>
  )
}

function TimeFigure({ clock }: { clock: ContractView['clock'] }) {
  const m = useMessages(summaryMessages)
  const { number, day } = useFormats()
  if (!clock.startedOn) {
    return (
      <li>
        <strong>{UNKNOWN}</strong> {m.notStarted}
      </li>
    )
  }
  if (clock.delayDays > 0) {
    return (
      <li>
        <strong data-alarm>{m.days(clock.delayDays, number(clock.delayDays))}</strong> {m.late}
      </li>
    )
  }
  if (clock.stoppedOn) {
    return (
      <li>
        <strong>{day(clock.stoppedOn)}</strong> {m.received}
      </li>
    )
  }
  return (
    <li>
      <strong>{m.days(clock.remainingDays, number(clock.remainingDays))}</strong>{' '}
      {m.remaining(clock.remainingDays)}
    </li>
  )
}

/** Built, certified and paid on one scale from nothing to the whole contract. */
function ProgressBars({ view: { state, ledger } }: { view: ContractView }) {
  const m = useMessages(summaryMessages)
  const formats = useFormats()
  const bars = [
    ['built', m.built, state.progress.physicalPercent],
    ['certified', m.certified, ledger.totals.certifiedPercent],
    ['paid', m.paid, ledger.totals.paidPercent],
  ] as const
  return (
    <div className={styles.bars}>
      {bars.map(([of, label, percent]) => (
        <div key={of} className={styles.bar}>
          <span>{label}</span>
          <span className={styles.barTrack}>
            <span
              className={styles.barDone}
              data-of={of}
              style={{ inlineSize: `${Math.min(100, percent ?? 0)}%` }}
            />
          </span>
          <span>{formats.percent(percent === null ? null : percent / 100, 1)}</span>
        </div>
      ))}
    </div>
  )
}

function PenaltyFacts({ view: { contract, clock, state } }: { view: ContractView }) {
  const m = useMessages(summaryMessages)
  const money = useMoney()
  const { penalty } = clock
  return (
    <Facts>
      <Fact label={m.penalty}>
        {money.exact(penalty.exposureMinor, contract.currency)}
        <div className={styles.small}>
          {m.penaltyNote(
            money.exact(penalty.perDayMinor, contract.currency),
            money.exact(penalty.capMinor, contract.currency),
          )}
          {penalty.isCapped && ` · ${m.capped}`}
        </div>
      </Fact>
      <Fact label={m.amount}>
        {money.exact(state.amountMinor, contract.currency)}
        {state.amountMinor !== contract.amountMinor && (
          <div className={styles.small}>
            {m.amended(money.exact(contract.amountMinor, contract.currency))}
          </div>
        )}
      </Fact>
    </Facts>
  )
}

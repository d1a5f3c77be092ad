import { WORKING_DAY } from '@borne/geodata/works/work-calendar'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Fact, Facts, PanelSection } from '../../ui/panel.tsx'
import styles from './contract.module.css'
import type { ContractView } from './contract-view.ts'
import { ForecastText } from './forecast-text.tsx'
import { useMoney } from './money.ts'
import { scheduleMessages } from './schedule-messages.ts'
import type { ScheduleView } from './schedule-view.ts'

interface EarnedValuePartProps {
  view: ContractView
  schedule: ScheduleView
}

/** The figures of earned value, with their formulas one click away, and the end as a range. */
export function EarnedValuePart({ view, schedule }: EarnedValuePartProps) {
  const m = useMessages(scheduleMessages)
  const { number, day } = useFormats()
  const money = useMoney()
  const { earned, earnedTime } = schedule
  const amount = (minor: number) => money.exact(minor, view.contract.currency)
  const estimate = earned.estimates['at-cost-index']
  return (
    <div className={styles.columns}>
      <PanelSection title={m.earned}>
        <Facts>
          <Fact label={m.pv}>{amount(earned.plannedValueMinor)}</Fact>
          <Fact label={m.ev}>{amount(earned.earnedValueMinor)}</Fact>
          <Fact label={m.ac}>
            {amount(earned.actualCostMinor)}
            <div className={styles.small}>{m.acNote}</div>
          </Fact>
          <Fact label={m.spi}>{number(earned.schedulePerformanceIndex, 2)}</Fact>
          <Fact label={m.cpi}>{number(earned.costPerformanceIndex, 2)}</Fact>
          <Fact label={m.sv}>{amount(earned.scheduleVarianceMinor)}</Fact>
          <Fact label={m.cv}>{amount(earned.costVarianceMinor)}</Fact>
          {earnedTime && (
            <Fact label={m.es}>
              {m.esDays(number(Math.round(earnedTime.scheduleVariance / WORKING_DAY)))}
            </Fact>
          )}
          {estimate && <Fact label={m.eac}>{amount(estimate.atCompletionMinor)}</Fact>}
        </Facts>
        <Formulas />
      </PanelSection>
      <PanelSection title={m.forecast}>
        <ForecastText forecast={schedule.forecast} />
        <Facts>
          <Fact label={m.plannedEnd}>{day(schedule.baseline.end)}</Fact>
        </Facts>
      </PanelSection>
    </div>
  )
}

function Formulas() {
  const m = useMessages(scheduleMessages)
  return (
    <details className={styles.fold}>
      <summary>{m.formula}</summary>
      <dl className={styles.formulas}>
        {m.formulaRows.map(([formula, words]) => (
          <div key={formula}>
            <dt>{formula}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
      <p className={styles.small}>{m.formulaSource}</p>
    </details>
  )
}

import type { EndForecast } from '@borne/geodata/works/forecast-end'
import type { Day } from '@borne/geodata/works/types'
import { WORKING_DAY } from '@borne/geodata/works/work-calendar'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { Fact, Facts, PanelSection } from '../../ui/panel.tsx'
import styles from './contract.module.css'
import type { ContractView } from './contract-view.ts'
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
  const { number } = useFormats()
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
          <Fact label={m.plannedEnd}>
            <DayText day={schedule.baseline.end} />
          </Fact>
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

/** The end as a range, in thirds of a month or in months: never one falsely exact day. */
export function ForecastText({ forecast }: { forecast: EndForecast | null }) {
  const m = useMessages(scheduleMessages)
  const { number } = useFormats()
  const told = useGrain()
  if (!forecast) return <p>{m.forecastDone}</p>
  const { p50, p80, grain, basis, stepCount } = forecast
  if (p50 === null) return <p>{m.forecastNone}</p>
  return (
    <div>
      <p className={styles.range}>
        {p80 ? m.forecastRange(told(p50, grain), told(p80, grain)) : m.forecastPlan(told(p50, grain))}
      </p>
      <p className={styles.small}>
        {basis === 'pace' ? m.forecastRangeNote(number(stepCount)) : m.forecastPlanNote}
      </p>
    </div>
  )
}

function DayText({ day }: { day: Day }) {
  return useFormats().day(day)
}

/** «mi-mars 2027» for a third of a month, «mars 2027» for a month. */
function useGrain() {
  const m = useMessages(scheduleMessages)
  const { language } = useLanguage()
  return (day: Day, grain: EndForecast['grain']) => {
    const month = MONTHS[language].format(Date.parse(day))
    if (grain === 'month') return month
    const date = Number(day.slice(8))
    return `${date <= 10 ? m.startOf : date <= 20 ? m.mid : m.endOf}${month}`
  }
}

const MONTHS = {
  fr: new Intl.DateTimeFormat('fr-FR', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }),
}

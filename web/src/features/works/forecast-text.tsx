import type { EndForecast } from '@borne/geodata/works/forecast-end'
import type { Day } from '@borne/geodata/works/types'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import styles from './contract.module.css'
import { scheduleMessages } from './schedule-messages.ts'

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

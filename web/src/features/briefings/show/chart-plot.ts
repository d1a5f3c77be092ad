import type { PresentedChart } from '@borne/api/contracts/briefings'
import { type Language, useLanguage } from '../../../ui/language.tsx'
import type { ChartRow } from './chart-rows.ts'
import type { Size } from './use-size.ts'

/** What every kind of plot is drawn from. */
export interface PlotProps {
  readonly chart: PresentedChart
  readonly rows: readonly ChartRow[]
  readonly size: Size
  /** Pixels of its type. */
  readonly em: number
  readonly title: string
}

const DAY_MS = 86_400_000

export function useTickName({ isDated }: PresentedChart, rows: readonly ChartRow[]): (at: number) => string {
  const { language } = useLanguage()
  if (!isDated) return (at) => rows[at]?.label ?? ''
  const format = monthFormat(language)
  return (at) => format.format(at * DAY_MS)
}

function monthFormat(language: Language) {
  return new Intl.DateTimeFormat(language, { month: 'short', year: '2-digit', timeZone: 'UTC' })
}

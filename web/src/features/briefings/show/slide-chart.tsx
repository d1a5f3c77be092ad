import type { PresentedChart } from '@borne/api/contracts/briefings'
import { useRef } from 'react'
import { useLanguage } from '../../../ui/language.tsx'
import { Bars, Columns } from './chart-bars.tsx'
import { Curves } from './chart-curves.tsx'
import { chartRows } from './chart-rows.ts'
import styles from './slide-chart.module.css'
import { textIn } from './texts.ts'
import { type Size, useSize } from './use-size.ts'

/** A chart of a slide, drawn to the size of its box. Its numbers are told by the text beside it. */
export default function SlideChart({ chart, em }: { chart: PresentedChart; em: number }) {
  const box = useRef<HTMLDivElement>(null)
  const size = useSize(box)
  return (
    <div ref={box} className={styles.box} dir="ltr" style={{ fontSize: em }}>
      {size && <Drawn chart={chart} size={size} em={em} />}
    </div>
  )
}

interface DrawnProps {
  chart: PresentedChart
  size: Size
  em: number
}

function Drawn({ chart, size, em }: DrawnProps) {
  const { language } = useLanguage()
  const rows = chartRows(chart, language)
  const props = { chart, rows, size, em, title: textIn(chart.title, language) }
  if (chart.kind === 'line') return <Curves {...props} />
  return chart.kind === 'bar' ? <Bars {...props} /> : <Columns {...props} />
}

import type {
  PresentedChart,
  PresentedContent,
  PresentedFigure,
  PresentedTable,
} from '@borne/api/contracts/briefings'
import { lazy, Suspense } from 'react'
import { useFormats } from '../../../ui/formats.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { showMessages } from './show-messages.ts'
import type { ShowSource } from './show-source.ts'
import styles from './slide-content.module.css'
import { PhotoPair, SlidePhoto } from './slide-photo.tsx'
import { tellParts, useTellValue } from './tell-value.ts'
import { useTextIn } from './texts.ts'

/** Fetched ahead while a presentation is kept under hand. */
export const loadSlideChart = () => import('./slide-chart.tsx')
const SlideChart = lazy(loadSlideChart)

interface SlideContentProps {
  content: PresentedContent
  source: Pick<ShowSource, 'pictures'>
  /** Pixels of the type of a chart. */
  em?: number
}

/** What stands beside the text of a slide. */
export function SlideContent({ content, source, em = 14 }: SlideContentProps) {
  switch (content.kind) {
    case 'figures':
      return <Figures figures={content.figures} />
    case 'chart':
      return <Chart chart={content.chart} em={em} />
    case 'table':
      return <Table table={content.table} />
    case 'photo':
      return <SlidePhoto photo={content.photo} pictures={source.pictures} />
    case 'photo-pair':
      return <PhotoPair before={content.before} after={content.after} pictures={source.pictures} />
  }
}

function Figures({ figures }: { figures: readonly PresentedFigure[] }) {
  const textOf = useTextIn()
  const formats = useFormats()
  const { language } = useLanguage()
  return (
    <dl className={styles.figures} data-count={figures.length}>
      {figures.map(({ label, value, unit, note }, index) => {
        const told = tellParts(value, unit, formats, language)
        return (
          <div key={index}>
            <dt>{textOf(label)}</dt>
            <dd>
              <strong>{told.number}</strong>
              {told.unit && <span> {told.unit}</span>}
            </dd>
            {textOf(note) && <dd className={styles.note}>{textOf(note)}</dd>}
          </div>
        )
      })}
    </dl>
  )
}

function Chart({ chart, em }: { chart: PresentedChart; em: number }) {
  const textOf = useTextIn()
  return (
    <figure className={styles.chart}>
      <figcaption>{textOf(chart.title)}</figcaption>
      <div className={styles.plot}>
        <Suspense fallback={null}>
          <SlideChart chart={chart} em={em} />
        </Suspense>
      </div>
    </figure>
  )
}

/** Shorter ones, dates for one, stay on one line. */
const SHORT = 16

function Table({ table }: { table: PresentedTable }) {
  const m = useMessages(showMessages)
  const textOf = useTextIn()
  const tell = useTellValue()
  return (
    <figure className={styles.table}>
      <figcaption>{textOf(table.title)}</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that is wider or longer than its box is scrolled by the keyboard too */}
      <section className={styles.rows} tabIndex={0} aria-label={textOf(table.title)}>
        <table>
          <thead>
            <tr>
              {table.columns.map(({ label, unit }, column) => (
                <th key={column} scope="col" data-number={unit !== null || undefined}>
                  {textOf(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, index) => (
              <tr key={index}>
                {row.map((cell, column) => {
                  const unit = table.columns[column]?.unit ?? null
                  const text =
                    cell !== null && typeof cell === 'object' ? textOf(cell) : tell(cell, unit ?? 'count')
                  return (
                    <td
                      key={column}
                      data-number={unit !== null || undefined}
                      data-short={text.length < SHORT || undefined}
                    >
                      {text}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
        {table.leftOutCount > 0 && <p>{m.leftOut(table.leftOutCount)}</p>}
      </section>
    </figure>
  )
}

/** Where the figures of a content come from. */
export function useContentSources(content: PresentedContent | null): string[] {
  const textOf = useTextIn()
  if (!content) return []
  const sources =
    content.kind === 'figures'
      ? content.figures.map(({ source }) => source)
      : content.kind === 'chart'
        ? [content.chart.source]
        : content.kind === 'table'
          ? [content.table.source]
          : []
  return [...new Set(sources.map(textOf).filter(Boolean))]
}

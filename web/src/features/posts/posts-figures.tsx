import { useQuery } from '@tanstack/react-query'
import { overviewQuery } from '../../platform/overview-query.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'
import styles from './posts-page.module.css'

/** The headline: what the register holds, before anything is asked of it. */
export function PostsFigures() {
  const m = useMessages(messages)
  const formats = useFormats()
  const { data } = useQuery(overviewQuery)
  const figures = [
    [formats.number(data?.postCount), m.postsFigure(data?.postCount ?? 0)],
    [formats.distance(data?.borderMetres), m.borderFigure],
    [
      formats.number(data?.unconfirmedPositionCount),
      m.unconfirmedFigure(data?.unconfirmedPositionCount ?? 0),
    ],
  ] as const
  return (
    <section aria-label={m.figures}>
      <ul className={styles.figures} aria-busy={!data}>
        {figures.map(([value, label]) => (
          <li key={label}>
            <strong>{value}</strong> <span>{label}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

import type { WorksRow } from '@borne/api/contracts/works'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { thisDay } from '../../ui/days.ts'
import { UNKNOWN, useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { countContracts } from './choose-contracts.ts'
import { messages } from './messages.ts'
import { ratesQuery } from './settings-queries.ts'
import styles from './works.module.css'

/** The headline: what runs, what slips, what is wrong, and whether more is paid than built. */
export function PortfolioFigures({ rows }: { rows: readonly WorksRow[] | undefined }) {
  const m = useMessages(messages)
  const { number, percent } = useFormats()
  const { data: rates } = useQuery(ratesQuery)
  const counts = useMemo(
    () => (rows ? countContracts(rows, rates?.items ?? [], thisDay()) : undefined),
    [rows, rates],
  )
  // Amounts of several currencies weigh nothing before their rates are there.
  const isWeighed = counts && (rates || counts.unweighed === 0)
  const figures = [
    [number(counts?.running), m.runningFigure(counts?.running ?? 0), false],
    [number(counts?.late), m.lateFigure(counts?.late ?? 0), false],
    [number(counts?.alarmed), m.alarmFigure(counts?.alarmed ?? 0), (counts?.alarmed ?? 0) > 0],
    [
      isWeighed ? m.paidOfBuilt(percent(counts.paidShare), percent(counts.builtShare)) : UNKNOWN,
      m.paidFigure(isWeighed ? counts.unweighed : 0),
      false,
      m.paidFigureHint,
    ],
  ] as const
  return (
    <section aria-label={m.figures}>
      <ul className={styles.figures} aria-busy={!counts}>
        {figures.map(([value, label, isAlarm, hint]) => (
          <li key={label} title={hint}>
            <strong data-alarm={isAlarm || undefined}>{value}</strong> <span>{label}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

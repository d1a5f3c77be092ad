import type { WorksRow } from '@borne/api/contracts/works'
import { Link } from '@tanstack/react-router'
import { type MouseEvent, memo, useEffect, useRef } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { AlarmNote } from './alarm-note.tsx'
import { delayText } from './delay-text.ts'
import { messages } from './messages.ts'
import { MiniCurve } from './mini-curve.tsx'
import { useMoney } from './money.ts'
import { STAGE_MARKS } from './stage-marks.ts'
import { useRowFocus } from './use-row-focus.ts'
import { scrollToRow, useWindowedRows } from './use-windowed-rows.ts'
import { toContract, useOpenContract, useWorksSearch } from './use-works-search.ts'
import styles from './works.module.css'

/** Lines of the list are as high, so that what is out of view need not be drawn. */
const LINE_HEIGHT = 92

interface PortfolioListProps {
  rows: readonly WorksRow[]
  onHover(postIds: readonly string[]): void
}

/** One line a contract; arrows go from line to line, Enter opens, and the map shows which posts are meant. */
export function PortfolioList({ rows, onHover }: PortfolioListProps) {
  const m = useMessages(messages)
  const { search } = useWorksSearch()
  const [view, list] = useWindowedRows<HTMLOListElement>(rows.length, LINE_HEIGHT)
  const selected = rows.findIndex(({ id }) => id === search.contract)
  const first = useRef(selected)
  useEffect(() => {
    // Coming back from a contract, the list stands where it was left.
    if (list.current && first.current >= 0) scrollToRow(list.current, first.current, LINE_HEIGHT)
  }, [list])
  const { tabStop, onKeyDown } = useRowFocus(list, rows, Math.max(0, selected), LINE_HEIGHT, view)

  return (
    <ol
      ref={list}
      className={styles.list}
      aria-label={m.list}
      style={{ paddingBlock: `${view.before}px ${view.after}px` }}
      onKeyDown={onKeyDown}
    >
      {rows.slice(view.first, view.end).map((row, offset) => (
        <li key={row.id} aria-setsize={rows.length} aria-posinset={view.first + offset + 1}>
          <ContractLine
            row={row}
            isSelected={row.id === search.contract}
            isTabStop={view.first + offset === tabStop}
            onHover={onHover}
          />
        </li>
      ))}
    </ol>
  )
}

interface ContractLineProps {
  row: WorksRow
  isSelected: boolean
  isTabStop: boolean
  onHover(postIds: readonly string[]): void
}

/** Drawn once while the list scrolls over it. */
const ContractLine = memo(function ContractLine({ row, isSelected, isTabStop, onHover }: ContractLineProps) {
  const m = useMessages(messages)
  const formats = useFormats()
  const money = useMoney()
  const open = useOpenContract()
  const enter = () => onHover(row.posts.map(({ id }) => id))
  const leave = () => onHover([])

  function onClick(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0) return
    event.preventDefault()
    void open(row.id)
  }

  return (
    <Link
      to="/works/$contractId"
      params={{ contractId: row.id }}
      search={toContract}
      data-row={row.id}
      className={styles.line}
      aria-current={isSelected || undefined}
      tabIndex={isTabStop ? 0 : -1}
      onClick={onClick}
      onMouseEnter={enter}
      onMouseLeave={leave}
      onFocus={enter}
      onBlur={leave}
    >
      <span className={styles.mark}>
        <StatusMark status={STAGE_MARKS[row.stage]} progressPercent={row.physicalPercent} size={20} />
      </span>
      <span className={styles.name}>{row.title}</span>
      <span className={styles.lineCurve}>
        <MiniCurve curve={row.curve} />
      </span>
      <span className={styles.facts}>
        {[m.stages[row.stage], row.contractor?.name, money.short(row.amountMinor, row.currency)]
          .filter(Boolean)
          .join(' · ')}
      </span>
      <span className={styles.progress}>
        {m.built(formats.percent(row.physicalPercent === null ? null : row.physicalPercent / 100))} ·{' '}
        {m.paid(formats.percent(row.paidPercent / 100))}
        {row.delayDays !== null && row.delayDays > 0 && (
          <strong> · {delayText(row.delayDays, m, formats)}</strong>
        )}
        <AlarmNote alarms={row.alarms} isShort />
      </span>
    </Link>
  )
})

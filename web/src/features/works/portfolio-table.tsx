import type { WorksRow } from '@borne/api/contracts/works'
import { IconArrowDown, IconArrowUp, IconDownload, IconFileTypeXls } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Fragment, memo, useCallback, useMemo } from 'react'
import { Button, buttonClass } from '../../ui/button.tsx'
import { ColumnChoice } from '../../ui/column-choice.tsx'
import { thisDay } from '../../ui/days.ts'
import { downloadText } from '../../ui/download.ts'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { StatusMark } from '../../ui/status-mark.tsx'
import { DataTable } from '../../ui/table.tsx'
import { CSV_DIALECTS } from '../../ui/write-csv.ts'
import { AlarmNote } from './alarm-note.tsx'
import { messages } from './messages.ts'
import { MiniCurve } from './mini-curve.tsx'
import { useMoney } from './money.ts'
import { cellText } from './portfolio-cells.ts'
import {
  NUMBER_COLUMNS,
  PORTFOLIO_COLUMNS,
  type PortfolioColumn,
  readColumns,
  readSort,
  writeColumns,
  writeSort,
} from './portfolio-columns.ts'
import { portfolioCsv, portfolioFileName } from './portfolio-export.ts'
import { STAGE_MARKS } from './stage-marks.ts'
import { useRowFocus } from './use-row-focus.ts'
import { useWindowedRows } from './use-windowed-rows.ts'
import { toContract, useOpenContract, useWorksSearch } from './use-works-search.ts'
import styles from './works.module.css'

const ROW_HEIGHT = 45
const HEAD_HEIGHT = 33
/** The curve stands beside the stage, and last where that is not shown. */
function curveAfter(columns: readonly PortfolioColumn[]): PortfolioColumn | undefined {
  return columns.includes('stage') ? 'stage' : columns.at(-1)
}

/** The portfolio as a table: arrows go from row to row, Enter opens a contract. Of a long one only what is in view is drawn. */
export function PortfolioTable({ rows }: { rows: readonly WorksRow[] }) {
  const m = useMessages(messages)
  const { search, change } = useWorksSearch()
  const open = useOpenContract()
  const [view, body] = useWindowedRows<HTMLTableSectionElement>(rows.length, ROW_HEIGHT)
  const selected = rows.findIndex(({ id }) => id === search.contract)
  const columns = useMemo(() => readColumns(search.cols), [search.cols])
  const { tabStop, onKeyDown } = useRowFocus(body, rows, Math.max(0, selected), ROW_HEIGHT, view, HEAD_HEIGHT)
  const select = useCallback((contract: string) => change({ contract }), [change])
  return (
    <>
      <TableTools rows={rows} columns={columns} />
      <DataTable caption={m.caption}>
        <TableHead columns={columns} />
        <tbody
          ref={body}
          onKeyDown={(event) => {
            const row = rows[tabStop]
            if (event.key === 'Enter' && event.target instanceof HTMLTableRowElement && row) void open(row.id)
            else onKeyDown(event)
          }}
        >
          {view.before > 0 && <Spacer height={view.before} columns={columns} />}
          {rows.slice(view.first, view.end).map((row, offset) => (
            <ContractRow
              key={row.id}
              row={row}
              columns={columns}
              index={view.first + offset}
              isSelected={view.first + offset === selected}
              isTabStop={view.first + offset === tabStop}
              onSelect={select}
              onOpen={open}
            />
          ))}
          {view.after > 0 && <Spacer height={view.after} columns={columns} />}
        </tbody>
      </DataTable>
    </>
  )
}

interface ContractRowProps {
  row: WorksRow
  columns: readonly PortfolioColumn[]
  index: number
  isSelected: boolean
  isTabStop: boolean
  onSelect(contractId: string): void
  onOpen(contractId: string): Promise<void>
}

/** Drawn once while the table scrolls over it. */
const ContractRow = memo(function ContractRow({
  row,
  columns,
  index,
  isSelected,
  isTabStop,
  onSelect,
  onOpen,
}: ContractRowProps) {
  return (
    <tr
      data-row={row.id}
      aria-rowindex={index + 2}
      className={styles.tableRow}
      aria-selected={isSelected}
      tabIndex={isTabStop ? 0 : -1}
      onClick={() => onSelect(row.id)}
      onDoubleClick={() => void onOpen(row.id)}
    >
      {columns.map((column) => (
        <Fragment key={column}>
          <PortfolioCell row={row} column={column} />
          {column === curveAfter(columns) && (
            <td>
              <MiniCurve curve={row.curve} />
            </td>
          )}
        </Fragment>
      ))}
    </tr>
  )
})

function Spacer({ height, columns }: { height: number; columns: readonly PortfolioColumn[] }) {
  return (
    <tr className={styles.spacer}>
      <td colSpan={columns.length + 1} style={{ blockSize: height }} />
    </tr>
  )
}

/** Each head sorts by its column; once more, the other way round. */
function TableHead({ columns }: { columns: readonly PortfolioColumn[] }) {
  const m = useMessages(messages)
  const { search, change } = useWorksSearch()
  const sort = readSort(search.sort)
  return (
    <thead>
      <tr>
        {columns.map((column) => {
          const isSorted = sort.column === column
          return (
            <Fragment key={column}>
              <th
                scope="col"
                aria-sort={isSorted ? (sort.isDescending ? 'descending' : 'ascending') : undefined}
                className={NUMBER_COLUMNS.has(column) ? 'number' : undefined}
              >
                <button
                  type="button"
                  className={styles.sort}
                  onClick={() =>
                    change({
                      sort: writeSort({
                        column,
                        isDescending: isSorted ? !sort.isDescending : NUMBER_COLUMNS.has(column),
                      }),
                    })
                  }
                >
                  {m.columns[column]}
                  {isSorted && (sort.isDescending ? <IconArrowDown size={14} /> : <IconArrowUp size={14} />)}
                </button>
              </th>
              {column === curveAfter(columns) && <th scope="col">{m.curve}</th>}
            </Fragment>
          )
        })}
      </tr>
    </thead>
  )
}

function PortfolioCell({ row, column }: { row: WorksRow; column: PortfolioColumn }) {
  const m = useMessages(messages)
  const formats = useFormats()
  const money = useMoney()
  const text = cellText(row, column, m, formats, money)
  if (column === 'title') {
    return (
      <th scope="row" className={styles.titleCell}>
        <Link
          to="/works/$contractId"
          params={{ contractId: row.id }}
          search={toContract}
          tabIndex={-1}
          title={text}
        >
          {text}
        </Link>
      </th>
    )
  }
  if (column === 'stage') {
    return (
      <td>
        <span className={styles.stageCell}>
          <StatusMark status={STAGE_MARKS[row.stage]} progressPercent={row.physicalPercent} />
          {text}
        </span>
      </td>
    )
  }
  if (column === 'alarms' && row.alarms.length > 0) {
    return (
      <td className="number">
        <AlarmNote alarms={row.alarms} isShort />
      </td>
    )
  }
  if (column === 'amount') {
    return (
      <td className="number" title={money.exact(row.amountMinor, row.currency)}>
        {text}
      </td>
    )
  }
  return (
    <td className={NUMBER_COLUMNS.has(column) ? 'number' : styles.cut} title={text}>
      {text}
    </td>
  )
}

interface TableToolsProps {
  rows: readonly WorksRow[]
  columns: readonly PortfolioColumn[]
}

/** Which columns are shown; the rows of the table as CSV, all contracts with all that is known of them as XLSX. */
function TableTools({ rows, columns }: TableToolsProps) {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const { change } = useWorksSearch()
  return (
    <div className={styles.tools}>
      <ColumnChoice
        columns={PORTFOLIO_COLUMNS.filter((column) => column !== 'title')}
        shown={columns}
        nameOf={(column) => m.columns[column]}
        onChange={(next) => change({ cols: writeColumns(next) })}
      />
      <Button
        size="small"
        icon={<IconDownload aria-hidden="true" />}
        onClick={() =>
          downloadText(
            portfolioFileName(rows, m, thisDay()),
            'text/csv',
            portfolioCsv(rows, columns, m, CSV_DIALECTS[language]),
          )
        }
      >
        {m.exportCsv}
      </Button>
      <a href="/api/exports/works.xlsx" download className={buttonClass('plain', 'small')}>
        <IconFileTypeXls aria-hidden="true" />
        {m.exportXlsx}
      </a>
    </div>
  )
}

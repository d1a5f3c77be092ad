import { IconDownload } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Button } from './button.tsx'
import styles from './chart-frame.module.css'
import { downloadText, fileNameOf } from './download.ts'
import { UNKNOWN } from './formats.ts'
import { defineMessages, useLanguage, useMessages } from './language.tsx'
import { Segmented } from './segmented.tsx'
import { DataTable } from './table.tsx'
import { CSV_DIALECTS, writeCsv } from './write-csv.ts'

const messages = defineMessages({
  fr: { shown: 'Présentation', chart: 'Graphique', table: 'Tableau', csv: 'CSV' },
  en: { shown: 'Shown as', chart: 'Chart', table: 'Table', csv: 'CSV' },
})

export type ChartCell = string | number | null

/** The numbers behind a chart; the file gets them as they are, the screen as `format` writes them. */
export interface ChartTable {
  readonly columns: readonly {
    readonly label: string
    readonly isNumber?: boolean
    format?(value: ChartCell): string
  }[]
  readonly rows: readonly (readonly ChartCell[])[]
  /** Said once for the whole file: fictional data, sources. */
  readonly notes?: readonly string[]
}

interface ChartFrameProps {
  title: string
  table: ChartTable
  /** What changes the chart and not the table. */
  controls?: ReactNode
  /** Before the tools, and after them. */
  lead?: ReactNode
  trail?: ReactNode
  children: ReactNode
}

/** A chart with its table and its file one click away. */
export function ChartFrame({ title, table, controls, lead, trail, children }: ChartFrameProps) {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const [shown, setShown] = useState<'chart' | 'table'>('chart')
  function saveCsv() {
    const head = table.columns.map(({ label }) => label)
    const notes = (table.notes ?? []).map((note) => [note])
    const text = writeCsv([head, ...table.rows, ...notes], CSV_DIALECTS[language])
    downloadText(`${fileNameOf(title)}.csv`, 'text/csv', text)
  }
  return (
    <section className={styles.chart} aria-label={title}>
      <div className={styles.tools}>
        {lead}
        <Segmented<'chart' | 'table'>
          label={m.shown}
          options={[
            { value: 'chart', label: m.chart },
            { value: 'table', label: m.table },
          ]}
          value={shown}
          onChange={setShown}
        />
        {shown === 'chart' && controls}
        <Button
          size="small"
          variant="quiet"
          icon={<IconDownload aria-hidden="true" />}
          className={styles.csv ?? ''}
          onClick={saveCsv}
        >
          {m.csv}
        </Button>
        {trail}
      </div>
      {shown === 'chart' ? children : <TableTwin title={title} table={table} />}
    </section>
  )
}

function TableTwin({ title, table }: { title: string; table: ChartTable }) {
  const numberClass = (index: number) => (table.columns[index]?.isNumber ? 'number' : undefined)
  return (
    <DataTable caption={title}>
      <thead>
        <tr>
          {table.columns.map(({ label }, index) => (
            <th key={label} scope="col" className={numberClass(index)}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <tr key={String(row[0])}>
            {row.map((cell, index) => {
              const column = table.columns[index]
              return (
                <td key={column?.label} className={numberClass(index)}>
                  {column?.format?.(cell) ?? cell ?? UNKNOWN}
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

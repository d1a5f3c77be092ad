import type { MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { IconDownload } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'
import { Button } from '../../ui/button.tsx'
import { downloadText, fileNameOf } from '../../ui/download.ts'
import { UNKNOWN, useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { DataTable } from '../../ui/table.tsx'
import { CSV_DIALECTS, writeCsv } from '../../ui/write-csv.ts'
import { shortDay } from './clock.ts'
import styles from './plan.module.css'
import { profileMessages } from './profile-messages.ts'
import { type TimetableRow, timetableRows } from './timetable-rows.ts'

interface TimetablePartProps {
  question: MissionQuestion
  timed: TimedPlan
  title: string
  notes: readonly string[]
  /** The same as cards. */
  children: ReactNode
}

/** The timetable as cards or as a table, and as a file. */
export function TimetablePart({ question, timed, title, notes, children }: TimetablePartProps) {
  const m = useMessages(profileMessages)
  const { language } = useLanguage()
  const [shown, setShown] = useState<'stops' | 'table'>('stops')
  const rows = timetableRows(question, timed)
  function save() {
    const { columns: c, csvUnits: u } = m
    const head = [
      c.day,
      c.team,
      c.number,
      c.place,
      c.departs,
      `${c.drive} (${u.seconds})`,
      `${c.rest} (${u.seconds})`,
      `${c.distance} (${u.metres})`,
      c.arrives,
      c.late,
      `${c.wait} (${u.seconds})`,
      c.begins,
      c.ends,
      `${c.margin} (${u.seconds})`,
      `${c.litres} (${u.litres})`,
    ]
    const text = writeCsv([head, ...rows.map(csvRow), ...notes.map((note) => [note])], CSV_DIALECTS[language])
    downloadText(`${fileNameOf(`${title} ${m.timetable}`)}.csv`, 'text/csv', text)
  }
  return (
    <section aria-label={m.timetable}>
      <div className={styles.tools}>
        <Segmented<'stops' | 'table'>
          label={m.shown}
          options={[
            { value: 'stops', label: m.stops },
            { value: 'table', label: m.table },
          ]}
          value={shown}
          onChange={setShown}
        />
        <Button size="small" variant="quiet" icon={<IconDownload aria-hidden="true" />} onClick={save}>
          {m.csv}
        </Button>
      </div>
      {shown === 'stops' ? children : <Timetable rows={rows} hasTeams={question.teams.length > 1} />}
    </section>
  )
}

function csvRow(row: TimetableRow): (string | number | null)[] {
  const minutes = (seconds: number | null) => (seconds === null ? null : Math.round(seconds / 60))
  const rounded = (value: number | null, unit: number) =>
    value === null ? null : Math.round((value / unit) * 10) / 10
  return [
    row.date,
    row.team,
    row.label,
    row.place,
    row.departs,
    minutes(row.driveSeconds),
    minutes(row.restSeconds),
    rounded(row.metres, 1000),
    row.arrives,
    row.arrivesLate,
    minutes(row.waitSeconds),
    row.begins,
    row.ends,
    minutes(row.marginSeconds),
    rounded(row.litres, 1),
  ]
}

function Timetable({ rows, hasTeams }: { rows: readonly TimetableRow[]; hasTeams: boolean }) {
  const m = useMessages(profileMessages)
  const formats = useFormats()
  const { language } = useLanguage()
  const { columns: c } = m
  const head = [
    c.departs,
    c.drive,
    c.distance,
    c.arrives,
    c.late,
    c.wait,
    c.begins,
    c.ends,
    c.margin,
    c.litres,
  ]
  return (
    <DataTable caption={m.timetable}>
      <thead>
        <tr>
          <th scope="col">{c.day}</th>
          {hasTeams && <th scope="col">{c.team}</th>}
          <th scope="col">{c.number}</th>
          <th scope="col">{c.place}</th>
          {head.map((label) => (
            <th key={label} scope="col" className="number">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <td>{shortDay(row.date, language)}</td>
            {hasTeams && <td>{row.team}</td>}
            <td>{row.label ?? m.end}</td>
            <th scope="row">{row.place}</th>
            <td className="number">{row.departs}</td>
            <td className="number">{formats.duration(row.driveSeconds)}</td>
            <td className="number">{formats.distance(row.metres)}</td>
            <td className="number">{row.arrives}</td>
            <td className="number">{row.arrivesLate}</td>
            <td className="number">{formats.duration(row.waitSeconds)}</td>
            <td className="number">{row.begins ?? UNKNOWN}</td>
            <td className="number">{row.ends ?? UNKNOWN}</td>
            <td className="number">{formats.duration(row.marginSeconds)}</td>
            <td className="number">{formats.litres(row.litres)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

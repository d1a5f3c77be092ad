import { comparePlans } from '@borne/geodata/itinerary/compare-plans'
import type { Itinerary, MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import { IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { downloadText, fileNameOf } from '../../ui/download.ts'
import { UNKNOWN, useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { DataTable } from '../../ui/table.tsx'
import { CSV_DIALECTS, writeCsv } from '../../ui/write-csv.ts'
import { clockTime, shortDay } from './clock.ts'
import styles from './compare.module.css'
import { compareMessages } from './compare-messages.ts'
import { planTotals } from './plan-totals.ts'
import { placeName, visitName } from './rule-words.ts'

interface PlanComparisonProps {
  question: MissionQuestion
  before: Itinerary
  after: Itinerary
  names: readonly [before: string, after: string]
  /** What is done with the two. */
  action?: ReactNode
}

/** Two plans of one question side by side: their figures, and what differs in words. */
export function PlanComparison({ question, before, after, names, action }: PlanComparisonProps) {
  const m = useMessages(compareMessages)
  const { language } = useLanguage()
  const figures = useFigures(before, after)
  const changes = useChanges(question, before, after)
  function save() {
    const rows = figures.map(({ label, shown }) => [label, ...shown])
    const text = writeCsv(
      [['', ...names, m.difference], ...rows, ...changes.map((change) => [change])],
      CSV_DIALECTS[language],
    )
    downloadText(`${fileNameOf(names.join(' '))}.csv`, 'text/csv', text)
  }
  return (
    <div className={styles.comparison}>
      <DataTable caption={m.caption(...names)}>
        <thead>
          <tr>
            <td />
            {[...names, m.difference].map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {figures.map(({ label, shown }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {shown.map((text, index) => (
                <td key={index} className="number">
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </DataTable>
      {changes.length === 0 ? (
        <p>{m.same}</p>
      ) : (
        <ul>
          {changes.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <div className={styles.actions}>
        {action}
        <Button size="small" variant="quiet" icon={<IconDownload aria-hidden="true" />} onClick={save}>
          {m.csv}
        </Button>
      </div>
    </div>
  )
}

function useFigures(before: Itinerary, after: Itinerary) {
  const m = useMessages(compareMessages)
  const formats = useFormats()
  const [one, other] = [planTotals(before), planTotals(after)]
  const row = (label: string, key: keyof typeof one, format: (value: number) => string) => {
    const gap = other[key] - one[key]
    const signed =
      format(Math.abs(gap)) === format(0) ? UNKNOWN : `${gap > 0 ? '+' : '−'}${format(Math.abs(gap))}`
    return { label, shown: [format(one[key]), format(other[key]), signed] }
  }
  return [
    row(m.visits, 'served', formats.number),
    row(m.driving, 'driveSeconds', formats.duration),
    row(m.waiting, 'waitSeconds', formats.duration),
    row(m.distance, 'metres', formats.distance),
    row(m.fuel, 'litres', formats.litres),
  ]
}

const LEAST_SHIFT_SECONDS = 300

function useChanges(question: MissionQuestion, before: Itinerary, after: Itinerary): string[] {
  const m = useMessages(compareMessages)
  const formats = useFormats()
  const { language } = useLanguage()
  const difference = comparePlans(before, after)
  const name = (visitId: string) => visitName(question, visitId)
  const names = (visitIds: readonly string[]) => formats.list(visitIds.map(name))
  const when = ({ date, beginsAt }: { date: string; beginsAt: string }) =>
    `${shortDay(date, language)} ${clockTime(beginsAt)}`
  const place = (placeId: string | null) => (placeId === null ? UNKNOWN : placeName(question, placeId))
  const { fallen, added, moved, shifted, nights } = difference
  return [
    ...(fallen.length > 0 ? [(fallen.length > 1 ? m.fallenMany : m.fallen)(names(fallen))] : []),
    ...(added.length > 0 ? [m.added(names(added))] : []),
    ...moved.map((each) => m.moved(name(each.visitId), when(each.before), when(each.after))),
    ...shifted
      .filter(({ laterSeconds }) => Math.abs(laterSeconds) >= LEAST_SHIFT_SECONDS)
      .map(({ visitId, laterSeconds }) =>
        (laterSeconds > 0 ? m.later : m.earlier)(name(visitId), formats.duration(Math.abs(laterSeconds))),
      ),
    ...nights.map(({ date, before: then, after: now }) =>
      m.night(shortDay(date, language), place(then), place(now)),
    ),
  ]
}

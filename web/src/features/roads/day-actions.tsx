import type { RoadDay } from '@borne/api/contracts/roads'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { downloadText, fileNameOf } from '../../ui/download.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { useCauseWords } from '../../ui/road-words.ts'
import { useStateWords } from '../../ui/state-used.tsx'
import { CSV_DIALECTS, writeCsv } from '../../ui/write-csv.ts'
import styles from './day-result.module.css'
import { messages } from './messages.ts'
import { roadDayRows } from './road-day-export.ts'

interface DayActionsProps {
  day: RoadDay
  dayName: string
  againstName: string
}

/** Takes the figures along: as a file, or on paper. Attribution and the demonstration mark go with them. */
export function DayActions({ day, dayName, againstName }: DayActionsProps) {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const tellCause = useCauseWords()
  const tellState = useStateWords()
  const isDemonstration = day.posts.some((post) => post.isDemonstration)

  function exportCsv() {
    const rows = roadDayRows(day, {
      ...m.csv,
      dayName,
      againstName,
      levels: m.levels,
      tellCause,
      notes: [
        ...(isDemonstration ? [m.demonstration] : []),
        tellState(day.state).join(', '),
        m.method,
        day.attribution,
      ],
    })
    const name = `${isDemonstration ? 'demonstration-' : ''}${fileNameOf(m.roadsOf(dayName))}`
    downloadText(`${name}.csv`, 'text/csv', writeCsv(rows, CSV_DIALECTS[language]))
  }

  return (
    <div className={styles.actions}>
      <Button size="small" icon={<IconDownload size={16} />} onClick={exportCsv}>
        {m.exportCsv}
      </Button>
      <Button size="small" icon={<IconPrinter size={16} />} onClick={() => window.print()}>
        {m.print}
      </Button>
    </div>
  )
}

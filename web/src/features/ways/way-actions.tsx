import type { Way } from '@borne/api/contracts/ways'
import type { Ground } from '@borne/geodata/road-network/road-codes'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { downloadText, fileNameOf } from '../../ui/download.ts'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { roadClassWords } from '../../ui/road-class-words.ts'
import { useStateWords } from '../../ui/state-used.tsx'
import { CSV_DIALECTS, writeCsv } from '../../ui/write-csv.ts'
import { fuelMessages } from './fuel-messages.ts'
import { messages } from './messages.ts'
import { useRemarks } from './remarks.tsx'
import { useStopNames } from './stop-names.ts'
import { useTurnWords } from './turn-list.tsx'
import { turnRows } from './turn-rows.ts'
import { type ExportWords, wayToGeoJson, wayToGpx } from './way-export.ts'
import styles from './ways-page.module.css'

/** Takes the way along: as a file, or on paper. Attribution and the demonstration mark go with it. */
export function WayActions({ way }: { way: Way }) {
  const m = useMessages(messages)
  const { language } = useLanguage()
  const tellTurn = useTurnWords()
  const { grounds } = useMessages(roadClassWords)
  const fuelWords = useMessages(fuelMessages)
  const tellGround = (ground: Ground) => fuelWords.onGround(grounds[ground])
  const words = useExportWords(way)
  const fileName = `${way.stops.some((stop) => stop.isDemonstration) ? 'demonstration-' : ''}${fileNameOf(words.title)}`
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        icon={<IconDownload size={16} />}
        onClick={() => downloadText(`${fileName}.gpx`, 'application/gpx+xml', wayToGpx(way, words))}
      >
        {m.exportGpx}
      </Button>
      <Button
        size="small"
        icon={<IconDownload size={16} />}
        onClick={() => downloadText(`${fileName}.geojson`, 'application/geo+json', wayToGeoJson(way, words))}
      >
        {m.exportGeoJson}
      </Button>
      {way.legs.some(({ turns }) => turns.length > 0) && (
        <Button
          size="small"
          icon={<IconDownload size={16} />}
          onClick={() => {
            const rows = turnRows(way, { ...words, columns: m.turns, tell: tellTurn, tellGround })
            downloadText(`${fileName}.csv`, 'text/csv', writeCsv(rows, CSV_DIALECTS[language]))
          }}
        >
          {m.exportCsv}
        </Button>
      )}
      <Button size="small" icon={<IconPrinter size={16} />} onClick={() => window.print()}>
        {m.print}
      </Button>
    </div>
  )
}

function useExportWords(way: Way): ExportWords {
  const m = useMessages(messages)
  const tellState = useStateWords()
  const stopNames = useStopNames(way.stops)
  const remarks = useRemarks(way, stopNames)
  const { litres } = useFormats()
  const fuelWords = useMessages(fuelMessages)
  return {
    title: m.wayTitle(stopNames.join(' → ')),
    stopNames,
    grades: m.grades,
    remarks: [
      ...(way.stops.some((stop) => stop.isDemonstration) ? [`${m.demonstration}.`] : []),
      `${tellState(way.state).join(', ')}.`,
      ...remarks,
      ...(way.litres === null ? [] : [fuelWords.whole(litres(way.litres))]),
      m.method,
      m.elevation,
    ],
  }
}

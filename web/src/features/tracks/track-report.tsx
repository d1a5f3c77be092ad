import type { TrackDetail } from '@borne/api/contracts/tracks'
import { IconDownload } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { downloadText, fileNameOf } from '../../ui/download.ts'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { CSV_DIALECTS, writeCsv } from '../../ui/write-csv.ts'
import { tellReport } from './tell-report.ts'
import { trackRows, trackToGeoJson } from './track-export.ts'
import { trackMessages } from './track-messages.ts'
import styles from './tracks.module.css'

/** The report in plain sentences, and as files. */
export function TrackReportView({ track }: { track: TrackDetail }) {
  const m = useMessages(trackMessages)
  const formats = useFormats()
  const { language } = useLanguage()
  const sentences = tellReport(track, m.tell, formats)
  const words = { ...m, sentences }
  const fileName = `${track.isDemonstration ? 'demonstration-' : ''}${fileNameOf(track.name)}`
  return (
    <>
      <ul className={styles.sentences}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button
          size="small"
          icon={<IconDownload size={16} />}
          onClick={() =>
            downloadText(
              `${fileName}.csv`,
              'text/csv',
              writeCsv(trackRows(track, words), CSV_DIALECTS[language]),
            )
          }
        >
          CSV
        </Button>
        <Button
          size="small"
          icon={<IconDownload size={16} />}
          onClick={() =>
            downloadText(`${fileName}.geojson`, 'application/geo+json', trackToGeoJson(track, words))
          }
        >
          GeoJSON
        </Button>
      </div>
    </>
  )
}

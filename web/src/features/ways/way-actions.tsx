import type { Way } from '@borne/api/contracts/ways'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { downloadText, fileNameOf } from '../../ui/download.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'
import { useStopNames } from './stop-names.ts'
import { type ExportWords, wayToGeoJson, wayToGpx } from './way-export.ts'
import styles from './ways-page.module.css'

/** Takes the way along: as a file, or on paper. Attribution and the demonstration mark go with it. */
export function WayActions({ way }: { way: Way }) {
  const m = useMessages(messages)
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
      <Button size="small" icon={<IconPrinter size={16} />} onClick={() => window.print()}>
        {m.print}
      </Button>
    </div>
  )
}

function useExportWords(way: Way): ExportWords {
  const m = useMessages(messages)
  const { distance } = useFormats()
  const stopNames = useStopNames(way.stops)
  const documented = way.byGrade?.documented.lengthMetres ?? 0
  const presumed = way.byGrade?.presumed.lengthMetres ?? 0
  return {
    title: m.wayTitle(stopNames.join(' → ')),
    stopNames,
    grades: m.grades,
    remarks: [
      ...(way.stops.some((stop) => stop.isDemonstration) ? [`${m.demonstration}.`] : []),
      ...(documented > 0 ? [m.schematicDetail(distance(documented))] : []),
      ...(presumed > 0 ? [m.presumedDetail(distance(presumed))] : []),
      m.method,
    ],
  }
}

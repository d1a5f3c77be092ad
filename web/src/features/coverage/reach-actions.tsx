import type { Reach } from '@borne/api/contracts/coverage'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { downloadText, fileNameOf } from '../../ui/download.ts'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { useStateWords } from '../../ui/state-used.tsx'
import styles from './coverage-page.module.css'
import { messages } from './messages.ts'
import { type ReachExportWords, reachToCsv, reachToGeoJson } from './reach-export.ts'

/** Takes the reach along: as a file, or on paper. Attribution and the demonstration mark go with it. */
export function ReachActions({ reach }: { reach: Reach }) {
  const m = useMessages(messages)
  const { distance, duration, list } = useFormats()
  const tellState = useStateWords()
  const used = reach.posts.filter(({ isUsed }) => isUsed)
  const isDemonstration = used.some((post) => post.isDemonstration)
  const words: ReachExportWords = {
    title: `${m.title} ${list(used.map(({ name }) => name))}, ${duration(reach.minutes * 60)}`,
    remarks: [
      ...(isDemonstration ? [`${m.demonstration}.`] : []),
      `${tellState(reach.state).join(', ')}.`,
      m.method(duration(reach.minutes * 60), distance(reach.offRoadMetres), reach.geometryVersion),
    ],
  }
  const fileName = `${isDemonstration ? 'demonstration-' : ''}${fileNameOf(words.title)}`
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        icon={<IconDownload size={16} />}
        onClick={() => downloadText(`${fileName}.csv`, 'text/csv', reachToCsv(reach, words))}
      >
        {m.exportCsv}
      </Button>
      <Button
        size="small"
        icon={<IconDownload size={16} />}
        onClick={() =>
          downloadText(`${fileName}.geojson`, 'application/geo+json', reachToGeoJson(reach, words))
        }
      >
        {m.exportGeoJson}
      </Button>
      <Button size="small" icon={<IconPrinter size={16} />} onClick={() => window.print()}>
        {m.print}
      </Button>
    </div>
  )
}

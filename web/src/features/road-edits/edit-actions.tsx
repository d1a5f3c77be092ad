import type { RoadEdit } from '@borne/api/contracts/road-edits'
import { IconDownload } from '@tabler/icons-react'
import { Button } from '../../ui/button.tsx'
import { downloadText, fileNameOf } from '../../ui/download.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { roadClassWords } from '../../ui/road-class-words.ts'
import { CSV_DIALECTS, writeCsv } from '../../ui/write-csv.ts'
import { type EditExportWords, editRows, editsToGeoJson } from './edit-export.ts'
import { editMessages } from './edit-messages.ts'
import styles from './edits.module.css'
import { useEditWords } from './use-edit-words.ts'

/** Takes the list along as a file. The demonstration mark goes with it. */
export function EditActions({ edits }: { edits: readonly RoadEdit[] }) {
  const m = useMessages(editMessages)
  const classes = useMessages(roadClassWords)
  const { language } = useLanguage()
  const { placeOf } = useEditWords()
  const words: EditExportWords = { ...m, ...classes, placeOf }
  const isDemonstration = edits.some((edit) => edit.isDemonstration)
  const name = `${isDemonstration ? 'demonstration-' : ''}${fileNameOf(m.failed)}`
  return (
    <fieldset className={styles.actions} aria-label={m.exports}>
      <Button
        size="small"
        icon={<IconDownload size={16} />}
        onClick={() =>
          downloadText(`${name}.csv`, 'text/csv', writeCsv(editRows(edits, words), CSV_DIALECTS[language]))
        }
      >
        CSV
      </Button>
      <Button
        size="small"
        icon={<IconDownload size={16} />}
        onClick={() => downloadText(`${name}.geojson`, 'application/geo+json', editsToGeoJson(edits, words))}
      >
        GeoJSON
      </Button>
    </fieldset>
  )
}

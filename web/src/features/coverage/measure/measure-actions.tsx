import type { CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import { IconDownload, IconPrinter } from '@tabler/icons-react'
import { Button } from '../../../ui/button.tsx'
import { downloadText, fileNameOf } from '../../../ui/download.ts'
import { useFormats } from '../../../ui/formats.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { useStateWords } from '../../../ui/state-used.tsx'
import { CSV_DIALECTS, writeCsv } from '../../../ui/write-csv.ts'
import type { CourseSegment } from '../border-course.ts'
import { type CoverageExportWords, coverageRows, coverageToGeoJson } from '../coverage-export.ts'
import { KeepEvidenceButton } from '../evidence/keep-evidence.tsx'
import { messages } from '../messages.ts'
import type { CoverageQuestion } from '../search.ts'
import styles from './measure.module.css'
import { measureMessages } from './measure-messages.ts'
import { questionOf } from './measure-query.ts'
import type { ShownRoads } from './use-measured.ts'
import { useToldAccess } from './use-told-access.ts'

/** Takes the figures along: as a file, or on paper. Attribution and the demonstration mark go with them. */
export function MeasureActions({
  coverage,
  reached,
  course,
  search,
}: {
  coverage: CoverageWithoutRoads
  reached: ShownRoads | null
  course: readonly CourseSegment[]
  search: CoverageQuestion
}) {
  const m = useMessages(measureMessages)
  const page = useMessages(messages)
  const { language } = useLanguage()
  const { duration, list } = useFormats()
  const tellState = useStateWords()
  const tellAccess = useToldAccess()
  const used = coverage.posts.filter(({ isUsed }) => isUsed)
  const isDemonstration = used.some((post) => post.isDemonstration)
  const asked = duration(coverage.minutes * 60)
  const words: CoverageExportWords = {
    title: `${page.title} ${list(used.map(({ name }) => name))}, ${asked}`,
    remarks: [
      ...(isDemonstration ? [`${page.demonstration}.`] : []),
      `${tellState(coverage.state).join(', ')}.`,
      m.method(asked, tellAccess(coverage.access)),
      m.methodVersion(coverage.geometryVersion),
    ],
  }
  const fileName = `${isDemonstration ? 'demonstration-' : ''}${fileNameOf(words.title)}`
  return (
    <div className={styles.actions}>
      <Button
        size="small"
        icon={<IconDownload size={16} />}
        onClick={() =>
          downloadText(
            `${fileName}.csv`,
            'text/csv',
            writeCsv(coverageRows(coverage, words), CSV_DIALECTS[language]),
          )
        }
      >
        {m.exportCsv}
      </Button>
      <Button
        size="small"
        icon={<IconDownload size={16} />}
        disabled={!reached || reached.isStale}
        onClick={() =>
          downloadText(
            `${fileName}.geojson`,
            'application/geo+json',
            coverageToGeoJson({ ...coverage, ...reached!.told }, course, words),
          )
        }
      >
        {m.exportGeoJson}
      </Button>
      <Button size="small" icon={<IconPrinter size={16} />} onClick={() => window.print()}>
        {m.print}
      </Button>
      <KeepEvidenceButton asked={{ question: questionOf(search) }} title={words.title} />
    </div>
  )
}

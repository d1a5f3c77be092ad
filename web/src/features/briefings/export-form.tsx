import type { ExportInput } from '@borne/api/contracts/briefings'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { type Language, useLanguage, useMessages } from '../../ui/language.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { audiencesQuery } from './briefings-queries.ts'
import { DonorSelect } from './donor-select.tsx'
import { editorMessages } from './editor-messages.ts'
import type { ExportProps } from './export-dialog.tsx'
import { exportMessages } from './export-messages.ts'
import styles from './share.module.css'
import { useTextIn } from './show/texts.ts'
import { EXPORT_FORMATS } from './slide-terms.ts'

type Paper = NonNullable<ExportInput['paper']>
const OWN = ''

interface ExportFormProps extends ExportProps {
  isBusy: boolean
  error: unknown
  onMake(input: ExportInput): void
}

/** Which file, for whom, and in which language. */
export function ExportForm({ donorId: ofDonorId, slides, isBusy, error, onMake }: ExportFormProps) {
  const m = useMessages(exportMessages)
  const { data: audiences } = useQuery(audiencesQuery)
  const [format, setFormat] = useState<ExportInput['format']>('pptx')
  const [audienceId, setAudienceId] = useState(OWN)
  const [donorId, setDonorId] = useState(ofDonorId)
  const [language, setLanguage] = useState<Language>(useLanguage().language)
  const [paper, setPaper] = useState<Paper>('a4')
  const firstMap = slides.findIndex(({ view }) => view !== null) + 1
  const [slide, setSlide] = useState(firstMap)
  const audience = audiences?.items.find(({ id }) => id === audienceId)
  const isOfDonor = audience?.kind === 'donor'
  const isReady = !(isOfDonor && donorId === null) && !(format === 'png' && slide === 0)
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        const asked = audience ? { audienceId, donorId: isOfDonor ? donorId : null } : null
        onMake({ format, language, audience: asked, ...(format === 'png' && { slide, paper }) })
      }}
    >
      <Field label={m.format} hint={m.meanings[format]}>
        {(control) => (
          <select
            {...control}
            value={format}
            onChange={(event) => setFormat(event.target.value as ExportInput['format'])}
          >
            {EXPORT_FORMATS.map((each) => (
              <option key={each} value={each}>
                {m.formats[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {format === 'png' && <PictureFields {...{ slides, slide, setSlide, paper, setPaper }} />}
      <AudienceField audienceId={audienceId} onChange={setAudienceId} />
      {isOfDonor && <DonorSelect label={m.donor} donorId={donorId} isRequired onChange={setDonorId} />}
      <Segmented<Language>
        label={m.language}
        options={(['fr', 'en'] as const).map((value) => ({ value, label: m.languages[value] }))}
        value={language}
        onChange={setLanguage}
      />
      <FormProblem error={error} />
      <Button variant="primary" type="submit" disabled={isBusy || !isReady}>
        {m.make}
      </Button>
    </form>
  )
}

function AudienceField({ audienceId, onChange }: { audienceId: string; onChange(audienceId: string): void }) {
  const m = useMessages(exportMessages)
  const text = useTextIn()
  const { data: audiences } = useQuery(audiencesQuery)
  return (
    <Field label={m.audience} hint={audienceId === OWN ? m.ownHint : m.audienceHint}>
      {(control) => (
        <select {...control} value={audienceId} onChange={(event) => onChange(event.target.value)}>
          <option value={OWN}>{m.own}</option>
          {audiences?.items
            .filter(({ isArchived }) => !isArchived)
            .map(({ id, names }) => (
              <option key={id} value={id}>
                {text(names)}
              </option>
            ))}
        </select>
      )}
    </Field>
  )
}

interface PictureFieldsProps extends Pick<ExportProps, 'slides'> {
  /** From 1; 0: there is none with a map. */
  slide: number
  setSlide(slide: number): void
  paper: Paper
  setPaper(paper: Paper): void
}

/** Of the map alone: which slide's, and on what paper. */
function PictureFields({ slides, slide, setSlide, paper, setPaper }: PictureFieldsProps) {
  const m = useMessages(exportMessages)
  const editor = useMessages(editorMessages)
  const formats = useFormats()
  const text = useTextIn()
  if (slide === 0) return <p className={styles.hint}>{m.noMaps}</p>
  return (
    <>
      <Field label={m.slide}>
        {(control) => (
          <select {...control} value={slide} onChange={(event) => setSlide(Number(event.target.value))}>
            {slides.map(
              ({ id, view, title }, at) =>
                view && (
                  <option key={id} value={at + 1}>
                    {m.slideOption(formats.number(at + 1), text(title) || editor.noTitle)}
                  </option>
                ),
            )}
          </select>
        )}
      </Field>
      <Segmented<Paper>
        label={m.paper}
        options={(['a4', 'a3'] as const).map((value) => ({ value, label: m.papers[value] }))}
        value={paper}
        onChange={setPaper}
      />
    </>
  )
}

import type { Slide } from '@borne/api/contracts/briefings'
import { useState } from 'react'
import { thisDay } from '../../ui/days.ts'
import { Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { type Language, useLanguage, useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ContentFields } from './content-fields.tsx'
import styles from './editor.module.css'
import { SlideText } from './show/slide-text.tsx'
import { useTextIn } from './show/texts.ts'
import { slideMessages } from './slide-messages.ts'
import { LIMITS } from './slide-terms.ts'
import { ViewFields } from './view-fields.tsx'

export interface SlideFormProps {
  slide: Slide
  isFixed: boolean
  /** @param of What is changed: typing on in the same text is one step of the history. */
  onChange(change: Partial<Slide>, of: string | null): void
}

/** All that a slide is: text, map, what stands beside it, day, and what is for the speaker alone. */
export function SlideForm({ slide, isFixed, onChange }: SlideFormProps) {
  return (
    <fieldset className={styles.slideForm} disabled={isFixed}>
      <TextPart slide={slide} onChange={onChange} />
      <ViewFields slide={slide} onChange={onChange} />
      <ContentFields slide={slide} onChange={onChange} />
      <DayPart slide={slide} onChange={onChange} />
      <SpeakerPart slide={slide} onChange={onChange} />
    </fieldset>
  )
}

export type PartProps = Pick<SlideFormProps, 'slide' | 'onChange'>

const NEAR_LIMIT = 500

function TextPart({ slide, onChange }: PartProps) {
  const m = useMessages(slideMessages)
  const formats = useFormats()
  const text = useTextIn()
  const [language, setLanguage] = useState(useLanguage().language)
  const { title, body, sources } = slide
  const left = LIMITS.body - body[language].length
  const label = (each: Language) =>
    title[each] || body[each] ? m.languages[each] : `${m.languages[each]} (${m.notWritten})`
  return (
    <div className={styles.part}>
      <Segmented<Language>
        label={m.language}
        options={(['fr', 'en'] as const).map((value) => ({ value, label: label(value) }))}
        value={language}
        onChange={setLanguage}
      />
      <Field label={m.title}>
        {(control) => (
          <input
            {...control}
            lang={language}
            maxLength={LIMITS.title}
            value={title[language]}
            onChange={(event) =>
              onChange({ title: { ...title, [language]: event.target.value } }, `title ${language}`)
            }
          />
        )}
      </Field>
      <Field label={m.body} hint={left < NEAR_LIMIT ? m.left(formats.number(left)) : m.bodyHint}>
        {(control) => (
          <textarea
            {...control}
            lang={language}
            rows={7}
            maxLength={LIMITS.body}
            value={body[language]}
            onChange={(event) =>
              onChange({ body: { ...body, [language]: event.target.value } }, `body ${language}`)
            }
          />
        )}
      </Field>
      {body[language].trim() === '' && <p className={styles.hint}>{m.otherStandsIn}</p>}
      {body[language].trim() !== '' && (
        <details className={styles.preview} open>
          <summary>{m.preview}</summary>
          <SlideText text={body[language]} />
        </details>
      )}
      {sources.length > 0 && (
        <details>
          <summary>{m.sources}</summary>
          <ul className={styles.sources}>
            {sources.map((source) => (
              <li key={source.fr + source.en}>{text(source)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}

function DayPart({ slide: { frozenOn }, onChange }: PartProps) {
  const m = useMessages(slideMessages)
  return (
    <PanelSection title={m.day}>
      <div className={styles.fields}>
        <Segmented
          label={m.day}
          options={(['live', 'frozen'] as const).map((value) => ({ value, label: m.days[value] }))}
          value={frozenOn === null ? 'live' : 'frozen'}
          onChange={(day) => onChange({ frozenOn: day === 'live' ? null : thisDay() }, null)}
        />
        {frozenOn !== null && (
          <Field label={m.frozenOn}>
            {(control) => (
              <input
                {...control}
                type="date"
                max={thisDay()}
                value={frozenOn}
                onChange={(event) =>
                  event.target.value && onChange({ frozenOn: event.target.value }, 'frozenOn')
                }
              />
            )}
          </Field>
        )}
      </div>
    </PanelSection>
  )
}

function SpeakerPart({ slide: { notes, seconds }, onChange }: PartProps) {
  const m = useMessages(slideMessages)
  return (
    <PanelSection title={m.notes}>
      <div className={styles.fields}>
        <Field label={m.notes} hint={m.notesHint}>
          {(control) => (
            <textarea
              {...control}
              rows={4}
              maxLength={LIMITS.notes}
              value={notes}
              onChange={(event) => onChange({ notes: event.target.value }, 'notes')}
            />
          )}
        </Field>
        <Field label={m.duration} hint={m.durationHint}>
          {(control) => (
            <input
              {...control}
              type="number"
              min={1}
              max={LIMITS.seconds}
              step={1}
              value={seconds ?? ''}
              onChange={(event) => onChange({ seconds: readSeconds(event.target.value) }, 'seconds')}
            />
          )}
        </Field>
      </div>
    </PanelSection>
  )
}

function readSeconds(text: string): number | null {
  const seconds = Math.round(Number(text))
  return seconds >= 1 ? Math.min(seconds, LIMITS.seconds) : null
}

import type { PhotoRef, SlideContent } from '@borne/api/contracts/briefings'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Checkbox, Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { contractChoicesQuery } from './briefings-queries.ts'
import styles from './editor.module.css'
import { PhotoChooser } from './photo-chooser.tsx'
import type { PartProps } from './slide-form.tsx'
import { slideMessages } from './slide-messages.ts'
import {
  CHARTS,
  type ChartName,
  CONTENT_KINDS,
  FIGURES,
  type FigureName,
  LIMITS,
  TABLES,
  type TableName,
} from './slide-terms.ts'
import { slideWords } from './slide-words.ts'

type Kind = SlideContent['kind']
/** Photos that are not all chosen yet are no content; they wait here until they are. */
interface AskedPhotos {
  readonly kind: 'photo' | 'photo-pair'
  readonly photos: readonly (PhotoRef | null)[]
}

/** What stands beside the text: figures, a chart, a table or photos, all from the data. */
export function ContentFields({ slide: { content }, onChange }: PartProps) {
  const m = useMessages(slideMessages)
  const words = useMessages(slideWords)
  const [asked, setAsked] = useState<AskedPhotos | null>(null)
  const change = (next: SlideContent | null) => onChange({ content: next }, null)
  function begin(kind: Kind | 'none') {
    const isPhoto = kind === 'photo' || kind === 'photo-pair'
    setAsked(isPhoto ? { kind, photos: photosOf(content) } : null)
    if (!isPhoto) change(beginContent(kind))
  }
  const photos = asked ?? photosAsked(content)
  return (
    <PanelSection title={m.content}>
      <div className={styles.fields}>
        <Field label={m.kind}>
          {(control) => (
            <select
              {...control}
              value={asked?.kind ?? content?.kind ?? 'none'}
              onChange={(event) => begin(event.target.value as Kind | 'none')}
            >
              <option value="none">{m.noContent}</option>
              {CONTENT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {words.kinds[kind]}
                </option>
              ))}
            </select>
          )}
        </Field>
        {photos ? (
          <PhotoFields
            asked={photos}
            onAsk={(next) => {
              const whole = wholeContent(next)
              setAsked(whole ? null : next)
              if (whole) change(whole)
            }}
          />
        ) : (
          content && <DataFields content={content} onChange={change} />
        )}
      </div>
    </PanelSection>
  )
}

function DataFields({ content, onChange }: { content: SlideContent; onChange(next: SlideContent): void }) {
  if (content.kind === 'figures') return <FigureChecks content={content} onChange={onChange} />
  if (content.kind === 'chart') return <ChartFields content={content} onChange={onChange} />
  if (content.kind === 'table')
    return <TableField table={content.table} onChange={(table) => onChange({ kind: 'table', table })} />
  return null
}

type ContentProps<K extends Kind> = {
  content: Extract<SlideContent, { kind: K }>
  onChange(next: SlideContent): void
}

function FigureChecks({ content: { figures }, onChange }: ContentProps<'figures'>) {
  const m = useMessages(slideMessages)
  const words = useMessages(slideWords)
  const formats = useFormats()
  const toggle = (name: FigureName) => (isChosen: boolean) => {
    const next = isChosen ? [...figures, name] : figures.filter((other) => other !== name)
    if (next.length > 0 && next.length <= LIMITS.figures) onChange({ kind: 'figures', figures: next })
  }
  return (
    <fieldset className={styles.checks}>
      <legend>
        {m.figures} <span className={styles.hint}>{m.figuresLeft(formats.number(LIMITS.figures))}</span>
      </legend>
      {FIGURES.map((name) => (
        <Checkbox
          key={name}
          label={words.figures[name]}
          checked={figures.includes(name)}
          onChange={toggle(name)}
        />
      ))}
    </fieldset>
  )
}

function ChartFields({ content, onChange }: ContentProps<'chart'>) {
  const m = useMessages(slideMessages)
  const words = useMessages(slideWords)
  const { data } = useQuery(contractChoicesQuery)
  return (
    <>
      <Field label={m.chart}>
        {(control) => (
          <select
            {...control}
            value={content.chart}
            onChange={(event) => onChange({ kind: 'chart', chart: event.target.value as ChartName })}
          >
            {CHARTS.map((chart) => (
              <option key={chart} value={chart}>
                {words.charts[chart]}
              </option>
            ))}
          </select>
        )}
      </Field>
      {content.chart === 's-curve' && (
        <Field label={m.contract}>
          {(control) => (
            <select
              {...control}
              value={content.contractId ?? ''}
              onChange={(event) => onChange({ ...content, contractId: event.target.value || undefined })}
            >
              <option value="">{m.chooseContract}</option>
              {data?.items.map(({ id, reference, title }) => (
                <option key={id} value={id}>
                  {reference} · {title}
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </>
  )
}

function TableField({ table, onChange }: { table: TableName; onChange(table: TableName): void }) {
  const m = useMessages(slideMessages)
  const words = useMessages(slideWords)
  return (
    <Field label={m.table}>
      {(control) => (
        <select {...control} value={table} onChange={(event) => onChange(event.target.value as TableName)}>
          {TABLES.map((name) => (
            <option key={name} value={name}>
              {words.tables[name]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function PhotoFields({ asked, onAsk }: { asked: AskedPhotos; onAsk(next: AskedPhotos): void }) {
  const m = useMessages(slideMessages)
  const labels = asked.kind === 'photo' ? [m.photo] : [m.before, m.after]
  return labels.map((label, at) => (
    <PhotoChooser
      key={label}
      label={label}
      chosen={asked.photos[at] ?? null}
      onChoose={(photo) =>
        onAsk({
          kind: asked.kind,
          photos: labels.map((_, other) => (other === at ? photo : (asked.photos[other] ?? null))),
        })
      }
    />
  ))
}

function beginContent(kind: Exclude<Kind, 'photo' | 'photo-pair'> | 'none'): SlideContent | null {
  switch (kind) {
    case 'figures':
      return { kind, figures: ['posts-operational', 'posts-under-works', 'border-share'] }
    case 'chart':
      return { kind, chart: 'posts-by-status' }
    case 'table':
      return { kind, table: 'posts' }
    case 'none':
      return null
  }
}

function photosOf(content: SlideContent | null): (PhotoRef | null)[] {
  if (content?.kind === 'photo') return [null, content.photo]
  return content?.kind === 'photo-pair' ? [content.after] : []
}

function photosAsked(content: SlideContent | null): AskedPhotos | null {
  if (content?.kind === 'photo') return { kind: 'photo', photos: [content.photo] }
  if (content?.kind === 'photo-pair') return { kind: 'photo-pair', photos: [content.before, content.after] }
  return null
}

function wholeContent({ kind, photos: [first, second] }: AskedPhotos): SlideContent | null {
  if (kind === 'photo') return first ? { kind, photo: first } : null
  return first && second ? { kind, before: first, after: second } : null
}

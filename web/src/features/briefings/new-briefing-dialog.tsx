import type { Briefing, BriefingDraftInput, NewBriefing } from '@borne/api/contracts/briefings'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { sendJson } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { addMonths, thisDay } from '../../ui/days.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './briefings.module.css'
import { BRIEFINGS_KEY, briefingQuery } from './briefings-queries.ts'
import { DonorSelect } from './donor-select.tsx'
import { listMessages } from './list-messages.ts'
import { LIMITS } from './slide-terms.ts'

type Template = NonNullable<NewBriefing['template']>
const TEMPLATES: readonly Template[] = [
  'donor-visit',
  'steering-committee',
  'inauguration',
  'monthly-progress',
  'empty',
]
const USUAL_MONTHS = 3

/** By a template, or written from the data of a period; then the editor opens. */
export function NewBriefingDialog({ onClose }: { onClose(): void }) {
  const m = useMessages(listMessages)
  const formId = useId()
  const [start, setStart] = useState<'template' | 'draft'>('template')
  const make = useMakeBriefing(onClose)
  return (
    <Dialog
      isOpen
      title={m.newTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button variant="primary" type="submit" form={formId} disabled={make.isPending}>
            {start === 'draft' ? m.write : m.create}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <Segmented<'template' | 'draft'>
          label={m.start}
          options={(['template', 'draft'] as const).map((value) => ({ value, label: m.starts[value] }))}
          value={start}
          onChange={setStart}
        />
        {start === 'template' ? (
          <TemplateForm id={formId} onMake={(body) => make.mutate({ path: '', body })} />
        ) : (
          <DraftForm id={formId} onMake={(body) => make.mutate({ path: '/draft', body })} />
        )}
        {make.isPending && start === 'draft' && <p role="status">{m.writing}</p>}
        <FormProblem error={make.error} />
      </div>
    </Dialog>
  )
}

function useMakeBriefing(onClose: () => void) {
  const client = useQueryClient()
  const navigate = useNavigate()
  return useMutation({
    mutationFn: ({ path, body }: { path: string; body: NewBriefing | BriefingDraftInput }) =>
      sendJson<Briefing>('POST', `/api/briefings${path}`, body),
    onSuccess: async (made) => {
      client.setQueryData(briefingQuery(made.id).queryKey, made)
      void client.invalidateQueries({ queryKey: [BRIEFINGS_KEY, 'list'] })
      onClose()
      await navigate({ to: '/briefings/$briefingId', params: { briefingId: made.id } })
    },
  })
}

function TemplateForm({ id, onMake }: { id: string; onMake(body: NewBriefing): void }) {
  const m = useMessages(listMessages)
  const { language } = useLanguage()
  const [template, setTemplate] = useState<Template>('donor-visit')
  const [title, setTitle] = useState('')
  const [donorId, setDonorId] = useState<string | null>(null)
  const name = title.trim() || m.templates[template]
  return (
    <form
      id={id}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onMake({ template, donorId, title: { fr: '', en: '', [language]: name } })
      }}
    >
      <Field label={m.template}>
        {(control) => (
          <select
            {...control}
            value={template}
            onChange={(event) => setTemplate(event.target.value as Template)}
          >
            {TEMPLATES.map((each) => (
              <option key={each} value={each}>
                {m.templates[each]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={m.name}>
        {(control) => (
          <input
            {...control}
            value={title}
            maxLength={LIMITS.title}
            placeholder={template === 'empty' ? m.namePlaceholder : m.templates[template]}
            onChange={(event) => setTitle(event.target.value)}
          />
        )}
      </Field>
      <DonorSelect label={m.donor} hint={m.donorHint} donorId={donorId} onChange={setDonorId} />
    </form>
  )
}

function DraftForm({ id, onMake }: { id: string; onMake(body: BriefingDraftInput): void }) {
  const m = useMessages(listMessages)
  const [to, setTo] = useState(thisDay)
  const [from, setFrom] = useState(() => addMonths(thisDay(), -USUAL_MONTHS))
  const [donorId, setDonorId] = useState<string | null>(null)
  const isWrong = from > to
  return (
    <form
      id={id}
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        if (!isWrong) onMake({ from, to, donorId })
      }}
    >
      <p className={styles.hint}>{m.draftText}</p>
      <div className={styles.pair}>
        <Field label={m.from} error={isWrong && m.badPeriod}>
          {(control) => (
            <input
              {...control}
              type="date"
              required
              max={thisDay()}
              value={from}
              onChange={(event) => setFrom(event.target.value)}
            />
          )}
        </Field>
        <Field label={m.to}>
          {(control) => (
            <input
              {...control}
              type="date"
              required
              max={thisDay()}
              value={to}
              onChange={(event) => setTo(event.target.value)}
            />
          )}
        </Field>
      </div>
      <DonorSelect label={m.donor} hint={m.donorHint} donorId={donorId} onChange={setDonorId} />
    </form>
  )
}

import type { Briefing } from '@borne/api/contracts/briefings'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { sendJson } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { thisDay } from '../../ui/days.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { addViewMessages } from './add-view-messages.ts'
import styles from './briefings.module.css'
import { briefingsQuery } from './briefings-queries.ts'
import { useTextIn } from './show/texts.ts'
import { LIMITS } from './slide-terms.ts'

const NEW = ''

/** Where a view goes: into a briefing of the list, or into a new one. */
export function ChooseBriefing({
  onChoose,
  onClose,
}: {
  onChoose(briefingId: string): void
  onClose(): void
}) {
  const m = useMessages(addViewMessages)
  const formats = useFormats()
  const { language } = useLanguage()
  const text = useTextIn()
  const formId = useId()
  const { data } = useQuery(briefingsQuery())
  const open = (data?.items ?? []).filter(({ slideCount }) => slideCount < LIMITS.slides)
  const [briefingId, setBriefingId] = useState(NEW)
  const [title, setTitle] = useState(() => m.newName(formats.day(thisDay())))
  const make = useMutation({
    mutationFn: () =>
      sendJson<Briefing>('POST', '/api/briefings', { title: { fr: '', en: '', [language]: title.trim() } }),
    onSuccess: ({ id }) => onChoose(id),
  })
  return (
    <Dialog
      isOpen
      title={m.which}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button variant="primary" type="submit" form={formId} disabled={make.isPending}>
            {m.confirm}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (briefingId === NEW) make.mutate()
          else onChoose(briefingId)
        }}
      >
        <p className={styles.hint}>{m.whichText}</p>
        <Field label={m.existing}>
          {(control) => (
            <select {...control} value={briefingId} onChange={(event) => setBriefingId(event.target.value)}>
              <option value={NEW}>{m.newOne}</option>
              {open.map((row) => (
                <option key={row.id} value={row.id}>
                  {text(row.title) || m.untitled}
                </option>
              ))}
            </select>
          )}
        </Field>
        {briefingId === NEW && (
          <Field label={m.newTitle}>
            {(control) => (
              <input
                {...control}
                required
                maxLength={LIMITS.title}
                value={title}
                onChange={(event) => setTitle(event.target.value)}
              />
            )}
          </Field>
        )}
        <FormProblem error={make.error} />
      </form>
    </Dialog>
  )
}

import type { DonorVisibility, DonorVisibilityInput } from '@borne/api/contracts/visibility'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { sendJson } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { useToast } from '../../ui/toast.tsx'
import { donorMessages } from './donor-messages.ts'
import styles from './donors.module.css'
import { LogoField } from './logo-field.tsx'
import { donorsQuery } from './visibility-queries.ts'

type Draft = Pick<DonorVisibilityInput, 'names' | 'credit' | 'logoScale' | 'rulesText'>

/** Names, credit lines, logos and rules of a donor. Logos are kept at once, the rest when it is saved. */
export function DonorDialog({ donor, onClose }: { donor: DonorVisibility; onClose(): void }) {
  const m = useMessages(donorMessages)
  const formId = useId()
  const { names, credit, logoScale, rulesText } = donor
  const [draft, setDraft] = useState<Draft>({ names, credit, logoScale, rulesText })
  const save = useSave(donor, onClose)
  function submit(event: FormEvent) {
    event.preventDefault()
    save.mutate(draft)
  }
  return (
    <Dialog
      isOpen
      isWide
      title={`${donor.code} · ${names.fr}`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button variant="primary" type="submit" form={formId} disabled={save.isPending}>
            {m.save}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <div className={styles.pair}>
          <LogoField donor={donor} ground="light" scale={draft.logoScale} />
          <LogoField donor={donor} ground="dark" scale={draft.logoScale} />
        </div>
        <p className={styles.muted}>{m.logoHint}</p>
        <form id={formId} className={styles.form} onSubmit={submit}>
          <TextFields draft={draft} onChange={setDraft} />
          <FormProblem error={save.error} />
        </form>
      </div>
    </Dialog>
  )
}

function TextFields({ draft, onChange }: { draft: Draft; onChange(draft: Draft): void }) {
  const m = useMessages(donorMessages)
  const { percent } = useFormats()
  const { names, credit, logoScale, rulesText } = draft
  const named = (language: 'fr' | 'en' | 'ar', label: string) => (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          lang={language}
          dir={language === 'ar' ? 'rtl' : undefined}
          required={language === 'fr'}
          maxLength={200}
          value={names[language]}
          onChange={({ target }) => onChange({ ...draft, names: { ...names, [language]: target.value } })}
        />
      )}
    </Field>
  )
  const credited = (language: 'fr' | 'en', label: string) => (
    <Field label={label} hint={language === 'fr' ? m.creditHint : undefined}>
      {(control) => (
        <input
          {...control}
          lang={language}
          maxLength={300}
          value={credit[language]}
          onChange={({ target }) => onChange({ ...draft, credit: { ...credit, [language]: target.value } })}
        />
      )}
    </Field>
  )
  return (
    <>
      <Field label={m.scale(percent(logoScale))}>
        {(control) => (
          <input
            {...control}
            type="range"
            min={0.2}
            max={1}
            step={0.05}
            value={logoScale}
            onChange={({ target }) => onChange({ ...draft, logoScale: Number(target.value) })}
          />
        )}
      </Field>
      {named('fr', m.nameFr)}
      <div className={styles.pair}>
        {named('en', m.nameEn)}
        {named('ar', m.nameAr)}
      </div>
      {credited('fr', m.creditFr)}
      {credited('en', m.creditEn)}
      <Field label={m.rules}>
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={4000}
            placeholder={m.rulesPlaceholder}
            value={rulesText}
            onChange={({ target }) => onChange({ ...draft, rulesText: target.value })}
          />
        )}
      </Field>
    </>
  )
}

function useSave({ donorId, version }: DonorVisibility, onDone: () => void) {
  const m = useMessages(donorMessages)
  const client = useQueryClient()
  const toast = useToast()
  return useMutation({
    mutationFn: (draft: Draft) =>
      sendJson<DonorVisibility>('PUT', `/api/donors/${donorId}/visibility`, { ...draft, version }),
    onSuccess: async ({ names }) => {
      toast.show(m.saved(names.fr))
      onDone()
      await client.invalidateQueries({ queryKey: donorsQuery.queryKey })
    },
  })
}

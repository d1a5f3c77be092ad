import type { Audience } from '@borne/api/contracts/briefings'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useId, useState } from 'react'
import { sendJson } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { audienceMessages } from './audience-messages.ts'
import styles from './briefings.module.css'
import { audiencesQuery } from './briefings-queries.ts'

const KINDS: readonly Audience['kind'][] = ['donor', 'government', 'public']
const MOST_NAME = 80
/** What an audience begins with: nothing. */
const NOTHING: Audience['rules'] = { posts: 'none', gridMetres: 8000, fields: [], layers: [] }

/** Another audience; at first it sees nothing. */
export function NewAudienceDialog({ onClose }: { onClose(): void }) {
  const m = useMessages(audienceMessages)
  const formId = useId()
  const client = useQueryClient()
  const [names, setNames] = useState({ fr: '', en: '' })
  const [kind, setKind] = useState<Audience['kind']>('government')
  const make = useMutation({
    mutationFn: () => sendJson<Audience>('POST', '/api/audiences', { names, kind, rules: NOTHING }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: audiencesQuery.queryKey })
      onClose()
    },
  })
  return (
    <Dialog
      isOpen
      title={m.addTitle}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button variant="primary" type="submit" form={formId} disabled={make.isPending}>
            {m.create}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={styles.form}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          make.mutate()
        }}
      >
        <p className={styles.hint}>{m.addText}</p>
        {(['fr', 'en'] as const).map((language) => (
          <Field key={language} label={language === 'fr' ? m.nameFr : m.nameEn}>
            {(control) => (
              <input
                {...control}
                lang={language}
                maxLength={MOST_NAME}
                value={names[language]}
                onChange={(event) => setNames({ ...names, [language]: event.target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={m.kind} hint={m.kindHint}>
          {(control) => (
            <select
              {...control}
              value={kind}
              onChange={(event) => setKind(event.target.value as Audience['kind'])}
            >
              {KINDS.map((each) => (
                <option key={each} value={each}>
                  {m.kinds[each]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <FormProblem error={make.error} />
      </form>
    </Dialog>
  )
}

import type { Audience, MadeShareLink } from '@borne/api/contracts/briefings'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { sendJson } from '../../../platform/api.ts'
import { Button } from '../../../ui/button.tsx'
import { addDays, thisDay } from '../../../ui/days.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { FormProblem } from '../../../ui/form-problem.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { MadeLink } from '../made-link.tsx'
import { useTextIn } from '../show/texts.ts'
import { DonorLinks } from './donor-links.tsx'
import styles from './donor-page.module.css'
import { donorPageMessages } from './donor-page-messages.ts'
import { donorLinksQuery } from './donor-page-queries.ts'

const USUAL_DAYS = 90
const MOST_DAYS = 365

interface DonorShareDialogProps {
  donorId: string
  /** Of donors, in use. */
  audiences: readonly Audience[]
  onClose(): void
}

/** Makes a link to the page of a donor, and keeps those that are open. */
export function DonorShareDialog({ donorId, audiences, onClose }: DonorShareDialogProps) {
  const m = useMessages(donorPageMessages)
  const text = useTextIn()
  const client = useQueryClient()
  const [audienceId, setAudienceId] = useState(audiences[0]?.id ?? 'donor')
  const [lastDay, setLastDay] = useState(() => addDays(thisDay(), USUAL_DAYS))
  const [label, setLabel] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const make = useMutation({
    mutationFn: () =>
      sendJson<MadeShareLink>('POST', `/api/donors/${donorId}/links`, {
        audienceId,
        lastDay,
        label: label.trim(),
        passphrase: passphrase || null,
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: donorLinksQuery(donorId).queryKey }),
  })
  if (make.data) return <MadeLink made={make.data} onClose={onClose} />
  function submit(event: FormEvent) {
    event.preventDefault()
    make.mutate()
  }
  return (
    <Dialog isOpen isWide title={m.shareTitle} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        <p>{m.shareText}</p>
        <Field label={m.audience}>
          {(control) => (
            <select {...control} value={audienceId} onChange={({ target }) => setAudienceId(target.value)}>
              {audiences.map(({ id, names }) => (
                <option key={id} value={id}>
                  {text(names)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={m.lastDay}>
          {(control) => (
            <input
              {...control}
              type="date"
              required
              min={thisDay()}
              max={addDays(thisDay(), MOST_DAYS)}
              value={lastDay}
              onChange={({ target }) => setLastDay(target.value)}
            />
          )}
        </Field>
        <Field label={m.label}>
          {(control) => (
            <input
              {...control}
              maxLength={200}
              value={label}
              onChange={({ target }) => setLabel(target.value)}
            />
          )}
        </Field>
        <Field label={m.passphrase} hint={m.passphraseHint}>
          {(control) => (
            <input
              {...control}
              type="password"
              autoComplete="new-password"
              minLength={8}
              maxLength={200}
              value={passphrase}
              onChange={({ target }) => setPassphrase(target.value)}
            />
          )}
        </Field>
        <FormProblem error={make.error} />
        <div>
          <Button variant="primary" type="submit" disabled={make.isPending}>
            {m.make}
          </Button>
        </div>
      </form>
      <DonorLinks donorId={donorId} />
    </Dialog>
  )
}

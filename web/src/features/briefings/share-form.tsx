import type { Audience, MadeShareLink, ShareLinkInput } from '@borne/api/contracts/briefings'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { sendJson } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { addDays, thisDay } from '../../ui/days.ts'
import { Field } from '../../ui/field.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { audiencesQuery } from './briefings-queries.ts'
import { DonorSelect } from './donor-select.tsx'
import { readOrigins } from './read-origins.ts'
import styles from './share.module.css'
import type { ShareProps } from './share-dialog.tsx'
import { shareMessages } from './share-messages.ts'
import { SharePreview } from './share-preview.tsx'
import { useTextIn } from './show/texts.ts'

const USUAL_DAYS = 30
const MOST_DAYS = 365
const LEAST_PASSPHRASE = 8

interface ShareFormProps extends ShareProps {
  onMade(made: MadeShareLink): void
}

/** Who it is for, until when, and before it is made: what that audience will see and what not. */
export function ShareForm(props: ShareFormProps) {
  const m = useMessages(shareMessages)
  const { data, error, refetch } = useQuery(audiencesQuery)
  const audiences = data?.items.filter(({ isArchived }) => !isArchived)
  if (error && !audiences)
    return <ErrorState problem={error} what={m.audiencesFailed} onRetry={() => void refetch()} />
  return audiences ? <Form {...props} audiences={audiences} /> : <Skeleton lines={5} />
}

interface FormProps extends ShareFormProps {
  audiences: readonly Audience[]
}

function Form({ audiences, briefingId, slides, onMade, ...props }: FormProps) {
  const m = useMessages(shareMessages)
  const text = useTextIn()
  const usual = audiences.find(({ kind }) => kind === 'donor') ?? audiences[0]
  const [audienceId, setAudienceId] = useState(usual?.id ?? '')
  const [donorId, setDonorId] = useState(props.donorId)
  const [lastDay, setLastDay] = useState(() => addDays(thisDay(), USUAL_DAYS))
  const [label, setLabel] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [originsText, setOriginsText] = useState('')
  const origins = readOrigins(originsText)
  const audience = audiences.find(({ id }) => id === audienceId)
  const isOfDonor = audience?.kind === 'donor'
  const isShort = passphrase !== '' && passphrase.length < LEAST_PASSPHRASE
  const asked = { audienceId, donorId: isOfDonor ? donorId : null }
  const isReady = audience !== undefined && (!isOfDonor || donorId !== null)
  const make = useMutation({
    mutationFn: (input: ShareLinkInput) =>
      sendJson<MadeShareLink>('POST', `/api/briefings/${briefingId}/links`, input),
    onSuccess: onMade,
  })
  function submit(event: FormEvent) {
    event.preventDefault()
    if (!isReady || isShort || origins.wrong !== null || origins.isTooMany) return
    make.mutate({
      ...asked,
      lastDay,
      label: label.trim(),
      passphrase: passphrase || null,
      embedOrigins: origins.origins,
    })
  }
  return (
    <form className={styles.share} onSubmit={submit}>
      <div className={styles.form}>
        <Field label={m.audience} hint={m.audienceHint}>
          {(control) => (
            <select {...control} value={audienceId} onChange={(event) => setAudienceId(event.target.value)}>
              {audiences.map(({ id, names }) => (
                <option key={id} value={id}>
                  {text(names)}
                </option>
              ))}
            </select>
          )}
        </Field>
        {isOfDonor && <DonorSelect label={m.donor} donorId={donorId} isRequired onChange={setDonorId} />}
        <Field label={m.lastDay} hint={m.lastDayHint}>
          {(control) => (
            <input
              {...control}
              type="date"
              required
              min={thisDay()}
              max={addDays(thisDay(), MOST_DAYS)}
              value={lastDay}
              onChange={(event) => setLastDay(event.target.value)}
            />
          )}
        </Field>
        <Field label={m.label}>
          {(control) => (
            <input
              {...control}
              maxLength={200}
              placeholder={m.labelPlaceholder}
              value={label}
              onChange={(event) => setLabel(event.target.value)}
            />
          )}
        </Field>
        <details className={styles.more}>
          <summary>{m.more}</summary>
          <div className={styles.form}>
            <Field label={m.passphrase} hint={m.passphraseHint} error={isShort && m.passphraseShort}>
              {(control) => (
                <input
                  {...control}
                  maxLength={200}
                  autoComplete="off"
                  value={passphrase}
                  onChange={(event) => setPassphrase(event.target.value)}
                />
              )}
            </Field>
            <Field
              label={m.origins}
              hint={m.originsHint}
              error={
                origins.wrong !== null ? m.originsWrong(origins.wrong) : origins.isTooMany && m.originsMany
              }
            >
              {(control) => (
                <textarea
                  {...control}
                  rows={2}
                  value={originsText}
                  onChange={(event) => setOriginsText(event.target.value)}
                />
              )}
            </Field>
          </div>
        </details>
        <FormProblem error={make.error} />
        <Button variant="primary" type="submit" disabled={!isReady || make.isPending}>
          {m.make}
        </Button>
      </div>
      <div className={styles.preview}>
        {isReady ? (
          <SharePreview
            key={`${audienceId} ${asked.donorId}`}
            briefingId={briefingId}
            asked={asked}
            audienceName={text(audience.names)}
            slides={slides}
          />
        ) : (
          <p className={styles.hint}>{m.chooseFirst}</p>
        )}
      </div>
    </form>
  )
}

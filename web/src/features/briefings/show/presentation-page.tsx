import { useLocation } from '@tanstack/react-router'
import { useEffect, useMemo, useState } from 'react'
import { ApiProblem } from '../../../platform/api.ts'
import { BrandMark } from '../../../ui/brand-mark.tsx'
import { Button } from '../../../ui/button.tsx'
import { Field } from '../../../ui/field.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { EmptyState, ErrorState } from '../../../ui/states.tsx'
import { type Opening, useOpening } from './open-presentation.ts'
import styles from './public.module.css'
import { PublicShow } from './public-show.tsx'
import { sharedSource } from './show-source.ts'
import { storyMessages } from './story-messages.ts'
import { useTextIn } from './texts.ts'
import { useClosedPictures } from './use-own-showing.ts'

/** What a link shows, for whoever has it; within another page, too. */
export function PresentationPage() {
  const m = useMessages(storyMessages)
  const textOf = useTextIn()
  const { hash, pathname } = useLocation()
  const { opening, open } = useOpening(hash.replace(/^#/, ''))
  const opened = opening.step === 'open' ? opening : undefined
  const source = useMemo(() => opened && sharedSource(opened), [opened])
  useClosedPictures(source)
  const title = source ? textOf(source.presentation.title) : m.opening
  useEffect(() => {
    document.title = source ? title : 'Borne'
  }, [source, title])
  if (source && source.presentation.slides.length > 0)
    return <PublicShow source={source} isEmbedded={pathname.startsWith('/embed/')} />
  return (
    <main className={styles.door}>
      <BrandMark size={40} />
      <Door opening={opening} title={title} onOpen={open} />
    </main>
  )
}

interface DoorProps {
  opening: Opening
  title: string
  onOpen(passphrase?: string): void
}

function Door({ opening, title, onOpen }: DoorProps) {
  const m = useMessages(storyMessages)
  switch (opening.step) {
    case 'opening':
      return <h1 className={styles.soon}>{m.opening}</h1>
    case 'open':
      return (
        <>
          <h1>{title}</h1>
          <EmptyState title={m.empty} />
        </>
      )
    case 'no-token':
      return (
        <>
          <h1>{m.noToken}</h1>
          <p>{m.noTokenText}</p>
        </>
      )
    case 'passphrase':
      return <PassphraseForm opening={opening} onOpen={onOpen} />
    case 'refused':
      return <Refused error={opening.error} onRetry={() => onOpen()} />
  }
}

/** One calm answer to a link that is wrong, has expired or was revoked. */
function Refused({ error, onRetry }: { error: unknown; onRetry(): void }) {
  const m = useMessages(storyMessages)
  const problem = error instanceof ApiProblem ? error.problem : undefined
  if (problem?.code === 'shared-not-open')
    return (
      <>
        <h1>{problem.title}</h1>
        <p>{problem.detail}</p>
      </>
    )
  if (problem?.code === 'shared-slowed')
    return (
      <>
        <h1>{m.slowed}</h1>
        <p role="alert">{problem.detail}</p>
        <Button onClick={onRetry}>{m.retry}</Button>
      </>
    )
  return (
    <>
      <h1>{m.failed}</h1>
      <ErrorState problem={error} onRetry={onRetry} />
    </>
  )
}

interface PassphraseFormProps {
  opening: Extract<Opening, { step: 'passphrase' }>
  onOpen(passphrase: string): void
}

function PassphraseForm({ opening, onOpen }: PassphraseFormProps) {
  const m = useMessages(storyMessages)
  const [passphrase, setPassphrase] = useState('')
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        onOpen(passphrase)
      }}
    >
      <h1>{m.passphraseTitle}</h1>
      <p>{m.passphraseText}</p>
      <Field label={m.passphrase} error={opening.isWrong ? m.wrong : undefined}>
        {(control) => (
          <input
            {...control}
            type="password"
            autoComplete="off"
            maxLength={200}
            required
            value={passphrase}
            onChange={({ target }) => setPassphrase(target.value)}
          />
        )}
      </Field>
      <Button type="submit" variant="primary" disabled={opening.isAsking}>
        {m.open}
      </Button>
    </form>
  )
}

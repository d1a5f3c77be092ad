import { type FormEvent, useState } from 'react'
import { leaveSession } from '../../platform/leave-session.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { messages } from './messages.ts'
import styles from './session.module.css'
import { useSignIn } from './session-requests.ts'
import { SignInRefusal } from './sign-in-refusal.tsx'
import { useSlowDown } from './use-slow-down.ts'

/** The second step: the code of the authenticator, or one of the codes kept for the day when it is lost. */
export function CodeForm() {
  const m = useMessages(messages)
  const [isRecovery, setIsRecovery] = useState(false)
  const [code, setCode] = useState('')
  const { mutate, isPending, error, reset } = useSignIn()
  const seconds = useSlowDown(error)

  function onSubmit(event: FormEvent) {
    event.preventDefault()
    mutate({ with: 'code', code: isRecovery ? code.trim() : code.replace(/\s/g, '') })
  }

  function change(toRecovery: boolean) {
    reset()
    setCode('')
    setIsRecovery(toRecovery)
  }

  return (
    <form className={styles.form} onSubmit={onSubmit}>
      <header className={styles.intro}>
        <h1>{isRecovery ? m.recoveryTitle : m.codeTitle}</h1>
        <p>{isRecovery ? m.recoveryText : m.codeText}</p>
      </header>
      <CodeField key={String(isRecovery)} isRecovery={isRecovery} code={code} onCode={setCode} />
      <SignInRefusal error={error} seconds={seconds} />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" disabled={isPending || seconds > 0}>
          {m.confirm}
        </Button>
        <Button variant="quiet" className={styles.link} onClick={() => change(!isRecovery)}>
          {isRecovery ? m.useCode : m.useRecovery}
        </Button>
      </div>
      <Button variant="quiet" size="small" className={styles.link} onClick={() => void leaveSession()}>
        {m.other}
      </Button>
    </form>
  )
}

interface CodeFieldProps {
  isRecovery: boolean
  code: string
  onCode(code: string): void
}

function CodeField({ isRecovery, code, onCode }: CodeFieldProps) {
  const m = useMessages(messages)
  return (
    <Field label={isRecovery ? m.recovery : m.code}>
      {(control) => (
        <input
          {...control}
          className={styles.code}
          autoComplete={isRecovery ? 'off' : 'one-time-code'}
          inputMode={isRecovery ? 'text' : 'numeric'}
          autoCapitalize="none"
          spellCheck={false}
          minLength={6}
          maxLength={40}
          required
          // biome-ignore lint/a11y/noAutofocus: the code is the one thing that this step asks for
          autoFocus
          value={code}
          onChange={(event) => onCode(event.target.value)}
        />
      )}
    </Field>
  )
}

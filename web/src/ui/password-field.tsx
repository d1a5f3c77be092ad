import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useState } from 'react'
import { IconButton } from './button.tsx'
import { Field } from './field.tsx'
import { defineMessages, plural, useMessages } from './language.tsx'
import styles from './password-field.module.css'

const messages = defineMessages({
  fr: {
    show: 'Montrer le mot de passe',
    hide: 'Masquer le mot de passe',
    rule: '12 caractères au moins. Quatre mots sans lien se retiennent bien et se devinent mal.',
    missing: (count: number) =>
      plural('fr', count, 'Encore 1 caractère au moins', `Encore ${count} caractères au moins`),
    enough: 'Assez long. Évitez ce que vos collègues devineraient.',
    strong: 'Long : difficile à deviner.',
  },
  en: {
    show: 'Show the password',
    hide: 'Hide the password',
    rule: 'At least 12 characters. Four unrelated words are easy to remember and hard to guess.',
    missing: (count: number) =>
      plural('en', count, 'At least 1 more character', `At least ${count} more characters`),
    enough: 'Long enough. Avoid what your colleagues would guess.',
    strong: 'Long: hard to guess.',
  },
})

export const LEAST_PASSWORD = 12
const STRONG_PASSWORD = 18

interface PasswordFieldProps {
  label: string
  value: string
  /** `new` tells how long it must be, and lets the browser propose one. */
  kind: 'current' | 'new'
  error?: string | undefined
  isFocused?: boolean
  onChange(value: string): void
}

/** A password that can be looked at while it is typed: nobody has to type it twice. */
export function PasswordField({ label, value, kind, error, isFocused, onChange }: PasswordFieldProps) {
  const m = useMessages(messages)
  const [isShown, setIsShown] = useState(false)
  return (
    <Field label={label} error={error} hint={kind === 'new' && <Strength length={[...value].length} />}>
      {(control) => (
        <span className={styles.box}>
          <input
            {...control}
            type={isShown ? 'text' : 'password'}
            autoComplete={kind === 'new' ? 'new-password' : 'current-password'}
            autoCapitalize="none"
            spellCheck={false}
            maxLength={256}
            required
            // biome-ignore lint/a11y/noAutofocus: only where the field is the one thing that the page asks for
            autoFocus={isFocused}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <IconButton
            label={isShown ? m.hide : m.show}
            icon={isShown ? <IconEyeOff /> : <IconEye />}
            tip="above-end"
            className={styles.eye}
            aria-pressed={isShown}
            onClick={() => setIsShown(!isShown)}
          />
        </span>
      )}
    </Field>
  )
}

function Strength({ length }: { length: number }) {
  const m = useMessages(messages)
  const share = Math.min(1, length / STRONG_PASSWORD)
  const isEnough = length >= LEAST_PASSWORD
  const words =
    length === 0
      ? m.rule
      : !isEnough
        ? m.missing(LEAST_PASSWORD - length)
        : length < STRONG_PASSWORD
          ? m.enough
          : m.strong
  return (
    <span className={styles.strength} data-enough={isEnough || undefined}>
      <span className={styles.bar}>
        <span style={{ inlineSize: `${share * 100}%` }} />
      </span>
      {words}
    </span>
  )
}

import { Field } from '../../ui/field.tsx'
import styles from './own-account.module.css'

interface CodeFieldProps {
  label: string
  /** Only six digits are meant; otherwise a recovery code will do. */
  isDigits?: boolean
  code: string
  onCode(code: string): void
}

export function CodeField({ label, isDigits = false, code, onCode }: CodeFieldProps) {
  return (
    <Field label={label}>
      {(control) => (
        <input
          {...control}
          className={styles.code}
          autoComplete="one-time-code"
          inputMode={isDigits ? 'numeric' : 'text'}
          autoCapitalize="none"
          spellCheck={false}
          minLength={6}
          maxLength={40}
          required
          value={code}
          onChange={(event) => onCode(event.target.value)}
        />
      )}
    </Field>
  )
}

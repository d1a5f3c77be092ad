import { Field } from '../../ui/field.tsx'
import styles from './post-editor.module.css'

interface TextFieldProps {
  label: string
  value: string
  error: string | undefined
  type?: 'text' | 'tel' | 'email'
  placeholder?: string
  /** Takes the whole width of its row. */
  isWide?: boolean
  onChange(value: string): void
}

export function TextField({ label, value, error, type, placeholder, isWide, onChange }: TextFieldProps) {
  return (
    <div className={isWide ? styles.wide : undefined}>
      <Field label={label} error={error}>
        {(control) => (
          <input
            {...control}
            type={type ?? 'text'}
            placeholder={placeholder}
            autoComplete="off"
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
        )}
      </Field>
    </div>
  )
}

export function DateField({ label, value, error, onChange }: TextFieldProps) {
  return (
    <Field label={label} error={error}>
      {(control) => (
        <input
          {...control}
          type="date"
          max="9999-12-31"
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}

import { Field } from '../../ui/field.tsx'
import styles from './post-editor.module.css'

interface TextFieldProps {
  label: string
  value: string
  error?: string | undefined
  type?: 'text' | 'tel' | 'email'
  placeholder?: string
  /** Takes the whole width of its row. */
  isWide?: boolean
  /** Language of what is typed. */
  lang?: string
  /** More than one: several lines of text. */
  lines?: number
  onChange(value: string): void
}

export function TextField(props: TextFieldProps) {
  const { label, value, error, type = 'text', placeholder, isWide, lang, lines = 1, onChange } = props
  const shared = {
    value,
    placeholder,
    lang,
    dir: lang === 'ar' ? 'rtl' : undefined,
    autoComplete: 'off',
    onChange: ({ target }: { target: { value: string } }) => onChange(target.value),
  }
  return (
    <div className={isWide ? styles.wide : undefined}>
      <Field label={label} error={error}>
        {(control) =>
          lines > 1 ? (
            <textarea {...control} {...shared} rows={lines} />
          ) : (
            <input {...control} {...shared} type={type} />
          )
        }
      </Field>
    </div>
  )
}

type DateFieldProps = Pick<TextFieldProps, 'label' | 'value' | 'error' | 'onChange'>

export function DateField({ label, value, error, onChange }: DateFieldProps) {
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

interface ChoiceFieldProps<V extends string> {
  label: string
  values: readonly V[]
  words: Record<V, string>
  value: V
  onChange(value: V): void
}

/** One of the known values, by their words. */
export function ChoiceField<V extends string>({
  label,
  values,
  words,
  value,
  onChange,
}: ChoiceFieldProps<V>) {
  return (
    <Field label={label}>
      {(control) => (
        <select {...control} value={value} onChange={(event) => onChange(event.target.value as V)}>
          {values.map((known) => (
            <option key={known} value={known}>
              {words[known]}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface NumberFieldProps {
  label: string
  hint?: string
  error: string | undefined
  value: number | null
  most: number
  onChange(value: number | null): void
}

/** A number, or nothing when the field is empty. */
export function NumberField({ label, hint, error, value, most, onChange }: NumberFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <input
          {...control}
          type="number"
          inputMode="numeric"
          min={0}
          max={most}
          step="any"
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value === '' ? null : event.target.valueAsNumber)}
        />
      )}
    </Field>
  )
}

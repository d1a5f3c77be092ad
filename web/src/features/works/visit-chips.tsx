import { type ReactNode, useId } from 'react'
import styles from './visit.module.css'

interface VisitChipsProps<V extends string> {
  label: string
  options: readonly { value: V; label: ReactNode }[]
  /** None of them: nothing is chosen yet. */
  value: V | null
  onChange(value: V): void
}

/** One choice among a few, each as large as a thumb; they wrap. */
export function VisitChips<V extends string>({ label, options, value, onChange }: VisitChipsProps<V>) {
  const name = useId()
  return (
    <fieldset className={styles.chips}>
      <legend>{label}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            className="visually-hidden"
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  )
}

import { type ReactNode, useId } from 'react'
import styles from './segmented.module.css'

interface SegmentedProps<V extends string> {
  /** Spoken name of the group. */
  label: string
  options: readonly { value: V; label: ReactNode }[]
  value: V
  onChange(value: V): void
}

/** One choice among a few that exclude each other, all in view. */
export function Segmented<V extends string>({ label, options, value, onChange }: SegmentedProps<V>) {
  const name = useId()
  return (
    <fieldset className={styles.segmented}>
      <legend className="visually-hidden">{label}</legend>
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

import type { FieldControl } from '../../ui/field.tsx'

interface ChoiceProps<V extends string> {
  control: FieldControl
  values: readonly V[]
  words: Record<V, string>
  value: V
  onChange(value: V): void
}

/** One of the known values, by their words. */
export function Choice<V extends string>({ control, values, words, value, onChange }: ChoiceProps<V>) {
  return (
    <select {...control} value={value} onChange={(event) => onChange(event.target.value as V)}>
      {values.map((known) => (
        <option key={known} value={known}>
          {words[known]}
        </option>
      ))}
    </select>
  )
}

interface NumberInputProps {
  control: FieldControl
  value: number | null
  most: number
  onChange(value: number | null): void
}

/** A number, or nothing when the field is empty. */
export function NumberInput({ control, value, most, onChange }: NumberInputProps) {
  return (
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
  )
}

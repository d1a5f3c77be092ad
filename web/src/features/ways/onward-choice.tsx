import type { Vehicle } from '@borne/api/contracts/road-state'
import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { useOwnName } from '../../ui/road-words.ts'
import { messages } from './messages.ts'

interface OnwardChoiceProps {
  onward: string | undefined
  vehicles: readonly Vehicle[]
  onChange(onward: string | undefined): void
}

/** Whether to cross by pirogue, and with what one goes on from the far side. */
export function OnwardChoice({ onward, vehicles, onChange }: OnwardChoiceProps) {
  const m = useMessages(messages).pirogue
  const nameOf = useOwnName()
  return (
    <Field label={m.label}>
      {(control) => (
        <select
          {...control}
          value={onward ?? ''}
          onChange={(event) => onChange(event.target.value || undefined)}
        >
          <option value="">{m.no}</option>
          {vehicles
            .filter(({ mode }) => mode !== 'boat')
            .map((vehicle) => (
              <option key={vehicle.id} value={vehicle.id}>
                {m.onward(nameOf(vehicle))}
              </option>
            ))}
        </select>
      )}
    </Field>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { worksPartiesQuery } from '../../platform/works-parties-query.ts'
import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { listMessages } from './list-messages.ts'

interface DonorSelectProps {
  label: string
  hint?: ReactNode
  donorId: string | null
  /** Somebody must be chosen. */
  isRequired?: boolean
  onChange(donorId: string | null): void
}

/** One of the donors of the register. */
export function DonorSelect({ label, hint, donorId, isRequired = false, onChange }: DonorSelectProps) {
  const m = useMessages(listMessages)
  const { data } = useQuery(worksPartiesQuery)
  const donors = data?.donors ?? []
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <select
          {...control}
          value={donorId ?? ''}
          required={isRequired}
          onChange={(event) => onChange(event.target.value || null)}
        >
          <option value="" disabled={isRequired}>
            {isRequired ? m.chooseDonor : m.noDonor}
          </option>
          {donors.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

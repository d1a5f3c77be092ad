import { useQuery } from '@tanstack/react-query'
import { Field } from '../../../ui/field.tsx'
import { useMessages } from '../../../ui/language.tsx'
import type { AddChangeProps } from './change-adder.tsx'
import { changeMessages } from './change-messages.ts'
import styles from './changes.module.css'
import { closuresOnQuery } from './scenario-queries.ts'
import { useChangeText } from './use-change-text.ts'

/** A closure that holds on the day of the question is lifted. */
export function ClosureLifted({ changes, day, onAdd }: AddChangeProps) {
  const m = useMessages(changeMessages)
  const tell = useChangeText()
  const { data } = useQuery({ ...closuresOnQuery(day ?? ''), enabled: day !== undefined })
  const lifted = changes.flatMap((change) => (change.kind === 'closure-lifted' ? [change.closureId] : []))
  const offered = (data?.items ?? []).filter(({ id }) => !lifted.includes(id))
  if (day === undefined) return <p className={styles.hint}>{m.dryHasNoClosure}</p>
  if (data && offered.length === 0) return <p className={styles.hint}>{m.noClosure}</p>
  return (
    <Field label={m.closure}>
      {(control) => (
        <select
          {...control}
          value=""
          onChange={({ target }) => onAdd({ kind: 'closure-lifted', closureId: target.value })}
        >
          <option value="" disabled>
            {m.choose}
          </option>
          {offered.map(({ id }) => (
            <option key={id} value={id}>
              {tell({ kind: 'closure-lifted', closureId: id })}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

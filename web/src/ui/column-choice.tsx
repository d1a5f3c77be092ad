import { IconColumns3 } from '@tabler/icons-react'
import type { FocusEvent, KeyboardEvent } from 'react'
import styles from './column-choice.module.css'
import { Checkbox } from './field.tsx'
import { defineMessages, useMessages } from './language.tsx'

const messages = defineMessages({ fr: { columns: 'Colonnes' }, en: { columns: 'Columns' } })

interface ColumnChoiceProps<C extends string> {
  /** Those that may be left out, in their order. */
  columns: readonly C[]
  shown: readonly C[]
  nameOf: (column: C) => string
  onChange: (shown: readonly C[]) => void
}

/** Which columns a table shows: a list under a button, closed by Esc or by going elsewhere. */
export function ColumnChoice<C extends string>({ columns, shown, nameOf, onChange }: ColumnChoiceProps<C>) {
  const m = useMessages(messages)
  return (
    <details className={styles.columns} onBlur={closeWhenLeft} onKeyDown={closeOnEscape}>
      <summary>
        <IconColumns3 size={18} aria-hidden="true" />
        {m.columns}
      </summary>
      <div className={styles.choices}>
        {columns.map((column) => (
          <Checkbox
            key={column}
            label={nameOf(column)}
            checked={shown.includes(column)}
            onChange={(isShown) =>
              onChange(isShown ? [...shown, column] : shown.filter((other) => other !== column))
            }
          />
        ))}
      </div>
    </details>
  )
}

function closeWhenLeft({ currentTarget, relatedTarget }: FocusEvent<HTMLDetailsElement>) {
  if (relatedTarget && !currentTarget.contains(relatedTarget)) currentTarget.open = false
}

function closeOnEscape({ key, currentTarget }: KeyboardEvent<HTMLDetailsElement>) {
  if (key === 'Escape') currentTarget.open = false
}

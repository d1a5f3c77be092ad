import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button, IconButton } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { editorMessages } from './editor-messages.ts'
import styles from './post-editor.module.css'

interface RowListProps<Row extends object> {
  field: 'aliases' | 'physicalHistory' | 'legalHistory' | 'components' | 'contacts'
  rows: readonly Row[]
  newRow(): Row
  /** How many rows there must be. */
  least?: number
  error?: string | undefined
  onChange(rows: Row[]): void
  children(row: Row, change: (patch: Partial<Row>) => void, index: number): ReactNode
}

/** Rows that are changed in place, added at the end and taken away. */
export function RowList<Row extends object>(props: RowListProps<Row>) {
  const { field, rows, newRow, least = 0, error, onChange, children } = props
  const m = useMessages(editorMessages)
  const replace = (index: number, row: Row) => onChange(rows.map((old, at) => (at === index ? row : old)))
  return (
    <div className={styles.rows}>
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
      {rows.map((row, index) => (
        <div key={index} className={styles.row}>
          <div className={styles.rowFields}>
            {children(row, (patch) => replace(index, { ...row, ...patch }), index)}
          </div>
          <IconButton
            label={m.removeRow(index + 1)}
            icon={<IconTrash />}
            tip="below-end"
            disabled={rows.length <= least}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button
        size="small"
        variant="quiet"
        icon={<IconPlus aria-hidden="true" />}
        onClick={() => onChange([...rows, newRow()])}
      >
        {m.add[field]}
      </Button>
    </div>
  )
}

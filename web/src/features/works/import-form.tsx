import type { ImportMapping, ImportNote, ImportRole } from '@borne/api/contracts/works'
import { IconAlertTriangle, IconFileSpreadsheet, IconInfoCircle } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { Button } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { ChoiceField, TextField } from './form-frame.tsx'
import styles from './import.module.css'
import { importMessages } from './import-messages.ts'
import type { Preview, useImport } from './use-import.ts'

const ACCEPTED = '.xlsx,.csv,text/csv,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface ImportFormProps {
  reading: ReturnType<typeof useImport>
  roles: readonly ImportRole[]
  /** What was read, once there is something. */
  children: ReactNode
}

/** Chooses a spreadsheet, says how it is to be read, and tells what is wrong with it by row. */
export function ImportForm({ reading, roles, children }: ImportFormProps) {
  const m = useMessages(importMessages)
  const { file, preview, isPending } = reading
  return (
    <>
      <FileChoice file={file} onChoose={reading.choose} />
      {isPending && <p role="status">{m.reading}</p>}
      {preview && (
        <div className={styles.read} data-stale={isPending || undefined}>
          <MappingFields preview={preview} roles={roles} onMap={reading.map} />
          <Notes preview={preview} />
          {children}
        </div>
      )}
    </>
  )
}

function FileChoice({ file, onChoose }: { file: File | undefined; onChoose(file: File): void }) {
  const m = useMessages(importMessages)
  const picker = useRef<HTMLInputElement>(null)
  return (
    <div className={styles.file}>
      <input
        ref={picker}
        type="file"
        accept={ACCEPTED}
        hidden
        data-testid="import-file"
        onChange={({ target }) => {
          const [chosen] = target.files ?? []
          if (chosen) onChoose(chosen)
          target.value = ''
        }}
      />
      <Button
        variant={file ? 'plain' : 'primary'}
        icon={<IconFileSpreadsheet aria-hidden="true" />}
        onClick={() => picker.current?.click()}
      >
        {file ? m.another : m.choose}
      </Button>
      <span className={styles.muted}>{file?.name ?? m.hint}</span>
    </div>
  )
}

interface MappingProps {
  preview: Preview
  roles: readonly ImportRole[]
  onMap(change: ImportMapping): void
}

function MappingFields({ preview, roles, onMap }: MappingProps) {
  const m = useMessages(importMessages)
  const { sheets, sheet, headRow, decimalMark, columns } = preview
  return (
    <div className={styles.mapping}>
      {sheets.length > 1 && (
        <ChoiceField
          label={m.sheet}
          options={sheets.map(({ name }) => ({ value: name, label: name }))}
          value={sheet}
          onChange={(name) => onMap({ sheet: name, headRow: undefined, columns: undefined })}
        />
      )}
      <TextField
        label={m.headRow}
        hint={m.headRowHint}
        inputMode="numeric"
        value={String(headRow)}
        onChange={(text) => {
          if (/^\d{1,5}$/.test(text)) onMap({ headRow: Number(text), columns: undefined })
        }}
      />
      <ChoiceField
        label={m.decimalMark}
        options={[
          { value: '', label: m.guessed },
          { value: ',', label: m.comma },
          { value: '.', label: m.point },
        ]}
        value={decimalMark ?? ''}
        onChange={(mark) => onMap({ decimalMark: mark === '' ? undefined : (mark as ',' | '.') })}
      />
      <fieldset className={styles.columns}>
        <legend>{m.columns}</legend>
        {roles.map((role) => (
          <ChoiceField
            key={role}
            label={m.roles[role]}
            options={[
              { value: '', label: m.noColumn },
              ...columns.map(({ index, letters, head, samples }) => ({
                value: String(index),
                label: `${letters} · ${head || (samples[0] ? m.example(samples[0]) : '—')}`,
              })),
            ]}
            value={String(columns.find((column) => column.role === role)?.index ?? '')}
            onChange={(index) => onMap({ headRow, columns: mapped(preview, role, index) })}
          />
        ))}
      </fieldset>
    </div>
  )
}

/** The columns as they are read, with one role put elsewhere; a column has one role. */
function mapped({ columns }: Preview, role: ImportRole, index: string): ImportMapping['columns'] {
  const kept = columns.flatMap((column) =>
    column.role && column.role !== role && String(column.index) !== index
      ? [[column.role, column.index] as const]
      : [],
  )
  return Object.fromEntries(index === '' ? kept : [...kept, [role, Number(index)]])
}

function Notes({ preview: { notes, errorCount, warningCount } }: { preview: Preview }) {
  const m = useMessages(importMessages)
  const of = (severity: ImportNote['severity']) => notes.filter((note) => note.severity === severity)
  return (
    <>
      {errorCount === 0 && <p role="status">{m.ready}</p>}
      {errorCount > 0 && (
        <NoteList title={m.errors(errorCount)} notes={of('error')} total={errorCount} isError />
      )}
      {warningCount > 0 && (
        <NoteList title={m.warnings(warningCount)} notes={of('warning')} total={warningCount} />
      )}
    </>
  )
}

interface NoteListProps {
  title: string
  notes: readonly ImportNote[]
  total: number
  isError?: boolean
}

function NoteList({ title, notes, total, isError = false }: NoteListProps) {
  const m = useMessages(importMessages)
  return (
    <section className={styles.notes} data-error={isError || undefined} role={isError ? 'alert' : undefined}>
      <h3>
        {isError ? (
          <IconAlertTriangle aria-hidden="true" size={18} />
        ) : (
          <IconInfoCircle aria-hidden="true" size={18} />
        )}
        {title}
      </h3>
      <ul>
        {notes.map(({ code, row, column, message }) => (
          <li key={`${code} ${row} ${column} ${message}`}>
            {row !== null && <strong>{m.place(row, column)} </strong>}
            {message}
          </li>
        ))}
      </ul>
      {total > notes.length && <p className={styles.muted}>{m.more(total - notes.length)}</p>}
    </section>
  )
}

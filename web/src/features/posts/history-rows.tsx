import type { LegalStatusEntry, PhysicalStatusEntry } from '@borne/api/contracts/posts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { statusMessages } from '../../ui/status-mark.tsx'
import { editorMessages } from './editor-messages.ts'
import { NEW_ROWS } from './post-draft.ts'
import styles from './post-editor.module.css'
import { postMessages } from './post-messages.ts'
import { LEGAL_STATUSES, PHYSICAL_STATUSES } from './post-terms.ts'
import { ChoiceField, DateField, NumberField, TextField } from './row-fields.tsx'
import { RowList } from './row-list.tsx'
import { termMessages } from './term-messages.ts'
import type { PostForm } from './use-post-editor.ts'

const today = () => new Date().toISOString().slice(0, 10)

interface RowProps<Row> {
  row: Row
  /** Where the row's errors are told: `physicalHistory.0`. */
  path: string
  errorAt: PostForm['errorAt']
  onChange(patch: Partial<Row>): void
}

export function PhysicalRows({ form: { draft, change, errorAt } }: { form: PostForm }) {
  const m = useMessages(editorMessages)
  const p = useMessages(postMessages)
  return (
    <PanelSection title={p.physical}>
      <p className={styles.hint}>{m.physicalHint}</p>
      <RowList
        field="physicalHistory"
        rows={draft.physicalHistory}
        newRow={() => NEW_ROWS.physicalHistory(today())}
        least={1}
        error={errorAt('physicalHistory')}
        onChange={(physicalHistory) => change({ physicalHistory })}
      >
        {(row, onChange, index) => (
          <PhysicalRow row={row} path={`physicalHistory.${index}`} errorAt={errorAt} onChange={onChange} />
        )}
      </RowList>
    </PanelSection>
  )
}

function PhysicalRow({ row, path, errorAt, onChange }: RowProps<PhysicalStatusEntry>) {
  const m = useMessages(editorMessages)
  const words = useMessages(statusMessages)
  return (
    <>
      <ChoiceField
        label={m.status}
        values={PHYSICAL_STATUSES}
        words={words}
        value={row.status}
        onChange={(status) =>
          onChange(status === 'under-works' ? { status } : { status, progressPercent: null })
        }
      />
      <DateField
        label={m.validFrom}
        error={errorAt(`${path}.validFrom`)}
        value={row.validFrom}
        onChange={(validFrom) => onChange({ validFrom })}
      />
      {row.status === 'under-works' && (
        <NumberField
          label={m.progress}
          error={errorAt(`${path}.progressPercent`)}
          most={100}
          value={row.progressPercent}
          onChange={(progressPercent) => onChange({ progressPercent })}
        />
      )}
      <TextField
        isWide
        label={m.note}
        error={errorAt(`${path}.note`)}
        value={row.note}
        onChange={(note) => onChange({ note })}
      />
    </>
  )
}

export function LegalRows({ form: { draft, change, errorAt } }: { form: PostForm }) {
  const p = useMessages(postMessages)
  return (
    <PanelSection title={p.legal}>
      <RowList
        field="legalHistory"
        rows={draft.legalHistory}
        newRow={() => NEW_ROWS.legalHistory(today())}
        error={errorAt('legalHistory')}
        onChange={(legalHistory) => change({ legalHistory })}
      >
        {(row, onChange, index) => (
          <LegalRow row={row} path={`legalHistory.${index}`} errorAt={errorAt} onChange={onChange} />
        )}
      </RowList>
    </PanelSection>
  )
}

function LegalRow({ row, path, errorAt, onChange }: RowProps<LegalStatusEntry>) {
  const m = useMessages(editorMessages)
  const { legalStatuses } = useMessages(termMessages)
  return (
    <>
      <ChoiceField
        label={m.legalStatus}
        values={LEGAL_STATUSES}
        words={legalStatuses}
        value={row.status}
        onChange={(status) => onChange({ status })}
      />
      <DateField
        label={m.validFrom}
        error={errorAt(`${path}.validFrom`)}
        value={row.validFrom}
        onChange={(validFrom) => onChange({ validFrom })}
      />
      <TextField
        isWide
        label={m.act}
        placeholder={m.actHint}
        error={errorAt(`${path}.actReference`)}
        value={row.actReference}
        onChange={(actReference) => onChange({ actReference })}
      />
      <TextField
        isWide
        label={m.note}
        error={errorAt(`${path}.note`)}
        value={row.note}
        onChange={(note) => onChange({ note })}
      />
    </>
  )
}

import type { PostComponent } from '@borne/api/contracts/posts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { editorMessages } from './editor-messages.ts'
import { NEW_ROWS } from './post-draft.ts'
import { postMessages } from './post-messages.ts'
import { COMPONENT_KINDS, COMPONENT_STATES } from './post-terms.ts'
import { ChoiceField, DateField, NumberField, TextField } from './row-fields.tsx'
import { RowList } from './row-list.tsx'
import { termMessages } from './term-messages.ts'
import type { PostForm } from './use-post-editor.ts'

export function ComponentRows({ form: { draft, change, errorAt } }: { form: PostForm }) {
  const p = useMessages(postMessages)
  return (
    <PanelSection title={p.components}>
      <RowList
        field="components"
        rows={draft.components}
        newRow={NEW_ROWS.components}
        error={errorAt('components')}
        onChange={(components) => change({ components })}
      >
        {(row, onChange, index) => (
          <ComponentRow
            row={row}
            errorOf={(part) => errorAt(`components.${index}.${part}`)}
            onChange={onChange}
          />
        )}
      </RowList>
    </PanelSection>
  )
}

interface ComponentRowProps {
  row: PostComponent
  errorOf(part: keyof PostComponent): string | undefined
  onChange(patch: Partial<PostComponent>): void
}

function ComponentRow({ row, errorOf, onChange }: ComponentRowProps) {
  const m = useMessages(editorMessages)
  const { componentKinds, componentStates } = useMessages(termMessages)
  return (
    <>
      <ChoiceField
        label={m.kind}
        values={COMPONENT_KINDS}
        words={componentKinds}
        value={row.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <ChoiceField
        label={m.state}
        values={COMPONENT_STATES}
        words={componentStates}
        value={row.state}
        onChange={(state) => onChange({ state })}
      />
      <ComponentTexts row={row} errorOf={errorOf} onChange={onChange} />
    </>
  )
}

function ComponentTexts({ row, errorOf, onChange }: ComponentRowProps) {
  const m = useMessages(editorMessages)
  return (
    <>
      <TextField
        isWide
        label={m.label}
        error={errorOf('label')}
        value={row.label}
        onChange={(label) => onChange({ label })}
      />
      <NumberField
        label={m.quantity}
        error={errorOf('quantity')}
        most={10_000}
        value={row.quantity}
        onChange={(quantity) => onChange({ quantity: Math.round(quantity ?? 0) })}
      />
      <DateField
        label={m.checkedOn}
        error={errorOf('checkedOn')}
        value={row.checkedOn ?? ''}
        onChange={(checkedOn) => onChange({ checkedOn: checkedOn || null })}
      />
      <TextField
        isWide
        label={m.note}
        error={errorOf('note')}
        value={row.note}
        onChange={(note) => onChange({ note })}
      />
    </>
  )
}

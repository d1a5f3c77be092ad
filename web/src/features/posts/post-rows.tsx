import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { statusMessages } from '../../ui/status-mark.tsx'
import { Choice, NumberInput } from './choice.tsx'
import { editorMessages } from './editor-messages.ts'
import { NEW_ROWS } from './post-draft.ts'
import styles from './post-editor.module.css'
import { postMessages } from './post-messages.ts'
import { COMPONENT_KINDS, COMPONENT_STATES, LEGAL_STATUSES, PHYSICAL_STATUSES } from './post-terms.ts'
import { DateField, TextField } from './row-fields.tsx'
import { RowList } from './row-list.tsx'
import { termMessages } from './term-messages.ts'
import type { PostForm } from './use-post-editor.ts'

const today = () => new Date().toISOString().slice(0, 10)

export function PhysicalRows({ form: { draft, change, errorAt } }: { form: PostForm }) {
  const m = useMessages(editorMessages)
  const p = useMessages(postMessages)
  const words = useMessages(statusMessages)
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
        {(entry, changeRow, index) => (
          <>
            <Field label={m.status}>
              {(control) => (
                <Choice
                  control={control}
                  values={PHYSICAL_STATUSES}
                  words={words}
                  value={entry.status}
                  onChange={(status) =>
                    changeRow(status === 'under-works' ? { status } : { status, progressPercent: null })
                  }
                />
              )}
            </Field>
            <DateField
              label={m.validFrom}
              error={errorAt(`physicalHistory.${index}.validFrom`)}
              value={entry.validFrom}
              onChange={(validFrom) => changeRow({ validFrom })}
            />
            {entry.status === 'under-works' && (
              <Field label={m.progress} error={errorAt(`physicalHistory.${index}.progressPercent`)}>
                {(control) => (
                  <NumberInput
                    control={control}
                    most={100}
                    value={entry.progressPercent}
                    onChange={(progressPercent) => changeRow({ progressPercent })}
                  />
                )}
              </Field>
            )}
            <TextField
              isWide
              label={m.note}
              error={errorAt(`physicalHistory.${index}.note`)}
              value={entry.note}
              onChange={(note) => changeRow({ note })}
            />
          </>
        )}
      </RowList>
    </PanelSection>
  )
}

export function LegalRows({ form: { draft, change, errorAt } }: { form: PostForm }) {
  const m = useMessages(editorMessages)
  const p = useMessages(postMessages)
  const terms = useMessages(termMessages)
  return (
    <PanelSection title={p.legal}>
      <RowList
        field="legalHistory"
        rows={draft.legalHistory}
        newRow={() => NEW_ROWS.legalHistory(today())}
        error={errorAt('legalHistory')}
        onChange={(legalHistory) => change({ legalHistory })}
      >
        {(entry, changeRow, index) => (
          <>
            <Field label={m.legalStatus}>
              {(control) => (
                <Choice
                  control={control}
                  values={LEGAL_STATUSES}
                  words={terms.legalStatuses}
                  value={entry.status}
                  onChange={(status) => changeRow({ status })}
                />
              )}
            </Field>
            <DateField
              label={m.validFrom}
              error={errorAt(`legalHistory.${index}.validFrom`)}
              value={entry.validFrom}
              onChange={(validFrom) => changeRow({ validFrom })}
            />
            <TextField
              isWide
              label={m.act}
              placeholder={m.actHint}
              error={errorAt(`legalHistory.${index}.actReference`)}
              value={entry.actReference}
              onChange={(actReference) => changeRow({ actReference })}
            />
            <TextField
              isWide
              label={m.note}
              error={errorAt(`legalHistory.${index}.note`)}
              value={entry.note}
              onChange={(note) => changeRow({ note })}
            />
          </>
        )}
      </RowList>
    </PanelSection>
  )
}

export function ComponentRows({ form: { draft, change, errorAt } }: { form: PostForm }) {
  const m = useMessages(editorMessages)
  const p = useMessages(postMessages)
  const terms = useMessages(termMessages)
  return (
    <PanelSection title={p.components}>
      <RowList
        field="components"
        rows={draft.components}
        newRow={NEW_ROWS.components}
        error={errorAt('components')}
        onChange={(components) => change({ components })}
      >
        {(component, changeRow, index) => (
          <>
            <Field label={m.kind}>
              {(control) => (
                <Choice
                  control={control}
                  values={COMPONENT_KINDS}
                  words={terms.componentKinds}
                  value={component.kind}
                  onChange={(kind) => changeRow({ kind })}
                />
              )}
            </Field>
            <Field label={m.state}>
              {(control) => (
                <Choice
                  control={control}
                  values={COMPONENT_STATES}
                  words={terms.componentStates}
                  value={component.state}
                  onChange={(state) => changeRow({ state })}
                />
              )}
            </Field>
            <TextField
              isWide
              label={m.label}
              error={errorAt(`components.${index}.label`)}
              value={component.label}
              onChange={(label) => changeRow({ label })}
            />
            <Field label={m.quantity} error={errorAt(`components.${index}.quantity`)}>
              {(control) => (
                <NumberInput
                  control={control}
                  most={10_000}
                  value={component.quantity}
                  onChange={(quantity) => changeRow({ quantity: Math.round(quantity ?? 0) })}
                />
              )}
            </Field>
            <DateField
              label={m.checkedOn}
              error={errorAt(`components.${index}.checkedOn`)}
              value={component.checkedOn ?? ''}
              onChange={(checkedOn) => changeRow({ checkedOn: checkedOn || null })}
            />
            <TextField
              isWide
              label={m.note}
              error={errorAt(`components.${index}.note`)}
              value={component.note}
              onChange={(note) => changeRow({ note })}
            />
          </>
        )}
      </RowList>
    </PanelSection>
  )
}

export function ContactRows({ form: { draft, change, errorAt } }: { form: PostForm }) {
  const m = useMessages(editorMessages)
  const p = useMessages(postMessages)
  const words = { role: m.role, name: m.personName, phone: m.phone, email: m.email }
  return (
    <PanelSection title={p.contacts}>
      <RowList
        field="contacts"
        rows={draft.contacts}
        newRow={NEW_ROWS.contacts}
        error={errorAt('contacts')}
        onChange={(contacts) => change({ contacts })}
      >
        {(contact, changeRow, index) =>
          (['role', 'name', 'phone', 'email'] as const).map((part) => (
            <TextField
              key={part}
              isWide={part === 'role' || part === 'name'}
              label={words[part]}
              type={part === 'phone' ? 'tel' : part === 'email' ? 'email' : 'text'}
              error={errorAt(`contacts.${index}.${part}`)}
              value={contact[part]}
              onChange={(text) => changeRow({ [part]: text })}
            />
          ))
        }
      </RowList>
    </PanelSection>
  )
}

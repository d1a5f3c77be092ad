import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { editorMessages } from './editor-messages.ts'
import { NEW_ROWS } from './post-draft.ts'
import { postMessages } from './post-messages.ts'
import { TextField } from './row-fields.tsx'
import { RowList } from './row-list.tsx'
import type { PostForm } from './use-post-editor.ts'

const PARTS = [
  ['role', 'text'],
  ['name', 'text'],
  ['phone', 'tel'],
  ['email', 'email'],
] as const

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
          PARTS.map(([part, type]) => (
            <TextField
              key={part}
              isWide={type === 'text'}
              label={words[part]}
              type={type}
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

export function NotesFields({ form: { draft, change, errorAt } }: { form: PostForm }) {
  const p = useMessages(postMessages)
  return (
    <PanelSection title={p.notes}>
      <TextField
        label={p.notes}
        lines={6}
        error={errorAt('notes')}
        value={draft.notes}
        onChange={(notes) => change({ notes })}
      />
    </PanelSection>
  )
}

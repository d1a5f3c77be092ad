import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { postMessages } from './post-messages.ts'
import type { PostForm } from './use-post-editor.ts'

export function NotesFields({ form: { draft, change, errorAt } }: { form: PostForm }) {
  const p = useMessages(postMessages)
  return (
    <PanelSection title={p.notes}>
      <Field label={<span className="visually-hidden">{p.notes}</span>} error={errorAt('notes')}>
        {(control) => (
          <textarea
            {...control}
            rows={6}
            value={draft.notes}
            onChange={(event) => change({ notes: event.target.value })}
          />
        )}
      </Field>
    </PanelSection>
  )
}

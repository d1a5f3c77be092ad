import type { RoadEdit } from '@borne/api/contracts/road-edits'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { roadClassWords } from '../../ui/road-class-words.ts'
import {
  changedStatement,
  draftOfEdit,
  type EditDraft,
  type EditStatement,
  lengthOf,
  statementOfDraft,
} from './edit-draft.ts'
import styles from './edit-editor.module.css'
import { editorMessages } from './editor-messages.ts'
import type { EditForm } from './use-edit-editor.ts'

interface EditConflictProps {
  theirs: RoadEdit
  form: EditForm
}

/** Somebody else's change came first: both versions where they differ, and a choice between them. */
export function EditConflict({ theirs, form }: EditConflictProps) {
  const m = useMessages(editorMessages)
  const tell = useTellField()
  const current = draftOfEdit(theirs)
  const theirsDiffers = changedStatement(current, form.draft)
  const fields = (Object.keys(form.mine) as (keyof EditStatement)[]).filter((field) => field in theirsDiffers)
  return (
    <Dialog
      isOpen
      title={m.conflictTitle}
      onClose={form.closeConflict}
      footer={
        <>
          <Button onClick={() => form.takeTheirs(theirs)}>{m.takeTheirs}</Button>
          {fields.length > 0 && (
            <Button variant="primary" onClick={() => void form.keepMine(theirs)}>
              {m.keepMine}
            </Button>
          )}
        </>
      }
    >
      <p>{fields.length > 0 ? m.conflictText : m.noDifference}</p>
      <dl className={styles.differences}>
        {fields.map((field) => (
          <div key={field}>
            <dt>{m.fields[field]}</dt>
            <dd>
              <span>{m.mine}</span> {tell(field, form.draft)}
            </dd>
            <dd>
              <span>{m.theirs}</span> {tell(field, current)}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

function useTellField() {
  const m = useMessages(editorMessages)
  const words = useMessages(roadClassWords)
  const { day, distance } = useFormats()
  return (field: keyof EditStatement, draft: EditDraft): string => {
    const statement = statementOfDraft(draft)
    if (field === 'geometry') return m.drawn(distance(lengthOf(draft.line)), draft.line.length)
    if (field === 'highway') return statement.highway ? words.highways[statement.highway] : m.empty
    if (field === 'ground') return statement.ground ? words.grounds[statement.ground] : m.empty
    const value = statement[field]
    if (!value) return m.empty
    return field === 'validFrom' || field === 'validUntil' ? day(value) : value
  }
}

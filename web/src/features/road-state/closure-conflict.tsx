import type { Closure } from '@borne/api/contracts/road-state'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { type Formats, useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { roadWords } from '../../ui/road-words.ts'
import { type ClosureStatement, draftOfClosure, statementOfDraft } from './closure-draft.ts'
import styles from './closure-editor.module.css'
import { editorMessages } from './editor-messages.ts'
import type { ClosureForm } from './use-closure-editor.ts'

interface ClosureConflictProps {
  theirs: Closure
  form: ClosureForm
}

/** Somebody else's change came first: both versions of what the person changed, and a choice between them. */
export function ClosureConflict({ theirs, form }: ClosureConflictProps) {
  const m = useMessages(editorMessages)
  const tell = useTellField()
  const [mine, current] = [statementOfDraft(form.draft), statementOfDraft(draftOfClosure(theirs))]
  const fields = form.disputed(theirs)
  return (
    <Dialog
      isOpen
      title={m.conflictTitle}
      onClose={form.closeConflict}
      footer={
        <>
          <Button onClick={() => form.takeTheirs(theirs)}>{m.takeTheirs}</Button>
          <Button variant="primary" onClick={() => void form.keepMine(theirs)}>
            {m.keepMine}
          </Button>
        </>
      }
    >
      <p>{fields.length > 0 ? m.conflictText : m.noDifference}</p>
      <dl className={styles.differences}>
        {fields.map((field) => (
          <div key={field}>
            <dt>{m.fields[field]}</dt>
            <dd>{m.mine(field === 'geometry' ? m.drawn.mine : tell(field, mine))}</dd>
            <dd>{m.theirs(field === 'geometry' ? m.drawn.theirs : tell(field, current))}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}

function useTellField() {
  const m = useMessages(editorMessages)
  const words = useMessages(roadWords)
  const formats = useFormats()
  return (field: keyof ClosureStatement, statement: ClosureStatement): string => {
    if (field === 'effect') return m.effects[statement.effect]
    if (field === 'cause') return words.causes[statement.cause]
    return tellPlain(statement[field], field, formats) || m.empty
  }
}

function tellPlain(value: unknown, field: keyof ClosureStatement, formats: Formats): string {
  if (value === null || value === undefined) return ''
  if (field === 'startsAt' || field === 'endsAt') return formats.instant(String(value))
  if (field === 'speedFactor') return formats.percent(Number(value))
  return String(value)
}

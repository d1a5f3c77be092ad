import type { EditKind, RoadEdit } from '@borne/api/contracts/road-edits'
import { IconPencil } from '@tabler/icons-react'
import { useEffect, useMemo, useRef } from 'react'
import { useMapLayers } from '../../map/layers.ts'
import { Button } from '../../ui/button.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { drawingLayers } from './drawing-layers.ts'
import { EditConflict } from './edit-conflict.tsx'
import { lengthOf } from './edit-draft.ts'
import styles from './edit-editor.module.css'
import { EditFields } from './edit-fields.tsx'
import { CHANGE_OF_KIND } from './edit-layers.ts'
import { editMessages } from './edit-messages.ts'
import { editorMessages } from './editor-messages.ts'
import { LineDrawing } from './line-drawing.tsx'
import { type EditForm, useEditEditor } from './use-edit-editor.ts'
import { useEditWords } from './use-edit-words.ts'
import { useShowLine } from './use-show-line.ts'

const KINDS = ['add', 'change', 'remove'] as const satisfies readonly EditKind[]

/** Draws a correction, then says what it is; or changes one. */
export function EditEditor({ edit }: { edit: RoadEdit | null }) {
  const m = useMessages(editorMessages)
  const words = useMessages(editMessages)
  const { nameOf } = useEditWords()
  const form = useEditEditor(edit)
  const { draft, isDrawing } = form
  const heading = useRef<HTMLHeadingElement>(null)
  useShowLine(edit, true)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <form
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault()
        void form.submit()
      }}
    >
      <h2 ref={heading} tabIndex={-1}>
        {edit ? m.editTitle(nameOf(edit)) : m.newTitle}
      </h2>
      {!edit && isDrawing && (
        <Segmented
          label={m.kind}
          options={KINDS.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          value={draft.kind}
          onChange={form.changeKind}
        />
      )}
      {isDrawing ? (
        <LineDrawing
          key={draft.kind}
          kind={draft.kind}
          initial={draft.kind === 'add' ? draft.line : []}
          onDone={form.takeLine}
          onCancel={form.leaveDrawing}
        />
      ) : (
        <Statement form={form} isNew={edit === null} />
      )}
      {form.theirs && <EditConflict theirs={form.theirs} form={form} />}
    </form>
  )
}

/** The line as it stands, what is said of it, and the button that sends it. */
function Statement({ form, isNew }: { form: EditForm; isNew: boolean }) {
  const m = useMessages(editorMessages)
  const words = useMessages(editMessages)
  const { distance } = useFormats()
  const { draft, looseEnds } = form
  const { kind, line } = draft
  const section = useRef<HTMLElement>(null)
  useEffect(() => {
    if (!isNew) return
    section.current?.focus({ preventScroll: true })
    section.current?.scrollIntoView({ block: 'nearest' })
  }, [isNew])
  const layers = useMemo(
    () => drawingLayers({ change: CHANGE_OF_KIND[kind], line, points: [], next: null, label: '' }),
    [kind, line],
  )
  useMapLayers('drawing', layers)
  const isLoose = kind === 'add' && looseEnds > 0
  return (
    <>
      <section ref={section} tabIndex={-1} className={styles.drawn} aria-label={m.line}>
        <p>
          <strong>{words.kinds[kind]}</strong>, {distance(lengthOf(line))}
        </p>
        {isLoose && <p className={styles.hint}>{m.looseEnds(looseEnds)}</p>}
        {form.errorAt('geometry') && (
          <p className={styles.error} role="alert">
            {form.errorAt('geometry')}
          </p>
        )}
        <Button size="small" icon={<IconPencil aria-hidden="true" />} onClick={form.draw}>
          {kind === 'add' ? m.goOnDrawing : m.chooseAnew}
        </Button>
      </section>
      <EditFields form={form} />
      <FormProblem error={form.error} />
      <div className={styles.foot}>
        <Button onClick={form.leave}>{m.cancel}</Button>
        <Button type="submit" variant="primary" disabled={form.isPending}>
          {isNew ? m.propose : m.save}
        </Button>
      </div>
    </>
  )
}

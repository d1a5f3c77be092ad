import { GROUNDS, HIGHWAYS } from '@borne/geodata/road-network/road-codes'
import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { roadClassWords } from '../../ui/road-class-words.ts'
import type { EditDraft, EditedClass } from './edit-draft.ts'
import styles from './edit-editor.module.css'
import { editorMessages } from './editor-messages.ts'
import type { EditForm } from './use-edit-editor.ts'

/** Classes that people may give: gaps and open water are not drawn. */
const CLASSES = HIGHWAYS.filter((one): one is EditedClass => one !== 'gap' && one !== 'river')

/** What is said of the drawn road: class, ground, name, days, note. */
export function EditFields({ form }: { form: EditForm }) {
  return (
    <>
      {form.draft.kind !== 'remove' && <RoadFields form={form} />}
      <DayFields form={form} />
      <NoteField form={form} />
    </>
  )
}

function RoadFields({ form: { draft, change, errorAt } }: { form: EditForm }) {
  const m = useMessages(editorMessages)
  const words = useMessages(roadClassWords)
  const isNew = draft.kind === 'add'
  return (
    <>
      <div className={styles.pair}>
        <Field label={m.roadClass} error={errorAt('highway')}>
          {(control) => (
            <select
              {...control}
              value={draft.highway}
              onChange={(event) => change({ highway: event.target.value as EditDraft['highway'] })}
            >
              {!isNew && <option value="">{m.unchangedClass}</option>}
              {CLASSES.map((highway) => (
                <option key={highway} value={highway}>
                  {words.highways[highway]}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label={m.ground} error={errorAt('ground')}>
          {(control) => (
            <select
              {...control}
              value={draft.ground}
              onChange={(event) => change({ ground: event.target.value as EditDraft['ground'] })}
            >
              <option value="">{isNew ? m.unknownGround : m.unchangedGround}</option>
              {GROUNDS.filter((one) => one !== 'unknown' && one !== 'water').map((ground) => (
                <option key={ground} value={ground}>
                  {words.grounds[ground]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <Field label={m.name} hint={m.nameHint} error={errorAt('name')}>
        {(control) => (
          <input
            {...control}
            maxLength={200}
            dir="auto"
            value={draft.name}
            onChange={(event) => change({ name: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

function DayFields({ form: { draft, change, errorAt } }: { form: EditForm }) {
  const m = useMessages(editorMessages)
  return (
    <>
      <div className={styles.pair}>
        {(['validFrom', 'validUntil'] as const).map((field) => (
          <Field key={field} label={m[field]} error={errorAt(field)}>
            {(control) => (
              <input
                {...control}
                type="date"
                value={draft[field]}
                onChange={(event) => change({ [field]: event.target.value })}
              />
            )}
          </Field>
        ))}
      </div>
      <p className={styles.below}>{m.validityHint}</p>
    </>
  )
}

function NoteField({ form: { draft, change, errorAt } }: { form: EditForm }) {
  const m = useMessages(editorMessages)
  return (
    <Field label={m.note} hint={m.noteHint} error={errorAt('note')}>
      {(control) => (
        <textarea
          {...control}
          rows={3}
          maxLength={2000}
          dir="auto"
          value={draft.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      )}
    </Field>
  )
}

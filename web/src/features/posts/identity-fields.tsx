import { Field } from '../../ui/field.tsx'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { Choice } from './choice.tsx'
import { editorMessages } from './editor-messages.ts'
import { messages } from './messages.ts'
import { NEW_ROWS } from './post-draft.ts'
import styles from './post-editor.module.css'
import { postMessages } from './post-messages.ts'
import { AGENCIES, NAME_LANGUAGES, POST_KINDS } from './post-terms.ts'
import { RowList } from './row-list.tsx'
import { termMessages } from './term-messages.ts'
import type { PostForm } from './use-post-editor.ts'

export function IdentityFields({ form }: { form: PostForm }) {
  const m = useMessages(editorMessages)
  const { fields } = useMessages(postMessages)
  const { kinds } = useMessages(messages)
  const terms = useMessages(termMessages)
  const { draft, change, errorAt } = form
  return (
    <PanelSection title={m.identity}>
      <div className={styles.fields}>
        <Field label={fields.name} error={errorAt('name')}>
          {(control) => (
            <input
              {...control}
              value={draft.name}
              required
              autoComplete="off"
              onChange={(event) => change({ name: event.target.value })}
            />
          )}
        </Field>
        <Field label={`${fields.nameAr} (${m.optional})`} error={errorAt('nameAr')}>
          {(control) => (
            <input
              {...control}
              lang="ar"
              dir="rtl"
              autoComplete="off"
              value={draft.nameAr ?? ''}
              onChange={(event) => change({ nameAr: event.target.value || null })}
            />
          )}
        </Field>
        <div className={styles.field}>
          <span className={styles.label}>{fields.kind}</span>
          <Segmented
            label={fields.kind}
            options={POST_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))}
            value={draft.kind}
            onChange={(kind) => change({ kind })}
          />
        </div>
        <Field label={fields.agency}>
          {(control) => (
            <Choice
              control={control}
              values={AGENCIES}
              words={terms.agencies}
              value={draft.agency}
              onChange={(agency) => change({ agency })}
            />
          )}
        </Field>
        <Field label={`${fields.facingPost} (${m.optional})`} error={errorAt('facingPost')}>
          {(control) => (
            <input
              {...control}
              value={draft.facingPost}
              onChange={(event) => change({ facingPost: event.target.value })}
            />
          )}
        </Field>
        <span className={styles.label}>{fields.aliases}</span>
        <RowList
          field="aliases"
          rows={draft.aliases}
          newRow={NEW_ROWS.aliases}
          error={errorAt('aliases')}
          onChange={(aliases) => change({ aliases })}
        >
          {(alias, changeRow, index) => (
            <>
              <Field label={m.spelling} error={errorAt(`aliases.${index}.name`)}>
                {(control) => (
                  <input
                    {...control}
                    dir="auto"
                    value={alias.name}
                    onChange={(event) => changeRow({ name: event.target.value })}
                  />
                )}
              </Field>
              <Field label={m.language}>
                {(control) => (
                  <Choice
                    control={control}
                    values={NAME_LANGUAGES}
                    words={terms.nameLanguages}
                    value={alias.language}
                    onChange={(language) => changeRow({ language })}
                  />
                )}
              </Field>
            </>
          )}
        </RowList>
      </div>
    </PanelSection>
  )
}

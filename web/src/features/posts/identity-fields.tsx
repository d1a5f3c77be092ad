import { useQuery } from '@tanstack/react-query'
import { useSignedIn } from '../../platform/session-query.ts'
import { subOfficesQuery } from '../../platform/sub-offices-query.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { editorMessages } from './editor-messages.ts'
import { messages } from './messages.ts'
import { NEW_ROWS } from './post-draft.ts'
import styles from './post-editor.module.css'
import { postMessages } from './post-messages.ts'
import { AGENCIES, NAME_LANGUAGES, POST_KINDS } from './post-terms.ts'
import { ChoiceField, TextField } from './row-fields.tsx'
import { RowList } from './row-list.tsx'
import { termMessages } from './term-messages.ts'
import type { PostForm } from './use-post-editor.ts'

export function IdentityFields({ form }: { form: PostForm }) {
  const m = useMessages(editorMessages)
  const { fields } = useMessages(postMessages)
  const { agencies } = useMessages(termMessages)
  const { draft, change, errorAt } = form
  return (
    <PanelSection title={m.identity}>
      <div className={styles.fields}>
        <TextField
          label={fields.name}
          error={errorAt('name')}
          value={draft.name}
          onChange={(name) => change({ name })}
        />
        <TextField
          label={`${fields.nameAr} (${m.optional})`}
          lang="ar"
          error={errorAt('nameAr')}
          value={draft.nameAr ?? ''}
          onChange={(nameAr) => change({ nameAr: nameAr || null })}
        />
        <KindField form={form} />
        <ChoiceField
          label={fields.agency}
          values={AGENCIES}
          words={agencies}
          value={draft.agency}
          onChange={(agency) => change({ agency })}
        />
        <SubOfficeField form={form} />
        <TextField
          label={`${fields.facingPost} (${m.optional})`}
          error={errorAt('facingPost')}
          value={draft.facingPost}
          onChange={(facingPost) => change({ facingPost })}
        />
        <AliasRows form={form} />
      </div>
    </PanelSection>
  )
}

/** Only who sees every sub-office can give a post from one to another. */
function SubOfficeField({ form: { draft, change } }: { form: PostForm }) {
  const { fields } = useMessages(postMessages)
  const isOverAll = useSignedIn()?.rows === 'all'
  const { data } = useQuery({ ...subOfficesQuery, enabled: isOverAll })
  if (!isOverAll || !data || data.items.length < 2) return null
  return (
    <ChoiceField
      label={fields.subOfficeId}
      values={data.items.map(({ id }) => id)}
      words={Object.fromEntries(data.items.map(({ id, name }) => [id, name]))}
      value={draft.subOfficeId ?? data.items[0]?.id ?? ''}
      onChange={(subOfficeId) => change({ subOfficeId })}
    />
  )
}

function KindField({ form: { draft, change } }: { form: PostForm }) {
  const { fields } = useMessages(postMessages)
  const { kinds } = useMessages(messages)
  return (
    <div className={styles.field}>
      <span className={styles.label}>{fields.kind}</span>
      <Segmented
        label={fields.kind}
        options={POST_KINDS.map((kind) => ({ value: kind, label: kinds[kind] }))}
        value={draft.kind}
        onChange={(kind) => change({ kind })}
      />
    </div>
  )
}

function AliasRows({ form: { draft, change, errorAt } }: { form: PostForm }) {
  const m = useMessages(editorMessages)
  const { fields } = useMessages(postMessages)
  const { nameLanguages } = useMessages(termMessages)
  return (
    <>
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
            <TextField
              label={m.spelling}
              lang={alias.language === 'other' ? undefined : alias.language}
              error={errorAt(`aliases.${index}.name`)}
              value={alias.name}
              onChange={(name) => changeRow({ name })}
            />
            <ChoiceField
              label={m.language}
              values={NAME_LANGUAGES}
              words={nameLanguages}
              value={alias.language}
              onChange={(language) => changeRow({ language })}
            />
          </>
        )}
      </RowList>
    </>
  )
}

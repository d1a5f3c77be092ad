import type { PostChange } from '@borne/api/contracts/posts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { postMessages } from './post-messages.ts'
import styles from './post-page.module.css'
import { postChangesQuery } from './posts-query.ts'
import { SheetSection } from './sheet-section.tsx'
import { tellField } from './tell-field.ts'
import { useFieldWords } from './use-field-words.ts'

const FIRST_CHANGES = 10
const MOST_CHANGES = 1000

/** Every change of the post: when, who, and each field before and after. */
export function PostHistory({
  postId,
  version,
  photoCount,
}: {
  postId: string
  version: number
  photoCount: number
}) {
  const m = useMessages(postMessages)
  const [limit, setLimit] = useState(FIRST_CHANGES)
  const { data, error, refetch } = useQuery(postChangesQuery(postId, limit, `${version} ${photoCount}`))
  const left = data ? data.total - data.items.length : 0
  return (
    <SheetSection id="history" title={m.history}>
      {error && !data && <ErrorState problem={error} what={m.history} onRetry={() => void refetch()} />}
      {!error && !data && <Skeleton lines={4} />}
      {data?.total === 0 && <p className={styles.muted}>{m.noHistory}</p>}
      <ol className={styles.changes}>
        {data?.items.map((change) => (
          <li key={change.id}>
            <Change change={change} />
          </li>
        ))}
      </ol>
      {left > 0 && (
        <Button size="small" onClick={() => setLimit(MOST_CHANGES)}>
          {m.more(left)}
        </Button>
      )}
    </SheetSection>
  )
}

function Change({ change }: { change: PostChange }) {
  const m = useMessages(postMessages)
  const formats = useFormats()
  const who = change.changedBy === 'local' ? m.localUser : change.changedBy
  const head = (
    <>
      <strong>{m.actions[change.action]}</strong>{' '}
      <span className={styles.muted}>
        <time dateTime={change.changedAt} title={formats.instant(change.changedAt)}>
          {formats.relative(change.changedAt)}
        </time>
        , {who}
      </span>
    </>
  )
  if (change.fields.length === 0) return head
  return (
    <details open={change.action !== 'created' && change.action !== 'imported'}>
      <summary>{head}</summary>
      <dl className={styles.differences}>
        {change.fields.map((field) => (
          <FieldChange key={field.field} {...field} />
        ))}
      </dl>
    </details>
  )
}

function FieldChange({ field, before, after }: PostChange['fields'][number]) {
  const m = useMessages(postMessages)
  const words = useFieldWords()
  const formats = useFormats()
  const label = Object.hasOwn(m.fields, field) ? m.fields[field as keyof typeof m.fields] : field
  const [was, is] = [tellField(field, before, words, formats), tellField(field, after, words, formats)]
  const added = is.filter((line) => !was.includes(line))
  const removed = was.filter((line) => !is.includes(line))
  return (
    <div>
      <dt>{label}</dt>
      {removed.length > 0 && (
        <dd className={styles.removed}>
          <span className="visually-hidden">{m.before} </span>
          {removed.map((line) => (
            <del key={line}>{line}</del>
          ))}
        </dd>
      )}
      {(added.length > 0 || removed.length === 0) && (
        <dd>
          <span className="visually-hidden">{m.after} </span>
          {added.length > 0 ? added.map((line) => <ins key={line}>{line}</ins>) : m.nothing}
        </dd>
      )}
    </div>
  )
}

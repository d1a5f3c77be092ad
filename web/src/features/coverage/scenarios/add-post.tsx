import type { BorderPosts } from '@borne/api/contracts/posts'
import type { CoverageChange } from '@borne/geodata/coverage/coverage-types'
import { useQuery } from '@tanstack/react-query'
import { borderPostsQuery } from '../../../platform/border-posts-query.ts'
import { Field } from '../../../ui/field.tsx'
import { useMessages } from '../../../ui/language.tsx'
import { statusMessages } from '../../../ui/status-mark.tsx'
import type { AddChangeProps } from './change-adder.tsx'
import { changeMessages } from './change-messages.ts'
import styles from './changes.module.css'

type Post = BorderPosts['features'][number]

/** A post of the register that is not in service opens. */
export function PostOpens(props: AddChangeProps) {
  const m = useMessages(changeMessages)
  return (
    <PostChange
      {...props}
      kind="post-opens"
      emptyText={m.noClosedPost}
      isOffered={({ geometry, properties }) =>
        geometry !== null && properties.physicalStatus !== 'operational'
      }
    />
  )
}

export function PostCloses(props: AddChangeProps) {
  const m = useMessages(changeMessages)
  return (
    <PostChange
      {...props}
      kind="post-closes"
      emptyText={m.noOpenPost}
      isOffered={({ properties }) => properties.physicalStatus === 'operational'}
    />
  )
}

interface PostChangeProps extends AddChangeProps {
  kind: 'post-opens' | 'post-closes'
  emptyText: string
  isOffered(post: Post): boolean
}

function PostChange({ changes, kind, emptyText, isOffered, onAdd }: PostChangeProps) {
  const m = useMessages(changeMessages)
  const words = useMessages(statusMessages)
  const { data } = useQuery(borderPostsQuery)
  const offered = (data?.features ?? [])
    .filter((post) => isOffered(post) && !isChanged(changes, kind, String(post.id)))
    .sort((a, b) => a.properties.name.localeCompare(b.properties.name, 'fr'))
  if (data && offered.length === 0) return <p className={styles.hint}>{emptyText}</p>
  return (
    <Field label={m.post}>
      {(control) => (
        <select {...control} value="" onChange={(event) => onAdd({ kind, postId: event.target.value })}>
          <option value="" disabled>
            {m.choose}
          </option>
          {offered.map(({ id, properties }) => (
            <option key={id} value={String(id)}>
              {properties.name} ({words[properties.physicalStatus].toLocaleLowerCase()})
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

function isChanged(changes: readonly CoverageChange[], kind: string, postId: string): boolean {
  return changes.some((change) => change.kind === kind && 'postId' in change && change.postId === postId)
}

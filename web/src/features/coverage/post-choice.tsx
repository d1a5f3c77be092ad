import type { BorderPosts } from '@borne/api/contracts/posts'
import { IconX } from '@tabler/icons-react'
import { IconButton } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { StatusMark, statusMessages } from '../../ui/status-mark.tsx'
import styles from './controls.module.css'
import { messages } from './messages.ts'

interface PostChoiceProps {
  posts: BorderPosts['features']
  /** Empty = every operational post. */
  chosen: readonly string[]
  onChange(postIds: string[]): void
}

/** Every operational post, or the posts picked by name. */
export function PostChoice({ posts, chosen, onChange }: PostChoiceProps) {
  const m = useMessages(messages)
  const words = useMessages(statusMessages)
  const byName = [...posts].sort((a, b) => a.properties.name.localeCompare(b.properties.name, 'fr'))
  const free = byName.filter(({ id, geometry }) => geometry && !chosen.includes(String(id)))
  const firstId = byName.find(isSureStart)?.id
  return (
    <div className={styles.posts}>
      <Segmented
        label={m.posts}
        options={[
          { value: 'operational', label: m.allOperational },
          { value: 'chosen', label: m.onePost },
        ]}
        value={chosen.length > 0 ? 'chosen' : 'operational'}
        onChange={(value) => onChange(value === 'chosen' && firstId !== undefined ? [String(firstId)] : [])}
      />
      {chosen.length > 0 && (
        <>
          <ul className={styles.chosen}>
            {chosen.map((postId) => {
              const post = posts.find(({ id }) => String(id) === postId)
              const name = post?.properties.name ?? '…'
              return (
                <li key={postId}>
                  {post && <StatusMark status={post.properties.physicalStatus} isLabelled />}
                  {name}
                  <IconButton
                    label={m.removePost(name)}
                    tip="below-end"
                    icon={<IconX size={16} />}
                    onClick={() => onChange(chosen.filter((id) => id !== postId))}
                  />
                </li>
              )
            })}
          </ul>
          <select
            aria-label={m.choosePost}
            value=""
            onChange={(event) => onChange([...chosen, event.target.value])}
          >
            <option value="" disabled>
              {m.choosePost}
            </option>
            {free.map(({ id, properties }) => (
              <option key={id} value={String(id)}>
                {properties.name} ({words[properties.physicalStatus].toLocaleLowerCase()})
              </option>
            ))}
          </select>
        </>
      )}
    </div>
  )
}

function isSureStart({ properties }: BorderPosts['features'][number]): boolean {
  return properties.physicalStatus === 'operational' && properties.positionConfidence !== 'unconfirmed'
}

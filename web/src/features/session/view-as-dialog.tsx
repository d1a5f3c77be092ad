import type { Role } from '@borne/api/contracts/access'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { borderPostsQuery } from '../../platform/border-posts-query.ts'
import { useSignedIn } from '../../platform/session-query.ts'
import { Button } from '../../ui/button.tsx'
import { CheckList } from '../../ui/check-list.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { ROLES, roleSights } from '../../ui/role-sights.ts'
import { roleNames } from '../../ui/role-words.ts'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import { messages } from './messages.ts'
import styles from './session.module.css'
import { useViewAs } from './session-requests.ts'

const BY_NAME: ReadonlySet<Role> = new Set<Role>(['contractor', 'partner'])

/** Chooses the role, and the posts of an imagined account, through which one looks at the app. */
export function ViewAsDialog({ onClose }: { onClose(): void }) {
  const m = useMessages(messages)
  const ownRole = useSignedIn()?.ownRole
  const roles = ROLES.filter((role) => role !== ownRole)
  const [role, setRole] = useState<Role>('partner')
  const [postIds, setPostIds] = useState<ReadonlySet<string> | null>(null)
  const { mutate, isPending, error } = useViewAs()

  function look() {
    const posts = BY_NAME.has(role) && postIds ? { postIds: [...postIds] } : {}
    mutate({ role, ...posts }, { onSuccess: onClose })
  }

  return (
    <Dialog
      isOpen
      isWide
      title={m.viewAs}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button variant="primary" disabled={isPending} onClick={look}>
            {m.look}
          </Button>
        </>
      }
    >
      <div className={styles.viewAs}>
        <p>{m.viewAsText}</p>
        <RoleCards roles={roles} role={role} onRole={setRole} />
        {BY_NAME.has(role) && <NamedPosts chosen={postIds} onChange={setPostIds} />}
        <FormProblem error={error} />
      </div>
    </Dialog>
  )
}

interface RoleCardsProps {
  roles: readonly Role[]
  role: Role
  onRole(role: Role): void
}

function RoleCards({ roles, role, onRole }: RoleCardsProps) {
  const m = useMessages(messages)
  const names = useMessages(roleNames)
  const sights = useMessages(roleSights)
  return (
    <fieldset className={styles.roles}>
      <legend className="visually-hidden">{m.role}</legend>
      {roles.map((one) => (
        <label key={one} className={styles.roleCard}>
          <input type="radio" name="role" checked={one === role} onChange={() => onRole(one)} />
          <strong>{names[one]}</strong>
          <span>{sights[one]}</span>
        </label>
      ))}
    </fieldset>
  )
}

interface NamedPostsProps {
  /** Nothing: every post. */
  chosen: ReadonlySet<string> | null
  onChange(chosen: ReadonlySet<string>): void
}

function NamedPosts({ chosen, onChange }: NamedPostsProps) {
  const m = useMessages(messages)
  const { data, error, refetch } = useQuery(borderPostsQuery)
  if (error && !data)
    return <ErrorState problem={error} what={m.postsFailed} onRetry={() => void refetch()} />
  if (!data) return <Skeleton />
  const items = data.features.map(({ id, properties }) => ({
    id: String(id),
    label: properties.name,
    ...(properties.moughataa ? { hint: properties.moughataa } : {}),
  }))
  return (
    <CheckList
      label={m.posts}
      items={items}
      chosen={chosen ?? new Set(items.map(({ id }) => id))}
      onChange={onChange}
    />
  )
}

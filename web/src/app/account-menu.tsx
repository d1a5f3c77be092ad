import { IconEye, IconLogout, IconSettings, IconUserCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { leaveSession } from '../platform/leave-session.ts'
import { ownAccountQuery } from '../platform/own-account-query.ts'
import { useSignedIn } from '../platform/session-query.ts'
import { usePermission } from '../platform/use-permission.ts'
import { useMessages } from '../ui/language.tsx'
import { Menu, menuItemClass } from '../ui/menu.tsx'
import { roleNames } from '../ui/role-words.ts'
import styles from './account-menu.module.css'
import { ADMIN_PERMISSIONS } from './admin-permissions.ts'
import { messages } from './messages.ts'
import { LanguageButton, ThemeButton } from './preference-buttons.tsx'

const ViewAsDialog = lazy(async () => ({
  default: (await import('../features/session/view-as-dialog.tsx')).ViewAsDialog,
}))

/** Who is signed in, and what concerns the person rather than the register. */
export function AccountMenu() {
  const m = useMessages(messages)
  const signedIn = useSignedIn()
  const [isChoosingView, setIsChoosingView] = useState(false)
  if (!signedIn) return null
  return (
    <>
      <Menu
        label={m.account(signedIn.name)}
        button={<span className={styles.initials} data-initials={initialsOf(signedIn.name)} />}
        buttonClassName={styles.button}
      >
        {(close) => (
          <>
            <WhoIsIt />
            <Entries
              close={close}
              onViewAs={() => {
                close()
                setIsChoosingView(true)
              }}
            />
          </>
        )}
      </Menu>
      {isChoosingView && (
        <Suspense fallback={null}>
          <ViewAsDialog onClose={() => setIsChoosingView(false)} />
        </Suspense>
      )}
    </>
  )
}

function WhoIsIt() {
  const names = useMessages(roleNames)
  const signedIn = useSignedIn()
  const { data } = useQuery(ownAccountQuery)
  if (!signedIn) return null
  return (
    <div className={styles.who}>
      <strong>{signedIn.name}</strong>
      <span>{[names[signedIn.ownRole], data?.subOfficeName].filter(Boolean).join(' · ')}</span>
      <span className={styles.email}>{signedIn.email}</span>
    </div>
  )
}

function Entries({ close, onViewAs }: { close(): void; onViewAs(): void }) {
  const m = useMessages(messages)
  const mayViewAs = usePermission('view-as')
  const permissions = useSignedIn()?.permissions ?? []
  const isAdmin = ADMIN_PERMISSIONS.some((permission) => permissions.includes(permission))
  return (
    <>
      <Link to="/account" className={menuItemClass} onClick={close}>
        <IconUserCircle aria-hidden="true" size={20} />
        {m.myAccount}
      </Link>
      {isAdmin && (
        <Link to="/admin" className={menuItemClass} onClick={close}>
          <IconSettings aria-hidden="true" size={20} />
          {m.administration}
        </Link>
      )}
      {mayViewAs && (
        <button type="button" className={menuItemClass} onClick={onViewAs}>
          <IconEye aria-hidden="true" size={20} />
          {m.viewAs}
        </button>
      )}
      <div className={styles.preferences}>
        <LanguageButton />
        <ThemeButton />
      </div>
      <button
        type="button"
        className={`${menuItemClass} ${styles.leave}`}
        onClick={() => void leaveSession()}
      >
        <IconLogout aria-hidden="true" size={20} />
        {m.signOut}
      </button>
    </>
  )
}

/** «Aminata Ba» → «AB»: at most two letters, of the first name and the last. */
function initialsOf(name: string): string {
  const parts = name.split(/[\s-]+/).filter((part) => /\p{L}/u.test(part))
  const [first, last] = [parts[0], parts.length > 1 ? parts.at(-1) : undefined]
  return [first, last].map((part) => part?.match(/\p{L}/u)?.[0]?.toUpperCase() ?? '').join('')
}

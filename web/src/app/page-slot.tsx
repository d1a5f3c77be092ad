import { IconLock } from '@tabler/icons-react'
import { Link, Outlet, useMatches } from '@tanstack/react-router'
import { useCallerEpoch } from '../platform/caller.ts'
import { useSignedIn } from '../platform/session-query.ts'
import { buttonClass } from '../ui/button.tsx'
import { useMessages } from '../ui/language.tsx'
import { Panel } from '../ui/panel.tsx'
import { roleNames } from '../ui/role-words.ts'
import { EmptyState } from '../ui/states.tsx'
import { messages } from './messages.ts'

/** The page, anew for another sight; or, where the role does not open it, a calm word in its place. */
export function PageSlot() {
  const needs = useMatches({ select: (matches) => matches.at(-1)?.staticData.needs })
  const epoch = useCallerEpoch()
  const permissions = useSignedIn()?.permissions ?? []
  const isOpen = !needs || needs.some((permission) => permissions.includes(permission))
  return isOpen ? <Outlet key={epoch} /> : <NotPermitted />
}

function NotPermitted() {
  const m = useMessages(messages)
  const names = useMessages(roleNames)
  const signedIn = useSignedIn()
  return (
    <Panel title={m.notPermittedTitle}>
      <EmptyState
        icon={<IconLock aria-hidden="true" size={28} />}
        title={signedIn ? m.notPermittedRole(names[signedIn.role]) : m.notPermittedTitle}
        action={
          <Link to="/posts" className={buttonClass('primary')}>
            {m.notFoundAction}
          </Link>
        }
      >
        {signedIn?.isViewingAs ? m.notPermittedView : m.notPermittedText}
      </EmptyState>
    </Panel>
  )
}

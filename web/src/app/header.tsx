import { IconKeyboard } from '@tabler/icons-react'
import { useLocation } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { SearchBox } from '../features/search/search-box.tsx'
import { usePermission } from '../platform/use-permission.ts'
import { IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { KeyHelp } from '../ui/key-help.tsx'
import { useMessages } from '../ui/language.tsx'
import { useShortcut } from '../ui/use-shortcut.ts'
import { AccountMenu } from './account-menu.tsx'
import styles from './header.module.css'
import { messages } from './messages.ts'
import { OfflineIndicator } from './offline-indicator.tsx'
import { LanguageButton, ThemeButton } from './preference-buttons.tsx'

// What waits on the device is looked for once the page stands.
const WaitingVisits = lazy(async () => ({
  default: (await import('../features/works/visit-waiting.tsx')).WaitingVisits,
}))

const WaitingEvents = lazy(async () => ({
  default: (await import('../features/missions/day/waiting-events.tsx')).WaitingEvents,
}))

const AddThisView = lazy(async () => ({ default: (await import('./add-this-view.tsx')).AddThisView }))

export function Header() {
  const m = useMessages(messages)
  return (
    <header className={styles.header}>
      <p className={styles.name}>
        <strong>Borne</strong> {m.region}
      </p>
      <div className={styles.search}>
        <SearchBox />
      </div>
      <div className={styles.tools}>
        <Suspense fallback={null}>
          <WaitingVisits />
          <WaitingEvents />
          <AddViewButton />
        </Suspense>
        <OfflineIndicator />
        <span className={styles.preferences}>
          <LanguageButton />
          <ThemeButton />
        </span>
        <HelpButton />
        <AccountMenu />
      </div>
    </header>
  )
}

/** A briefing takes no view of itself. */
function AddViewButton() {
  const mayEdit = usePermission('briefings.edit')
  const isBriefing = useLocation({ select: ({ pathname }) => pathname.startsWith('/briefings') })
  return mayEdit && !isBriefing && <AddThisView />
}

function HelpButton() {
  const m = useMessages(messages)
  const [isOpen, setIsOpen] = useState(false)
  useShortcut('?', () => setIsOpen(true))
  return (
    <>
      <IconButton
        label={m.help}
        shortcut="?"
        icon={<IconKeyboard />}
        tip="below-end"
        className={styles.help}
        onClick={() => setIsOpen(true)}
      />
      <Dialog isOpen={isOpen} onClose={() => setIsOpen(false)} title={m.help}>
        <KeyHelp groups={m.keys} />
      </Dialog>
    </>
  )
}

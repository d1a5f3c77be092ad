import { IconKeyboard, IconMoon, IconSun } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { SearchBox } from '../features/search/search-box.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { KeyHelp } from '../ui/key-help.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { useTheme } from '../ui/theme.ts'
import { useShortcut } from '../ui/use-shortcut.ts'
import styles from './header.module.css'
import { messages } from './messages.ts'
import { OfflineIndicator } from './offline-indicator.tsx'

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
        <OfflineIndicator />
        <LanguageButton />
        <ThemeButton />
        <HelpButton />
      </div>
    </header>
  )
}

function LanguageButton() {
  const m = useMessages(messages)
  const { language, setLanguage } = useLanguage()
  const queryClient = useQueryClient()
  return (
    <Button
      variant="quiet"
      lang={language === 'fr' ? 'en' : 'fr'}
      className={styles.language}
      onClick={() => {
        setLanguage(language === 'fr' ? 'en' : 'fr')
        // The server words problems, attributions and kinds of places in the language of the request.
        void queryClient.invalidateQueries()
      }}
    >
      {m.otherLanguage}
    </Button>
  )
}

function ThemeButton() {
  const m = useMessages(messages)
  const { theme, setTheme } = useTheme()
  const isNight = theme === 'night'
  return (
    <IconButton
      label={isNight ? m.toDay : m.toNight}
      icon={isNight ? <IconSun /> : <IconMoon />}
      tip="below-end"
      onClick={() => setTheme(isNight ? 'day' : 'night')}
    />
  )
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

import { IconMoon, IconSun } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { Button, IconButton } from '../ui/button.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { useTheme } from '../ui/theme.ts'
import { messages } from './messages.ts'
import styles from './preference-buttons.module.css'

export function LanguageButton() {
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

export function ThemeButton() {
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

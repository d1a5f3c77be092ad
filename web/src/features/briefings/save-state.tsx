import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconRefresh } from '@tabler/icons-react'
import { reasonOf } from '../../platform/api.ts'
import { Button } from '../../ui/button.tsx'
import { thisDay } from '../../ui/days.ts'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import type { DeskState } from './briefing-desk.ts'
import styles from './editor.module.css'
import { editorMessages } from './editor-messages.ts'

interface SaveStateProps {
  state: DeskState
  onRetry(): void
  onResolve(): void
}

/** What has become of the last change: with the server, on the way, waiting, or to be chosen. */
export function SaveState({ state: { status, saved }, onRetry, onResolve }: SaveStateProps) {
  const m = useMessages(editorMessages)
  const savedText = useSavedText(saved.at)
  switch (status.kind) {
    case 'saved':
      return (
        <span className={styles.state} role="status">
          <IconCloudCheck aria-hidden="true" size={16} /> {savedText}
        </span>
      )
    case 'saving':
    case 'changed':
      return (
        <span className={styles.state} role="status">
          <IconRefresh aria-hidden="true" size={16} /> {status.kind === 'saving' ? m.saving : m.changed}
        </span>
      )
    case 'waiting':
      return (
        <span className={styles.state} role="status">
          <IconCloudOff aria-hidden="true" size={16} /> {m.waiting}
        </span>
      )
    case 'refused':
      return (
        <span className={styles.alarm} role="alert">
          <IconAlertTriangle aria-hidden="true" size={16} /> {m.refused(reasonOf(status.error))}{' '}
          <Button size="small" onClick={onRetry}>
            {m.retry}
          </Button>
        </span>
      )
    case 'conflict':
      return (
        <span className={styles.alarm} role="alert">
          <IconAlertTriangle aria-hidden="true" size={16} /> {m.conflict}{' '}
          <Button size="small" onClick={onResolve}>
            {m.resolve}
          </Button>
        </span>
      )
  }
}

function useSavedText(at: string): string {
  const m = useMessages(editorMessages)
  const { language } = useLanguage()
  const formats = useFormats()
  const time = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { timeStyle: 'short' })
  const isToday = at.slice(0, 10) === thisDay()
  return isToday ? m.saved(time.format(Date.parse(at))) : m.savedOn(formats.instant(at))
}

import { IconAlertTriangle, IconCloudCheck, IconCloudOff, IconRefresh } from '@tabler/icons-react'
import type { ReactNode } from 'react'
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
      return <Calm icon={<IconCloudCheck aria-hidden="true" size={16} />}>{savedText}</Calm>
    case 'saving':
      return <Calm icon={<IconRefresh aria-hidden="true" size={16} />}>{m.saving}</Calm>
    case 'changed':
      return <Calm icon={<IconRefresh aria-hidden="true" size={16} />}>{m.changed}</Calm>
    case 'waiting':
      return <Calm icon={<IconCloudOff aria-hidden="true" size={16} />}>{m.waiting}</Calm>
    case 'refused':
      return (
        <Alarm text={m.refused(reasonOf(status.error))}>
          <Button size="small" onClick={onRetry}>
            {m.retry}
          </Button>
        </Alarm>
      )
    case 'conflict':
      return (
        <Alarm text={m.conflict}>
          <Button size="small" onClick={onResolve}>
            {m.resolve}
          </Button>
        </Alarm>
      )
  }
}

function Calm({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <span className={styles.state} role="status">
      {icon}
      <span>{children}</span>
    </span>
  )
}

function Alarm({ text, children }: { text: string; children: ReactNode }) {
  return (
    <span className={styles.alarm} role="alert">
      <IconAlertTriangle aria-hidden="true" size={16} />
      <span>{text}</span>
      {children}
    </span>
  )
}

function useSavedText(at: string): string {
  const m = useMessages(editorMessages)
  const { language } = useLanguage()
  const formats = useFormats()
  const time = new Intl.DateTimeFormat(language === 'fr' ? 'fr-FR' : 'en-GB', { timeStyle: 'short' })
  const isToday = at.slice(0, 10) === thisDay()
  return isToday ? m.saved(time.format(Date.parse(at))) : m.savedOn(formats.instant(at))
}

import { IconPlus } from '@tabler/icons-react'
import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Button } from '../../ui/button.tsx'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { EmptyState, ErrorState, Skeleton } from '../../ui/states.tsx'
import styles from './settings.module.css'
import { settingsMessages } from './settings-messages.ts'

interface SettingsListProps {
  title: string
  intro?: string
  add: string
  /** Why nothing can be added yet; the button is there, but not to be pressed. */
  isClosed?: boolean
  onAdd(): void
  empty: { title: string; text: string }
  isEmpty: boolean
  children: ReactNode
}

/** One kind of setting: what there is, and a way to add to it; where there is nothing, what it is for. */
export function SettingsList({
  title,
  intro,
  add,
  isClosed = false,
  onAdd,
  empty,
  isEmpty,
  children,
}: SettingsListProps) {
  const button = (
    <Button
      size={isEmpty ? 'normal' : 'small'}
      variant={isEmpty ? 'primary' : 'plain'}
      icon={<IconPlus aria-hidden="true" />}
      disabled={isClosed}
      onClick={onAdd}
    >
      {add}
    </Button>
  )
  return (
    <PanelSection title={title} actions={isEmpty ? undefined : button}>
      {intro && <p className={styles.muted}>{intro}</p>}
      {isEmpty ? (
        <EmptyState title={empty.title} action={button}>
          {empty.text}
        </EmptyState>
      ) : (
        <ul className={styles.list} aria-label={title}>
          {children}
        </ul>
      )}
    </PanelSection>
  )
}

interface SettingItemProps {
  name: string
  isDemonstration?: boolean
  /** Left out where it cannot be changed by this person. */
  onEdit?: (() => void) | undefined
  /** Beside the one that changes it. */
  actions?: ReactNode
  children?: ReactNode
}

export function SettingItem({ name, isDemonstration = false, onEdit, actions, children }: SettingItemProps) {
  const m = useMessages(settingsMessages)
  const { language } = useLanguage()
  return (
    <li className={styles.item}>
      <div>
        <p className={styles.name}>
          {name}
          {isDemonstration && (
            <span className={styles.tag} lang={language}>
              {m.demonstration}
            </span>
          )}
        </p>
        {children && <div className={styles.facts}>{children}</div>}
      </div>
      <div className={styles.itemActions}>
        {actions}
        {onEdit && (
          <Button size="small" aria-label={m.editOf(name)} onClick={onEdit}>
            {m.edit}
          </Button>
        )}
      </div>
    </li>
  )
}

/** What was asked of the server, or that it comes or failed. */
export function Loaded<T>({ query, children }: { query: UseQueryResult<T>; children(data: T): ReactNode }) {
  const m = useMessages(settingsMessages)
  const { data, error, refetch } = query
  if (data !== undefined) return children(data)
  if (error) return <ErrorState problem={error} what={m.loadFailed} onRetry={() => void refetch()} />
  return <Skeleton lines={8} />
}

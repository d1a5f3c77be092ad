import { type ReactNode, useId } from 'react'
import styles from './header-notice.module.css'

interface HeaderNoticeProps {
  icon: ReactNode
  label: string
  isAlarm?: boolean
  /** What it means: under the button, at a click. */
  children: ReactNode
}

/** A state that has a place in the header, where it is told in full. On a phone its label is spoken only. */
export function HeaderNotice({ icon, label, isAlarm = false, children }: HeaderNoticeProps) {
  const id = useId()
  return (
    <div role="status">
      <button type="button" className={styles.button} data-alarm={isAlarm || undefined} popoverTarget={id}>
        {icon}
        <span>{label}</span>
      </button>
      <div id={id} popover="auto" className={styles.note}>
        {children}
      </div>
    </div>
  )
}

import type { ReactNode } from 'react'
import { PanelSection } from '../../ui/panel.tsx'
import styles from './post-page.module.css'

/** A part of a post's sheet, reached from the bar of parts. */
export function SheetSection({
  id,
  title,
  actions,
  children,
}: {
  id: string
  title: string
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <div id={id} tabIndex={-1} className={styles.section}>
      <PanelSection title={title} actions={actions}>
        {children}
      </PanelSection>
    </div>
  )
}

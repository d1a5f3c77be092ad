import { type ReactNode, useEffect } from 'react'
import styles from './panel.module.css'

interface PanelProps {
  /** Also the title of the document. */
  title: string
  /** One muted line under the title. */
  subtitle?: ReactNode
  /** Before the title: the way back. */
  back?: ReactNode
  /** After the title: icon buttons. */
  actions?: ReactNode
  /** Stays in view at the foot: the one primary action. */
  footer?: ReactNode
  children: ReactNode
}

/** The content of the panel beside the map: its head and foot stay, its body scrolls. */
export function Panel({ title, subtitle, back, actions, footer, children }: PanelProps) {
  useEffect(() => {
    document.title = `${title} · Borne`
  }, [title])
  return (
    <section className={styles.panel} aria-labelledby="panel-title">
      <header className={styles.head}>
        {back}
        <h1 id="panel-title" className={styles.title}>
          {title}
        </h1>
        {actions && <div className={styles.actions}>{actions}</div>}
        {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
      </header>
      <div className={styles.body}>{children}</div>
      {footer && <footer className={styles.foot}>{footer}</footer>}
    </section>
  )
}

/** A part of a panel with its own heading. */
export function PanelSection({
  title,
  actions,
  children,
}: {
  title: string
  actions?: ReactNode
  children: ReactNode
}) {
  return (
    <section className={styles.section}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {actions}
      </div>
      {children}
    </section>
  )
}

/** Pairs of a word and its value. */
export function Facts({ children }: { children: ReactNode }) {
  return <dl className={styles.facts}>{children}</dl>
}

export function Fact({ label, children }: { label: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

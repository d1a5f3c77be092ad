import { type ReactNode, useEffect } from 'react'
import { Attribution } from '../map/attribution.tsx'
import { StillPicture } from '../map/still-picture.tsx'
import { BrandMark } from '../ui/brand-mark.tsx'
import { useMessages } from '../ui/language.tsx'
import { messages } from './messages.ts'
import { LanguageButton, ThemeButton } from './preference-buttons.tsx'
import styles from './quiet-page.module.css'

/** The picture shows nothing but what is always said. */
const NO_MORE: readonly string[] = []

interface QuietPageProps {
  /** Of the document. */
  title: string
  isDemonstration?: boolean
  children: ReactNode
}

/** A page before the house: the milestone, one form, and where there is room the region as a still picture. */
export function QuietPage({ title, isDemonstration = false, children }: QuietPageProps) {
  const m = useMessages(messages)
  useEffect(() => {
    document.title = `${title} · Borne`
  }, [title])
  return (
    <div className={styles.page}>
      {isDemonstration && <p className={styles.ribbon}>{m.demonstration}</p>}
      <main className={styles.main}>
        <header className={styles.head}>
          <p className={styles.name}>
            <BrandMark size={36} />
            <span>
              <strong>Borne</strong> {m.region}
            </span>
          </p>
          <LanguageButton />
          <ThemeButton />
        </header>
        <div className={styles.content}>{children}</div>
      </main>
      <div className={styles.picture}>
        <StillPicture camera={undefined} title={m.region} />
        <Attribution lines={NO_MORE} />
      </div>
    </div>
  )
}

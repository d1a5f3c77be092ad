import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { overviewQuery } from '../platform/overview-query.ts'
import { useMessages } from '../ui/language.tsx'
import styles from './demonstration-ribbon.module.css'
import { messages } from './messages.ts'

const STORAGE_KEY = 'borne.isDemonstration'

/** Stands on every screen and every printed page for as long as there are fictional data. */
export function DemonstrationRibbon() {
  const m = useMessages(messages)
  const { data } = useQuery(overviewQuery)
  const isDemonstration = data?.isDemonstration ?? localStorage.getItem(STORAGE_KEY) === 'true'
  useEffect(() => {
    if (data) localStorage.setItem(STORAGE_KEY, String(data.isDemonstration))
  }, [data])
  if (!isDemonstration) return null
  return (
    <aside className={styles.ribbon} aria-label={m.demonstration}>
      <strong>{m.demonstration}</strong>
      <span>{m.demonstrationNote}</span>
    </aside>
  )
}

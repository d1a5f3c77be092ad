import { useQuery } from '@tanstack/react-query'
import { overviewQuery } from '../platform/overview-query.ts'
import { useFormats } from '../ui/formats.ts'
import { useMessages } from '../ui/language.tsx'
import { messages } from './messages.ts'
import styles from './print-note.module.css'

/** On paper only: when it was printed and where the data come from. */
export function PrintNote() {
  const m = useMessages(messages)
  const formats = useFormats()
  const { data } = useQuery(overviewQuery)
  return (
    <footer className={styles.note}>
      <p>Borne · {m.printedOn(formats.day(new Date().toISOString().slice(0, 10)))}</p>
      {data && data.attribution.length > 0 && <p>{m.sources(data.attribution.join(' · '))}</p>}
    </footer>
  )
}

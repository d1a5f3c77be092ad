import { useMessages } from '../ui/language.tsx'
import styles from './attribution.module.css'
import { messages } from './messages.ts'

/** Owed for the map as soon as anything of it is seen; the server's list completes it. */
const ALWAYS_SAID = [
  '© les contributeurs d’OpenStreetMap, ODbL 1.0',
  'schéma © OpenMapTiles',
  'Limites administratives : ANSADE / OCHA (COD-AB), CC BY-IGO',
  'GeoNames, CC BY 4.0',
]

/** Always visible; the longer list unfolds. */
export function Attribution({ lines }: { lines: readonly string[] }) {
  const m = useMessages(messages)
  const others = lines.filter((line) => !ALWAYS_SAID.includes(line))
  return (
    <details className={styles.attribution} dir="ltr" lang="fr">
      <summary title={m.sources}>{ALWAYS_SAID.join(' · ')}</summary>
      {others.length > 0 && <p>{others.join(' · ')}</p>}
    </details>
  )
}

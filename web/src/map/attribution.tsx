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

/** Always visible; the longer list, where there is one, unfolds. */
export function Attribution({ lines }: { lines: readonly string[] }) {
  const m = useMessages(messages)
  const others = lines.filter((line) => !ALWAYS_SAID.includes(line))
  const always = ALWAYS_SAID.join(' · ')
  if (others.length === 0) {
    return (
      <p className={styles.attribution} dir="ltr" lang="fr">
        {always}
      </p>
    )
  }
  return (
    <details className={styles.attribution} dir="ltr" lang="fr">
      <summary title={m.sources}>{always}</summary>
      <p>{others.join(' · ')}</p>
    </details>
  )
}

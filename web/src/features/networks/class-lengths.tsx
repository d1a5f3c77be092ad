import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { roadClassWords } from '../../ui/road-class-words.ts'
import { DataTable } from '../../ui/table.tsx'
import { type ClassLength, totalMetres } from './lengths-by-class.ts'
import { networkMessages } from './network-messages.ts'
import styles from './networks.module.css'

/** How long the roads of each class are. */
export function ClassLengths({ lengths }: { lengths: readonly ClassLength[] | null }) {
  const m = useMessages(networkMessages)
  const words = useMessages(roadClassWords)
  const { distance } = useFormats()
  if (!lengths) return <p className={styles.muted}>{m.notCounted}</p>
  return (
    <details>
      <summary>
        {m.byClass} <span className={styles.muted}>{distance(totalMetres(lengths))}</span>
      </summary>
      <DataTable caption={m.byClass}>
        <thead>
          <tr>
            <th scope="col">{m.roadClass}</th>
            <th scope="col" className="number">
              {m.length}
            </th>
          </tr>
        </thead>
        <tbody>
          {lengths.map(({ highway, metres }) => (
            <tr key={highway}>
              <td>{words.highways[highway]}</td>
              <td className="number">{distance(metres)}</td>
            </tr>
          ))}
        </tbody>
      </DataTable>
    </details>
  )
}

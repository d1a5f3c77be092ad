import type { RoadDay } from '@borne/api/contracts/roads'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { LEVEL_COLOURS, LEVEL_DASHES } from '../../ui/level-scale.ts'
import { LineKey } from '../../ui/line-key.tsx'
import { RoadCauseText } from '../../ui/road-cause-text.tsx'
import { DataTable } from '../../ui/table.tsx'
import { useTheme } from '../../ui/theme.ts'
import styles from './day-result.module.css'
import { messages } from './messages.ts'
import { sumByCause } from './sum-causes.ts'

/** The kilometres that each cause closes or slows: the twin of what the map draws. */
export function CausesTable({ day }: { day: RoadDay }) {
  const m = useMessages(messages)
  const { theme } = useTheme()
  const { distance } = useFormats()
  const sums = sumByCause(day)
  if (sums.length === 0) return <p className={styles.plain}>{m.allOpen}</p>
  return (
    <DataTable caption={m.causes}>
      <thead>
        <tr>
          <th scope="col">{m.cause}</th>
          <th scope="col" className="number">
            {m.length}
          </th>
        </tr>
      </thead>
      <tbody>
        {sums.map(({ cause, lengthMetres }, index) => (
          <tr key={index}>
            <td className={styles.what}>
              {cause.level !== 'open' && (
                <LineKey colour={LEVEL_COLOURS[theme][cause.level]} dashes={LEVEL_DASHES[cause.level]} />
              )}
              <RoadCauseText cause={cause} />
            </td>
            <td className="number">{distance(lengthMetres)}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

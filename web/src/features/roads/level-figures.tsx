import type { RoadDay } from '@borne/api/contracts/roads'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import {
  CHANGE_COLOURS,
  CHANGE_DASHES,
  LEVEL_COLOURS,
  LEVEL_DASHES,
  ROAD_CHANGES,
} from '../../ui/level-scale.ts'
import { LineKey } from '../../ui/line-key.tsx'
import { WORSE_LEVELS } from '../../ui/road-words.ts'
import { DataTable } from '../../ui/table.tsx'
import { useTheme } from '../../ui/theme.ts'
import styles from './day-result.module.css'
import { messages } from './messages.ts'
import { sumByChange } from './sum-causes.ts'

interface LevelFiguresProps {
  day: RoadDay
  dayName: string
  againstName: string
}

/** The kilometres of each level on both days, beside the line that the map draws: figures and legend in one. */
export function LevelFigures({ day, dayName, againstName }: LevelFiguresProps) {
  const m = useMessages(messages)
  const { theme } = useTheme()
  const { distance } = useFormats()
  return (
    <DataTable caption={m.level}>
      <thead>
        <tr>
          <th scope="col">{m.level}</th>
          <th scope="col" className="number">
            {dayName}
          </th>
          <th scope="col" className="number">
            {againstName}
          </th>
        </tr>
      </thead>
      <tbody>
        {WORSE_LEVELS.map((level) => (
          <tr key={level}>
            <th scope="row" className={styles.key}>
              <LineKey colour={LEVEL_COLOURS[theme][level]} dashes={LEVEL_DASHES[level]} />
              {m.levels[level]}
            </th>
            <td
              className={`number ${styles.figure}`}
              data-alarm={(level === 'cut' && day.metres[level] > 0) || undefined}
            >
              {distance(day.metres[level])}
            </td>
            <td className={`number ${styles.muted}`}>{distance(day.againstMetres[level])}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

/** The kilometres of each change between the days, beside the line that the map draws. */
export function ChangeFigures({ day }: { day: RoadDay }) {
  const m = useMessages(messages)
  const { theme } = useTheme()
  const { distance } = useFormats()
  const sums = sumByChange(day)
  const shown = ROAD_CHANGES.filter((change) => sums[change] > 0)
  if (shown.length === 0) return <p className={styles.plain}>{m.noChange}</p>
  return (
    <DataTable caption={m.change}>
      <thead>
        <tr>
          <th scope="col">{m.change}</th>
          <th scope="col" className="number">
            {m.length}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map((change) => (
          <tr key={change}>
            <th scope="row" className={styles.key}>
              <LineKey colour={CHANGE_COLOURS[theme][change]} dashes={CHANGE_DASHES[change]} />
              {m.changes[change]}
            </th>
            <td className={`number ${styles.figure}`}>{distance(sums[change])}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}

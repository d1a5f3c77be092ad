import type { Reach } from '@borne/api/contracts/coverage'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { sequentialColours } from '../../ui/sequential-scale.ts'
import { useTheme } from '../../ui/theme.ts'
import { messages } from './messages.ts'
import { BORDER_COLOURS } from './reach-layers.ts'
import styles from './reach-legend.module.css'

/** The classes of time with their colours and road lengths, and the two drawings of the border. */
export function ReachLegend({ reach }: { reach: Reach }) {
  const m = useMessages(messages)
  const { theme } = useTheme()
  const { distance, duration } = useFormats()
  const colours = sequentialColours(reach.bands.length, theme)
  const lengths = reach.bands.map((band) =>
    reach.roads.features
      .filter(({ properties }) => properties.band === band)
      .reduce((sum, { properties }) => sum + properties.lengthMetres, 0),
  )
  const longest = Math.max(...lengths, 1)
  const hasSchematic = reach.roads.features.some(({ properties }) => properties.grade !== 'mapped')
  return (
    <div className={styles.legend}>
      <ul className={styles.bands}>
        {reach.bands.map((band, index) => (
          <li key={band}>
            <span className="number">{m.minutesTo(duration(band * 60))}</span>
            <span className={styles.track}>
              <span
                className={styles.bar}
                style={{
                  inlineSize: `${((lengths[index] ?? 0) / longest) * 100}%`,
                  background: colours[index],
                }}
              />
            </span>
            <span className="number">{distance(lengths[index])}</span>
          </li>
        ))}
      </ul>
      <ul className={styles.border}>
        <li>
          <span
            className={styles.in}
            style={{ background: BORDER_COLOURS[theme].inReach }}
            aria-hidden="true"
          />
          {m.legendIn}
        </li>
        <li>
          <span
            className={styles.out}
            style={{ borderColor: BORDER_COLOURS[theme].out }}
            aria-hidden="true"
          />
          {m.legendOut}
        </li>
      </ul>
      {hasSchematic && <p className={styles.note}>{m.schematicNote}</p>}
    </div>
  )
}

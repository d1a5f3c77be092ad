import { useFormats } from '../../ui/formats.ts'
import { LineSample } from './line-sample.tsx'
import type { GRADE_DASHES } from './way-layers.ts'
import styles from './way-result.module.css'

interface WaySharesProps<K extends string> {
  title: string
  shares: Record<K, { lengthMetres: number; seconds: number }>
  names: Record<K, string>
  /** Puts the line as the map draws it beside each grade. */
  withSamples?: boolean
}

/** Zero-based bars, each with its words and figures: what the whole way is made of. */
export function WayShares<K extends string>({
  title,
  shares,
  names,
  withSamples = false,
}: WaySharesProps<K>) {
  const { distance, duration, percent } = useFormats()
  const keys = (Object.keys(names) as K[]).filter((key) => shares[key].lengthMetres > 0)
  const whole = keys.reduce((sum, key) => sum + shares[key].lengthMetres, 0)
  return (
    <section className={styles.shares}>
      <h2>{title}</h2>
      <ul>
        {keys.map((key) => {
          const share = whole > 0 ? shares[key].lengthMetres / whole : 0
          return (
            <li key={key}>
              <div className={styles.shareWords}>
                <span className={styles.shareName}>
                  {withSamples && <LineSample grade={key as keyof typeof GRADE_DASHES} />}
                  {names[key]}
                </span>
                <span className="number" title={duration(shares[key].seconds)}>
                  {distance(shares[key].lengthMetres)} ·{' '}
                  {share < 0.005 ? `< ${percent(0.01)}` : percent(share)}
                </span>
              </div>
              <div className={styles.track}>
                <div className={styles.bar} style={{ inlineSize: `${share * 100}%` }} />
              </div>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

import type { Way } from '@borne/api/contracts/ways'
import { useId } from 'react'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { messages } from './messages.ts'
import styles from './other-ways.module.css'

interface OtherWaysProps {
  /** As it was answered, with the proposed way first. */
  way: Way
  /** Counted from 1; undefined: the proposed one. */
  taken: number | undefined
  onTake(other: number | undefined): void
}

/** The proposed way and the others between two stops; the map draws those that are not taken thin. */
export function OtherWays({ way, taken, onTake }: OtherWaysProps) {
  const m = useMessages(messages)
  const { distance, duration, litres: formatLitres, percent } = useFormats()
  const name = useId()
  if (way.alternatives.length === 0 || way.seconds === null) return null
  const ways = [
    { ...way, sharedShare: null, other: undefined },
    ...way.alternatives.map((one, index) => ({ ...one, other: index + 1 })),
  ]
  return (
    <PanelSection title={m.others.title}>
      <ul className={styles.ways}>
        {ways.map(({ other, seconds, lengthMetres, litres, sharedShare }) => (
          <li key={other ?? 0}>
            <label>
              <input type="radio" name={name} checked={other === taken} onChange={() => onTake(other)} />
              <span>
                <span className="number">
                  {duration(seconds)} · {distance(lengthMetres)}
                  {litres !== null && ` · ${formatLitres(litres)}`}
                </span>
                <span className={styles.detail}>
                  {sharedShare === null ? m.others.proposed : m.others.shared(percent(sharedShare))}
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {taken !== undefined && <p className={styles.detail}>{m.others.noDetail}</p>}
    </PanelSection>
  )
}

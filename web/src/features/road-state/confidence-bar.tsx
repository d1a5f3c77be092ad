import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { closureMessages } from './closure-messages.ts'
import styles from './closures.module.css'

interface ConfidenceBarProps {
  confidence: number
  halfLifeDays: number
}

/** How far a report is still believed: the bar shortens and fades as it ages. */
export function ConfidenceBar({ confidence, halfLifeDays }: ConfidenceBarProps) {
  const m = useMessages(closureMessages)
  const { percent } = useFormats()
  return (
    <span className={styles.confidence} title={m.confidenceHint(halfLifeDays)}>
      <span className={styles.track} aria-hidden="true">
        <span
          className={styles.bar}
          style={{ inlineSize: `${confidence * 100}%`, opacity: 0.35 + 0.65 * confidence }}
        />
      </span>
      <span className="number">{m.confidence(percent(confidence))}</span>
    </span>
  )
}

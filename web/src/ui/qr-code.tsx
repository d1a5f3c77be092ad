import { encode } from 'uqr'
import styles from './qr-code.module.css'

const QUIET_ZONE = 4

/** A square that a telephone reads: dark on white by day and by night, because cameras expect it so. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { data } = encode(text, { border: QUIET_ZONE })
  const path = data.flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return (
    <svg
      viewBox={`0 0 ${data.length} ${data.length}`}
      role="img"
      aria-label={label}
      className={styles.code}
      shapeRendering="crispEdges"
    >
      <path d={path} />
    </svg>
  )
}

import styles from './mini-curve.module.css'

const WIDTH = 96
const HEIGHT = 28

/** Shares from 0 to 1 at equal steps of time; null where nothing is known. */
export interface MiniCurveSeries {
  readonly planned: readonly (number | null)[]
  readonly earned: readonly (number | null)[]
  readonly paid: readonly (number | null)[]
}

/** The S-curve of a row: planned dashed, built solid, paid thin. The figures stand beside it, so it is not spoken. */
export function MiniCurve({ planned, earned, paid }: MiniCurveSeries) {
  const steps = Math.max(planned.length, earned.length, paid.length, 2) - 1
  return (
    <svg
      viewBox={`-2 -2 ${WIDTH + 4} ${HEIGHT + 4}`}
      width={WIDTH + 4}
      height={HEIGHT + 4}
      className={styles.curve}
      aria-hidden="true"
      dir="ltr"
    >
      <path d={`M0 ${HEIGHT}H${WIDTH}`} className={styles.ground} />
      <path d={linePath(planned, steps)} className={styles.planned} />
      <path d={linePath(paid, steps)} className={styles.paid} />
      <path d={linePath(earned, steps)} className={styles.earned} />
    </svg>
  )
}

/** A line through the known points; it begins anew behind a gap. */
export function linePath(shares: readonly (number | null)[], steps: number): string {
  let isDown = false
  return shares
    .map((share, index) => {
      if (share === null) {
        isDown = false
        return ''
      }
      const x = round((index / steps) * WIDTH)
      const y = round(HEIGHT * (1 - Math.min(1, Math.max(0, share))))
      const step = `${isDown ? 'L' : 'M'}${x} ${y}`
      isDown = true
      return step
    })
    .join('')
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

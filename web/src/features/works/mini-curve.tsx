import type { WorksRow } from '@borne/api/contracts/works'
import styles from './mini-curve.module.css'

const WIDTH = 96
const HEIGHT = 28

/** The S-curve of a row: planned dashed, built solid, paid thin. The figures stand beside it, so it is not spoken. */
export function MiniCurve({ curve }: Pick<WorksRow, 'curve'>) {
  const steps = Math.max(curve.length - 1, 1)
  return (
    <svg
      viewBox={`-2 -2 ${WIDTH + 4} ${HEIGHT + 4}`}
      width={WIDTH + 4}
      height={HEIGHT + 4}
      className={styles.curve}
      aria-hidden="true"
    >
      <path d={`M0 ${HEIGHT}H${WIDTH}`} className={styles.ground} />
      {(['planned', 'paid', 'earned'] as const).map((series) => (
        <path
          key={series}
          d={linePath(
            curve.map((point) => point[series]),
            steps,
          )}
          className={styles[series]}
        />
      ))}
    </svg>
  )
}

/** A line of percents at equal steps; it begins anew behind a gap. */
export function linePath(percents: readonly (number | null)[], steps: number): string {
  let isDown = false
  return percents
    .map((percent, index) => {
      if (percent === null) {
        isDown = false
        return ''
      }
      const x = round((index / steps) * WIDTH)
      const y = round(HEIGHT * (1 - Math.min(100, Math.max(0, percent)) / 100))
      const step = `${isDown ? 'L' : 'M'}${x} ${y}`
      isDown = true
      return step
    })
    .join('')
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}

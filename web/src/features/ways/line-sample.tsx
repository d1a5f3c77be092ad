import { GRADE_DASHES } from './way-layers.ts'
import styles from './way-result.module.css'

interface LineSampleProps {
  grade: keyof typeof GRADE_DASHES
  isAbroad?: boolean
}

/** The line as the map draws it. */
export function LineSample({ grade, isAbroad = false }: LineSampleProps) {
  const dashes = GRADE_DASHES[grade]?.map((length) => length * 4).join(' ')
  return (
    <svg
      className={isAbroad ? styles.sampleAbroad : styles.sample}
      viewBox="0 0 40 8"
      width="40"
      height="8"
      aria-hidden="true"
    >
      <line
        x1="3"
        y1="4"
        x2="37"
        y2="4"
        strokeWidth="4"
        strokeDasharray={dashes}
        strokeLinecap={grade === 'documented' ? 'butt' : 'round'}
      />
    </svg>
  )
}

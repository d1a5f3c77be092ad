import type { CoverageWithoutRoads } from '@borne/api/contracts/coverage'
import { useMessages } from '../../../ui/language.tsx'
import styles from './measure.module.css'
import { measureMessages } from './measure-messages.ts'

/** The posts from which nothing was measured, and why. */
export function LeftOut({ coverage }: { coverage: CoverageWithoutRoads }) {
  const m = useMessages(measureMessages)
  const leftOut = coverage.posts.filter(({ isUsed }) => !isUsed)
  if (leftOut.length === 0) return null
  return (
    <details className={styles.leftOut}>
      <summary>{m.leftOut(leftOut.length)}</summary>
      <ul>
        {leftOut.map(({ postId, name, leftOutBecause }) => (
          <li key={postId}>
            {name}
            {leftOutBecause && <span className={styles.muted}> {m.leftOutBecause[leftOutBecause]}</span>}
          </li>
        ))}
      </ul>
    </details>
  )
}

import type { Reach } from '@borne/api/contracts/coverage'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { StateUsedNote } from '../../ui/state-used.tsx'
import { EmptyState } from '../../ui/states.tsx'
import styles from './coverage-page.module.css'
import { messages } from './messages.ts'
import { ReachLegend } from './reach-legend.tsx'
import { SegmentBars } from './segment-bars.tsx'
import { SettlementTable } from './settlement-table.tsx'

interface ReachResultProps {
  reach: Reach
  /** Computed in this browser. */
  isHere: boolean
  /** No post was picked by name. */
  isEveryPost: boolean
  onCountUnconfirmed(): void
}

/** The border, the roads and the settlements in reach, and what was left out of them. */
export function ReachResult({ reach, isHere, isEveryPost, onCountUnconfirmed }: ReachResultProps) {
  const m = useMessages(messages)
  const { distance, duration, percent, list } = useFormats()
  const used = reach.posts.filter(({ isUsed }) => isUsed)
  if (used.length === 0) {
    const hasUnconfirmed = reach.posts.some(({ leftOutBecause }) => leftOutBecause === 'unconfirmed')
    return (
      <>
        <EmptyState
          title={isEveryPost ? m.noOperational : m.noPost}
          action={hasUnconfirmed && <Button onClick={onCountUnconfirmed}>{m.includeUnconfirmed}</Button>}
        />
        <LeftOut reach={reach} />
      </>
    )
  }
  return (
    <>
      <p className={`${styles.question} ${styles.onPaperOnly}`}>
        {m.question(list(used.map(({ name }) => name)), duration(reach.minutes * 60))}
      </p>
      <div className={styles.headline}>
        <p className={styles.figure}>
          <strong>{distance(reach.reachedBorderMetres)}</strong> {m.borderInReach}
        </p>
        <p className={styles.muted}>
          {m.ofBorder(distance(reach.borderMetres), percent(reach.reachedBorderShare))}
        </p>
      </div>
      <LeftOut reach={reach} />
      <PanelSection title={m.segments}>
        <SegmentBars segments={reach.segments} />
      </PanelSection>
      <PanelSection title={m.legend}>
        <ReachLegend reach={reach} />
        <p className={styles.muted}>{m.roads(distance(reach.reachedRoadMetres))}</p>
      </PanelSection>
      <PanelSection title={m.settlements(reach.settlements.length)}>
        <SettlementTable reach={reach} />
      </PanelSection>
      <StateUsedNote state={reach.state}>
        <p>
          {m.method(duration(reach.minutes * 60), distance(reach.offRoadMetres), reach.geometryVersion)}{' '}
          {(isHere ? m.computedHere : m.computed)(String(Math.round(reach.computeMilliseconds)))}.
        </p>
      </StateUsedNote>
    </>
  )
}

function LeftOut({ reach }: { reach: Reach }) {
  const m = useMessages(messages)
  const leftOut = reach.posts.filter(({ isUsed }) => !isUsed)
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

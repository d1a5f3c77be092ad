import { Button } from '../../../ui/button.tsx'
import { useFormats } from '../../../ui/formats.ts'
import { useMessages } from '../../../ui/language.tsx'
import { Segmented } from '../../../ui/segmented.tsx'
import { EmptyState } from '../../../ui/states.tsx'
import { useMediaQuery } from '../../../ui/use-media-query.ts'
import { BorderFigures, type FiguresProps } from './border-figures.tsx'
import { Headline } from './headline.tsx'
import { LeftOut } from './left-out.tsx'
import styles from './measure.module.css'
import { measureMessages } from './measure-messages.ts'
import { MethodFigures } from './method-figures.tsx'
import { PlaceFigures } from './place-figures.tsx'
import { PostFigures } from './post-figures.tsx'
import type { MeasuredAt } from './use-last-rest.ts'

const PARTS = ['border', 'places', 'posts', 'method'] as const

interface MeasureResultProps extends FiguresProps {
  /** Computed in this browser. */
  isHere: boolean
  before: MeasuredAt | null
}

/** The headline and, part by part, what it is made of; on paper all parts. */
export function MeasureResult({ isHere, before, ...figures }: MeasureResultProps) {
  const m = useMessages(measureMessages)
  const { duration, list } = useFormats()
  const isPaper = useMediaQuery('print')
  const { coverage, search, onChange } = figures
  const used = coverage.posts.filter(({ isUsed }) => isUsed)
  if (used.length === 0) return <NoStart {...figures} />
  const part = search.part ?? 'border'
  const isShown = (each: (typeof PARTS)[number]) => isPaper || each === part
  return (
    <>
      <p className={`${styles.question} ${styles.onPaperOnly}`}>
        {m.question(list(used.map(({ name }) => name)), duration(coverage.minutes * 60))}
      </p>
      {isPaper && <Headline coverage={coverage} before={before} />}
      {coverage.reachedBorderMetres === 0 && (
        <p className={styles.leftOut}>{m.nothingReached(duration(coverage.minutes * 60))}</p>
      )}
      <LeftOut coverage={coverage} />
      <div className={styles.parts}>
        <Segmented
          label={m.parts}
          options={PARTS.map((each) => ({ value: each, label: m.partNames[each] }))}
          value={part}
          onChange={(next) => onChange({ part: next === 'border' ? undefined : next })}
        />
      </div>
      {isShown('border') && <BorderFigures {...figures} />}
      {isShown('places') && <PlaceFigures coverage={coverage} />}
      {isShown('posts') && <PostFigures {...figures} />}
      {isShown('method') && <MethodFigures coverage={coverage} isHere={isHere} />}
    </>
  )
}

/** No post counts: why, and what can be done. */
function NoStart({ coverage, search, onChange }: FiguresProps) {
  const m = useMessages(measureMessages)
  const hasUnconfirmed = coverage.posts.some(({ leftOutBecause }) => leftOutBecause === 'unconfirmed')
  const title = !search.posts ? m.noOperational : coverage.posts.length > 0 ? m.noPostPlaced : m.noPost
  return (
    <>
      <EmptyState
        title={title}
        action={
          hasUnconfirmed && (
            <Button onClick={() => onChange({ includeUnconfirmed: true })}>{m.includeUnconfirmed}</Button>
          )
        }
      />
      <LeftOut coverage={coverage} />
    </>
  )
}

import type { RoadDay } from '@borne/api/contracts/roads'
import { useFormats } from '../../ui/formats.ts'
import { useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { StateUsedNote } from '../../ui/state-used.tsx'
import { CausesTable } from './causes-table.tsx'
import { DayActions } from './day-actions.tsx'
import styles from './day-result.module.css'
import { ChangeFigures, LevelFigures } from './level-figures.tsx'
import { messages } from './messages.ts'
import { PostsOnDay } from './posts-on-day.tsx'

interface DayResultProps {
  day: RoadDay
  /** Computed in this browser. */
  isHere: boolean
  shows: 'state' | 'difference'
}

/** The figures of the day, the posts, the causes, and the state that was used. */
export function DayResult({ day, isHere, shows }: DayResultProps) {
  const m = useMessages(messages)
  const { number } = useFormats()
  const names = useDayNames(day)
  return (
    <>
      <h2 className={styles.question}>{m.roadsOf(names.dayName)}</h2>
      <LevelFigures day={day} {...names} />
      {shows === 'difference' ? <ChangeFigures day={day} /> : <p className={styles.hint}>{m.clickHint}</p>}
      <PanelSection title={m.posts(day.start.name)}>
        <div className={styles.bleed}>
          <PostsOnDay day={day} {...names} />
        </div>
      </PanelSection>
      <PanelSection title={m.causes}>
        <div className={styles.bleed}>
          <CausesTable day={day} />
        </div>
      </PanelSection>
      <StateUsedNote state={day.state}>
        <p>
          {m.method} {(isHere ? m.computedHere : m.computed)(number(day.computeMilliseconds))}.
        </p>
      </StateUsedNote>
      <DayActions day={day} {...names} />
    </>
  )
}

/** How the two days are called in the heads of tables. */
export function useDayNames({ state, againstState }: RoadDay): { dayName: string; againstName: string } {
  const m = useMessages(messages)
  const { day } = useFormats()
  const nameOf = (date: string | null) => (date ? day(date) : m.dry)
  return { dayName: nameOf(state.date), againstName: nameOf(againstState.date) }
}

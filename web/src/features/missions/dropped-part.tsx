import type { DroppedReason } from '@borne/geodata/itinerary/explain-dropped'
import type { VisitSpot } from '@borne/geodata/itinerary/move-visit'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { ErrorState } from '../../ui/states.tsx'
import styles from './board.module.css'
import { shortDay } from './clock.ts'
import { missionsMessages } from './messages.ts'
import { planMessages } from './plan-messages.ts'
import { ruleMessages } from './rule-messages.ts'
import { reasonTexts, visitName } from './rule-words.ts'
import type { Planner } from './use-planner.ts'

interface DroppedPartProps {
  planner: Planner
  isFixed: boolean
  /** A stop is held over it. */
  isTarget: boolean
  onTakeBack(visitId: string, to: VisitSpot): void
}

/** What is not in the plan, why, and the way back in. */
export function DroppedPart({ planner, isFixed, isTarget, onTakeBack }: DroppedPartProps) {
  const m = useMessages(planMessages)
  const dropped = planner.history?.present.droppedVisitIds ?? []
  return (
    <div data-out="" className={styles.day} data-over={isTarget || undefined} style={{ borderInline: 0 }}>
      <PanelSection title={m.droppedTitle}>
        {dropped.length === 0 && <p className={styles.late}>{m.droppedNone}</p>}
        <ul className={styles.dropped}>
          {dropped.map((visitId) => (
            <li key={visitId}>
              <DroppedLine planner={planner} visitId={visitId} isFixed={isFixed} onTakeBack={onTakeBack} />
            </li>
          ))}
        </ul>
      </PanelSection>
    </div>
  )
}

interface DroppedLineProps {
  planner: Planner
  visitId: string
  isFixed: boolean
  onTakeBack(visitId: string, to: VisitSpot): void
}

function DroppedLine({ planner, visitId, isFixed, onTakeBack }: DroppedLineProps) {
  const m = useMessages(planMessages)
  const words = useMessages(missionsMessages)
  const { language } = useLanguage()
  const [isAsked, setIsAsked] = useState(false)
  const { question, history } = planner
  const name = visitName(question, visitId)
  const priority = question.visits.find(({ id }) => id === visitId)?.priority ?? 'normal'
  const days = history?.present.days ?? []
  return (
    <>
      <div className={styles.droppedHead}>
        <span>
          <strong>{name}</strong> <span className={styles.late}>{words.priorities[priority]}</span>
        </span>
        {!isFixed && (
          <select
            aria-label={m.takeBack(name)}
            value=""
            onChange={({ target }) => {
              const day = days[Number(target.value)]
              if (day)
                onTakeBack(visitId, { teamId: day.teamId, date: day.date, position: day.visitIds.length })
            }}
          >
            <option value="">{m.takeBackOn}</option>
            {days.map(({ teamId, date }, index) => (
              <option key={`${teamId} ${date}`} value={index}>
                {shortDay(date, language)}
                {question.teams.length > 1 && ` · ${question.teams.find(({ id }) => id === teamId)?.name}`}
              </option>
            ))}
          </select>
        )}
      </div>
      {isAsked ? (
        <Why planner={planner} visitId={visitId} />
      ) : (
        <Button size="small" variant="quiet" onClick={() => setIsAsked(true)}>
          {m.why(name)}
        </Button>
      )}
    </>
  )
}

function Why({ planner, visitId }: { planner: Planner; visitId: string }) {
  const m = useMessages(planMessages)
  const words = useMessages(ruleMessages)
  const formats = useFormats()
  const { question, desk, history } = planner
  const plan = history!.present
  const { data, error, refetch } = useQuery<readonly DroppedReason[]>({
    queryKey: ['missions', 'why', question, plan, visitId, desk.isHere],
    queryFn: ({ signal }) => desk.explain(plan, visitId, signal),
    gcTime: 60_000,
  })
  if (error) return <ErrorState problem={error} what={m.whyFailed} onRetry={() => void refetch()} />
  if (!data) return <p className={styles.late}>{m.looking}</p>
  return (
    <ul className={styles.sentences} aria-label={m.why(visitName(question, visitId))}>
      {reasonTexts(question, data, words, formats).map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  )
}

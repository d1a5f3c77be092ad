import type { MissionQuestion } from '@borne/geodata/itinerary/mission-types'
import type { WhatIf } from '@borne/geodata/road-state/suppose-ground'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'
import { type RoadsHere, roadsHere } from '../../platform/roads-worker/roads-here.ts'
import { Button } from '../../ui/button.tsx'
import { CheckList } from '../../ui/check-list.tsx'
import { Checkbox, Field } from '../../ui/field.tsx'
import { useFormats } from '../../ui/formats.ts'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import { PanelSection } from '../../ui/panel.tsx'
import { roadWords } from '../../ui/road-words.ts'
import { Segmented } from '../../ui/segmented.tsx'
import { ErrorState } from '../../ui/states.tsx'
import { useToast } from '../../ui/toast.tsx'
import { shortDay } from './clock.ts'
import styles from './compare.module.css'
import { compareMessages } from './compare-messages.ts'
import { type MapView, type SetMapView, useOwnView } from './map-view.ts'
import { deskAtServer, deskHere } from './mission-desk.ts'
import { closuresQuery } from './missions-queries.ts'
import { PlanComparison } from './plan-comparison.tsx'
import { isBetter } from './rank-plans.ts'
import { type RuleWords, ruleMessages } from './rule-messages.ts'
import { placeName, visitName } from './rule-words.ts'
import { BrokenNotes } from './stop-row.tsx'
import type { Planner } from './use-planner.ts'

/** The present plan under what is supposed, and the best plan then. */
export interface PlanB {
  readonly hit: TimedPlan
  /** Null where no plan keeps the rules. */
  readonly best: TimedPlan | null
}

interface PlanBPartProps {
  planner: Planner
  isFixed: boolean
  view: MapView | null
  onView: SetMapView
}

const ROUNDS = [
  { seed: 1, seconds: 0.3 },
  { seed: 2, seconds: 0.8 },
] as const

/** «Et si les oueds coupent le jour 2 ?»: what falls, and the plan then, beside the first. */
export function PlanBPart({ planner, isFixed, view, onView }: PlanBPartProps) {
  const m = useMessages(compareMessages)
  const { question, desk, timed } = planner
  const [asked, setAsked] = useState<WhatIf | null>(null)
  useOwnView('plan-b', onView)
  const plan = planner.history!.present
  const { data, error, isFetching, refetch } = useQuery<PlanB>({
    queryKey: ['missions', 'plan-b', question, plan, asked],
    queryFn: ({ signal }) => findPlanB(question, planner, asked!, signal),
    enabled: asked !== null,
    gcTime: 60_000,
  })
  const ask = (whatIf: WhatIf | null) => {
    onView(null)
    setAsked(whatIf)
  }
  return (
    <PanelSection title={m.planBTitle}>
      <p className={styles.muted}>{m.planBText}</p>
      <WhatIfForm question={question} isHere={desk.isHere} isBusy={isFetching} onAsk={ask} />
      {error && <ErrorState problem={error} what={m.failed} onRetry={() => void refetch()} />}
      {data && timed && asked && (
        <PlanBResult
          planner={planner}
          first={timed}
          planB={data}
          isFixed={isFixed}
          view={view}
          onView={onView}
        />
      )}
    </PanelSection>
  )
}

async function findPlanB(
  question: MissionQuestion,
  planner: Planner,
  whatIf: WhatIf,
  signal: AbortSignal,
): Promise<PlanB> {
  const desk = planner.desk.isHere ? deskHere(question, whatIf) : deskAtServer(question, whatIf)
  const hit = await desk.time(planner.history!.present, signal)
  let best = hit.broken.some(({ level }) => level === 'forbid') ? null : hit
  for (const round of ROUNDS) {
    await desk.plan({
      ...round,
      signal,
      onPlan: (timed) => {
        if (isBetter(question, timed.itinerary, best?.itinerary ?? null)) best = timed
      },
    })
  }
  return { hit, best }
}

interface WhatIfFormProps {
  question: MissionQuestion
  isHere: boolean
  isBusy: boolean
  onAsk(whatIf: WhatIf): void
}

function WhatIfForm({ question, isHere, isBusy, onAsk }: WhatIfFormProps) {
  const m = useMessages(compareMessages)
  const formats = useFormats()
  const { causes } = useMessages(roadWords)
  const { language } = useLanguage()
  const [date, setDate] = useState(question.dates[1] ?? question.dates[0]!)
  const [cutsWadis, setCutsWadis] = useState(true)
  const [closureIds, setClosureIds] = useState<ReadonlySet<string>>(new Set())
  const { data } = useQuery({ ...closuresQuery, enabled: !isHere })
  const closures = closuresHere(roadsHere()) ?? data?.items ?? []
  return (
    <div className={styles.form}>
      <Field label={m.cutDay}>
        {(control) => (
          <select {...control} value={date} onChange={({ target }) => setDate(target.value)}>
            {question.dates.map((each) => (
              <option key={each} value={each}>
                {shortDay(each, language)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Checkbox label={m.cutWadis} hint={m.cutWadisHint} checked={cutsWadis} onChange={setCutsWadis} />
      {closures.length > 0 && (
        <details>
          <summary>{m.closures}</summary>
          <CheckList
            label={m.closures}
            items={closures.map(({ id, cause, startsAt }) => ({
              id,
              label: m.closureName(causes[cause], formats.day(startsAt.slice(0, 10))),
            }))}
            chosen={closureIds}
            onChange={setClosureIds}
          />
        </details>
      )}
      <div>
        <Button
          disabled={isBusy || !(cutsWadis || closureIds.size > 0)}
          onClick={() => onAsk({ date, cutsWadis, closureIds: [...closureIds] })}
        >
          {isBusy ? m.computing : m.show}
        </Button>
      </div>
    </div>
  )
}

/** Null while the roads are not on this device. */
function closuresHere(here: RoadsHere) {
  return here.status === 'ready' ? here.inputs.closures : null
}

interface PlanBResultProps {
  planner: Planner
  first: TimedPlan
  planB: PlanB
  isFixed: boolean
  view: MapView | null
  onView: SetMapView
}

function PlanBResult({ planner, first, planB, isFixed, view, onView }: PlanBResultProps) {
  const m = useMessages(compareMessages)
  const words = useMessages(ruleMessages)
  const toast = useToast()
  const { question } = planner
  const { hit, best } = planB
  const shared = { by: 'plan-b', names: [m.current, m.planB] } as const
  const views = {
    first: null,
    b: best && { ...shared, first: best, second: null },
    both: best && { ...shared, first: 'present' as const, second: best },
  }
  const known = new Set(first.broken.map((each) => JSON.stringify(each)))
  const hurts = hit.broken.filter((each) => each.level === 'forbid' && !known.has(JSON.stringify(each)))
  return (
    <div className={styles.result} role="status">
      {hurts.length === 0 ? (
        <p>{m.unaffected}</p>
      ) : (
        <>
          <h3>{m.hurts}</h3>
          <ul className={styles.hurts}>
            {hurts.map((each) => (
              <li key={JSON.stringify(each)}>
                {whereText(words, question, hit, each)}
                <BrokenNotes question={question} broken={[each]} />
              </li>
            ))}
          </ul>
        </>
      )}
      {!best && <p>{m.noPlan}</p>}
      {best && hurts.length > 0 && (
        <>
          <PlanComparison
            question={question}
            before={first.itinerary}
            after={best.itinerary}
            names={[m.current, m.planB]}
          />
          <Segmented<keyof typeof views>
            label={m.showOnMap}
            options={[
              { value: 'first', label: m.current },
              { value: 'b', label: m.planB },
              { value: 'both', label: m.beside },
            ]}
            value={view?.by !== 'plan-b' ? 'first' : view.second === null ? 'b' : 'both'}
            onChange={(shown) => onView(views[shown])}
          />
          {!isFixed && (
            <div>
              <Button
                onClick={() => {
                  onView(null)
                  planner.adopt(best.plan)
                  toast.show(m.adopted, { undo: planner.undo })
                }}
              >
                {m.adopt}
              </Button>
            </div>
          )}
        </>
      )}
    </div>
  )
}

/** The stop, or from where to where a leg leads; nothing for a day as a whole. */
function whereText(
  words: RuleWords,
  question: MissionQuestion,
  { itinerary }: TimedPlan,
  { visitId, leg, teamId, date }: TimedPlan['broken'][number],
): string {
  const day = itinerary.days.find((each) => each.teamId === teamId && each.date === date)
  if (visitId !== null) return visitName(question, visitId)
  const driven = leg === null ? undefined : day?.legs[leg]
  if (!driven) return ''
  return words.onLeg(placeName(question, driven.fromPlaceId), placeName(question, driven.toPlaceId))
}

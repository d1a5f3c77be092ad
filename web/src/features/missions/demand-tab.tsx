import type { Mission, MissionInput } from '@borne/api/contracts/missions'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { usePermission } from '../../platform/use-permission.ts'
import { Button } from '../../ui/button.tsx'
import { thisDay } from '../../ui/days.ts'
import { FormProblem } from '../../ui/form-problem.tsx'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton } from '../../ui/states.tsx'
import styles from './demand.module.css'
import { DemandForm } from './demand-form.tsx'
import { demandMessages } from './demand-messages.ts'
import { DuePart } from './due-part.tsx'
import { inputOf, lacksOf } from './mission-draft.ts'
import { missionSettingsQuery } from './missions-queries.ts'
import { usePlaceNames } from './use-place-names.ts'
import { useSaveMission } from './use-save-mission.ts'

/** What the mission is asked to do, changed as it was prepared. */
export function DemandTab({ mission }: { mission: Mission }) {
  const m = useMessages(demandMessages)
  const { data: settings, error, refetch } = useQuery(missionSettingsQuery)
  const nameOf = usePlaceNames(settings)
  const mayPlan = usePermission('missions.plan')
  const save = useSaveMission(mission, m.saved)
  const [changed, setChanged] = useState<{ version: number; input: MissionInput } | null>(null)
  const input = changed?.version === mission.version ? changed.input : inputOf(mission)
  const change = (next: MissionInput) => setChanged({ version: mission.version, input: next })
  const isFixed = mission.status === 'under-way' || mission.status === 'done' || !mayPlan
  const lacks = lacksOf(input)
  if (error && !settings)
    return <ErrorState problem={error} what={m.settingsFailed} onRetry={() => void refetch()} />
  if (!settings) return <Skeleton lines={8} />
  return (
    <fieldset className={styles.whole} disabled={isFixed}>
      <legend className="visually-hidden">{m.title}</legend>
      <DemandForm input={input} settings={settings} nameOf={nameOf} onChange={change} />
      <details className={styles.more}>
        <summary>{m.due}</summary>
        <DuePart input={input} on={thisDay()} onChange={(next) => change(next(input))} />
      </details>
      <FormProblem error={save.error} />
      {!isFixed && (
        <div className={styles.saveBar}>
          <ul className={styles.lacks} role="status">
            {lacks.map((lack) => (
              <li key={lack}>{m.lacks[lack]}</li>
            ))}
          </ul>
          <Button
            variant="primary"
            disabled={lacks.length > 0 || save.isPending || changed?.version !== mission.version}
            onClick={() => save.mutate(withoutGone(input))}
          >
            {save.isPending ? m.saving : m.saveChanges}
          </Button>
        </div>
      )}
    </fieldset>
  )
}

/** A plan that names what the mission no longer has is no plan of it. */
function withoutGone(input: MissionInput): MissionInput {
  const { plan, visits, teams, from, until } = input
  if (!plan) return input
  const planned = [...plan.days.flatMap(({ visitIds }) => visitIds), ...plan.droppedVisitIds]
  const ids = visits.map(({ id }) => id)
  const hasDays = plan.days.every(
    ({ teamId, date }) => date >= from && date <= until && teams.some(({ id }) => id === teamId),
  )
  const dayCount = Math.round((Date.parse(until) - Date.parse(from)) / 86_400_000) + 1
  const isWhole = plan.days.length === dayCount * teams.length
  const isSame = planned.length === ids.length && planned.every((id) => ids.includes(id))
  return hasDays && isWhole && isSame ? input : { ...input, plan: null }
}

import type { Mission, MissionQuestionAnswer } from '@borne/api/contracts/missions'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { TimedPlan } from '../../platform/roads-worker/missions-asked.ts'
import { usePermission } from '../../platform/use-permission.ts'
import { buttonClass } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { RoadsLoading, RoadsOffer } from '../../ui/roads-here-note.tsx'
import { EmptyState, ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { ConflictNote } from './conflict-note.tsx'
import { DayLegend } from './day-legend.tsx'
import { DayReplay } from './day-replay.tsx'
import { ItineraryOnMap } from './itinerary-on-map.tsx'
import { LeftOutNote } from './left-out-note.tsx'
import type { LegChoice } from './leg-ways.ts'
import { LostWaysNote } from './lost-ways-note.tsx'
import { missionsMessages } from './messages.ts'
import { questionQuery } from './missions-queries.ts'
import styles from './plan.module.css'
import { PlanBPart } from './plan-b-part.tsx'
import { PlanBoard } from './plan-board.tsx'
import { PlanFigures } from './plan-figures.tsx'
import { planMessages } from './plan-messages.ts'
import { SavedComparison } from './saved-comparison.tsx'
import { SearchBar } from './search-bar.tsx'
import { TimetablePart } from './timetable-part.tsx'
import { useMissionRoads } from './use-mission-roads.ts'
import { usePlanner } from './use-planner.ts'
import { WaysOnMap } from './ways-on-map.tsx'

const route = getRouteApi('/missions/$missionId')

/** The plan of a mission: searched, understood, changed by hand. */
export function PlanTab({ mission }: { mission: Mission }) {
  const m = useMessages(planMessages)
  const { data, error, refetch } = useQuery({
    ...questionQuery(mission.id, mission.version),
    placeholderData: keepPreviousData,
  })
  if (error && !data) {
    return (
      <>
        <ErrorState problem={error} what={m.questionFailed} onRetry={() => void refetch()} />
        <p className={styles.ok}>
          <DemandLink />
        </p>
      </>
    )
  }
  if (!data) return <Skeleton lines={8} />
  const planKey = JSON.stringify([mission.id, data.question])
  return <Planning key={planKey} planKey={planKey} mission={mission} asked={data} />
}

function DemandLink() {
  const m = useMessages(planMessages)
  return (
    <Link
      from="/missions/$missionId"
      to="/missions/$missionId"
      search={(old) => ({ ...old, tab: 'demand' as const })}
      className={buttonClass('plain', 'small')}
    >
      {m.openDemand}
    </Link>
  )
}

interface PlanningProps {
  planKey: string
  mission: Mission
  asked: MissionQuestionAnswer
}

function Planning({ planKey, mission, asked }: PlanningProps) {
  const m = useMessages(planMessages)
  const words = useMessages(missionsMessages)
  const { day = null, team = null, view } = route.useSearch()
  const [planB, setPlanB] = useState<TimedPlan | null>(null)
  const [choice, setChoice] = useState<LegChoice>({ leg: null, isPicking: false })
  const { question } = asked
  const mayPlan = usePermission('missions.plan')
  const isFixed = !mayPlan || mission.status === 'under-way' || mission.status === 'done'
  const roads = useMissionRoads(question.dates)
  const planner = usePlanner(planKey, question, mission.plan, roads.isHere, roads.edition)
  const { timed, search } = planner
  const shownDay = day !== null && question.dates.includes(day) ? day : null
  return (
    <>
      <SearchBar planner={planner} mission={mission} isFixed={isFixed} />
      <LeftOutNote leftOut={asked.leftOut} mission={mission} />
      {search.error !== null && <ErrorState problem={search.error} what={m.searchFailed} />}
      {planner.timingError !== null && <ErrorState problem={planner.timingError} what={m.timingFailed} />}
      {(search.conflict || search.isImpossible) && (
        <ConflictNote question={question} conflict={search.conflict ?? []} action={<DemandLink />} />
      )}
      {!planner.history && search.status !== 'running' && !search.isImpossible && (
        <EmptyState title={m.noPlanTitle}>{m.noPlanText}</EmptyState>
      )}
      {planner.history && !timed && planner.timingError === null && <Skeleton lines={8} />}
      <LostWaysNote planner={planner} />
      {timed && (
        <StaleVeil isStale={planner.isStale && planner.editMilliseconds === null}>
          <PlanFigures question={question} timed={timed} />
          <DayLegend question={question} day={shownDay} />
          {!planner.desk.isHere && <p className={styles.ok}>{m.schematic}</p>}
          <TimetablePart
            question={question}
            timed={timed}
            title={mission.reference}
            notes={mission.isDemonstration ? [words.demonstration] : []}
          >
            <PlanBoard
              planner={planner}
              isFixed={isFixed}
              isWide={view === 'table'}
              day={shownDay}
              team={team}
              choice={choice}
              onChoose={setChoice}
            />
          </TimetablePart>
        </StaleVeil>
      )}
      {timed && <SavedComparison planner={planner} saved={mission.plan} />}
      {timed && planner.history && search.status !== 'running' && (
        <PlanBPart planner={planner} isFixed={isFixed} isOnMap={planB !== null} onMap={setPlanB} />
      )}
      {timed && <DayReplay question={question} timed={planB ?? timed} day={shownDay} />}
      <RoadsLoading here={roads.here} />
      <RoadsOffer here={roads.here} />
      {!isFixed && planB === null && (
        <WaysOnMap planner={planner} day={shownDay} choice={choice} onChoose={setChoice} />
      )}
      <ItineraryOnMap question={question} timed={planB ?? timed} day={shownDay} isStale={planner.isStale} />
    </>
  )
}

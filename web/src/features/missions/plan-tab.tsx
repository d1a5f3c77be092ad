import type { Mission, MissionQuestionAnswer } from '@borne/api/contracts/missions'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useState } from 'react'
import { usePermission } from '../../platform/use-permission.ts'
import { buttonClass } from '../../ui/button.tsx'
import { useMessages } from '../../ui/language.tsx'
import { RoadsLoading, RoadsOffer } from '../../ui/roads-here-note.tsx'
import { EmptyState, ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { ConflictNote } from './conflict-note.tsx'
import { DayLegend } from './day-legend.tsx'
import { DayReplay } from './day-replay.tsx'
import { FuelStops } from './fuel-stops.tsx'
import { ItineraryOnMap } from './itinerary-on-map.tsx'
import { LeftOutNote } from './left-out-note.tsx'
import type { LegChoice } from './leg-ways.ts'
import { LostWaysNote } from './lost-ways-note.tsx'
import type { MapView } from './map-view.ts'
import { missionsMessages } from './messages.ts'
import { questionQuery } from './missions-queries.ts'
import styles from './plan.module.css'
import { PlanBPart } from './plan-b-part.tsx'
import { PlanBoard } from './plan-board.tsx'
import { PlanFigures } from './plan-figures.tsx'
import { planMessages } from './plan-messages.ts'
import { PlansBeside } from './plans-beside.tsx'
import { RefusalNote } from './refusal-note.tsx'
import { SavedComparison } from './saved-comparison.tsx'
import { SearchBar } from './search-bar.tsx'
import { TimetablePart } from './timetable-part.tsx'
import { UnsavedPlanNote } from './unsaved-plan-note.tsx'
import { useMissionRoads } from './use-mission-roads.ts'
import { usePlanner } from './use-planner.ts'
import { useUnsavedPlan } from './use-unsaved-plan.ts'
import { WaysOnMap } from './ways-on-map.tsx'

const route = getRouteApi('/missions/$missionId')

/** The plan of a mission: searched, understood, changed by hand. */
export function PlanTab({ mission }: { mission: Mission }) {
  const m = useMessages(planMessages)
  // A plan that is taken up again begins the planning anew.
  const [takenUp, setTakenUp] = useState(0)
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
  return (
    <Planning
      key={`${takenUp} ${planKey}`}
      planKey={planKey}
      mission={mission}
      asked={data}
      onTakenUp={() => setTakenUp((count) => count + 1)}
    />
  )
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
  onTakenUp(): void
}

function Planning({ planKey, mission, asked, onTakenUp }: PlanningProps) {
  const m = useMessages(planMessages)
  const words = useMessages(missionsMessages)
  const { day = null, team = null, view } = route.useSearch()
  const [mapView, setMapView] = useState<MapView | null>(null)
  const [choice, setChoice] = useState<LegChoice>({ leg: null, isPicking: false })
  const { question } = asked
  const mayPlan = usePermission('missions.plan')
  const isFixed = !mayPlan || mission.status === 'under-way' || mission.status === 'done'
  const roads = useMissionRoads(question.dates)
  const planner = usePlanner(planKey, question, mission.plan, roads.isHere, roads.edition)
  const { timed, search } = planner
  const kept = useUnsavedPlan(
    { planKey, question, missionId: mission.id, saved: mission.plan, isFixed },
    planner.history?.present ?? null,
    onTakenUp,
  )
  const shownDay = day !== null && question.dates.includes(day) ? day : null
  const planOf = (shown: MapView['second']) => (shown === 'present' ? timed : shown)
  const first = mapView ? planOf(mapView.first) : timed
  const second = mapView && planOf(mapView.second)
  return (
    <>
      <SearchBar planner={planner} mission={mission} isFixed={isFixed} />
      <RefusalNote mission={mission} />
      {kept.offered && <UnsavedPlanNote {...kept} offered={kept.offered} />}
      <LeftOutNote leftOut={asked.leftOut} mission={mission} />
      {search.error !== null && <ErrorState problem={search.error} what={m.searchFailed} />}
      {planner.timingError !== null && <ErrorState problem={planner.timingError} what={m.timingFailed} />}
      {(search.conflict || search.isImpossible) && (
        <ConflictNote
          question={question}
          conflict={search.conflict ?? []}
          action={
            <>
              {!isFixed && (
                <FuelStops question={question} mission={mission} conflict={search.conflict ?? []} />
              )}
              <DemandLink />
            </>
          }
        />
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
      {timed && <SavedComparison planner={planner} saved={mission.plan} view={mapView} onView={setMapView} />}
      {timed && planner.history && search.status !== 'running' && (
        <PlanBPart planner={planner} isFixed={isFixed} view={mapView} onView={setMapView} />
      )}
      {first && <DayReplay question={question} timed={first} day={shownDay} />}
      <RoadsLoading here={roads.here} />
      <RoadsOffer here={roads.here} />
      {!isFixed && mapView === null && (
        <WaysOnMap planner={planner} day={shownDay} choice={choice} onChoose={setChoice} />
      )}
      {first && second && (
        <PlansBeside question={question} first={first} second={second} day={shownDay} names={mapView.names} />
      )}
      <ItineraryOnMap question={question} timed={first} day={shownDay} isStale={planner.isStale} />
    </>
  )
}

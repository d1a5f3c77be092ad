import type { RoadDay } from '@borne/api/contracts/roads'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { isSilence } from '../../platform/parse-problem.ts'
import { useRoadSettings } from '../../platform/road-settings-query.ts'
import { useRoadsHere } from '../../platform/roads-worker/use-roads-here.ts'
import { thisDay } from '../../ui/days.ts'
import { useMessages } from '../../ui/language.tsx'
import { HereMark, RoadsLoading, RoadsOffer } from '../../ui/roads-here-note.tsx'
import { ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { useNearestAnswer } from '../../ui/use-nearest-answer.ts'
import { useSettling } from '../../ui/use-settling.ts'
import { ChosenStretch } from './chosen-stretch.tsx'
import { DayControls } from './day-controls.tsx'
import { DayHeadline } from './day-headline.tsx'
import { DayResult } from './day-result.tsx'
import { messages } from './messages.ts'
import { RoadDayOnMap } from './road-day-on-map.tsx'
import { roadDayHereQuery, roadDayQuery } from './road-day-query.ts'
import type { RoadsQuestion } from './search.ts'

interface Chosen {
  day: RoadDay
  index: number
}

/** What a day makes of the roads, beside another day. All that is asked is in the address. */
export function DayTab() {
  const m = useMessages(messages)
  const search: RoadsQuestion = useSearch({ from: '/roads' })
  const navigate = useNavigate({ from: '/roads' })
  const settings = useRoadSettings()
  const change = (next: Partial<RoadsQuestion>, replace = false) =>
    void navigate({ search: (old) => ({ ...old, ...next }), replace })
  const day = useSettling(search.on ?? thisDay(), (on) => change({ on }, true))
  const server = useQuery(roadDayQuery(search))
  const roads = useRoadsHere(search.on ?? thisDay())
  const browser = useQuery({
    ...roadDayHereQuery({ ...search, on: day.value }, roads.edition),
    enabled: roads.answers(day.value),
  })
  const { answer: shown, isStale, isHere, isRefused } = useNearestAnswer(server, browser, day.isMoving)
  const [chosen, setChosen] = useState<Chosen | null>(null)
  // Stretches of another answer have other places.
  const chosenIndex = chosen && chosen.day === shown ? chosen.index : null
  const move = (on: string) => {
    roads.prepare()
    day.move(on)
  }
  return (
    <>
      <DayHeadline day={shown} isStale={isStale} />
      <DayControls day={day.value} search={search} settings={settings} onDay={move} onChange={change} />
      <RoadsLoading here={roads.here} />
      {isHere && isSilence(server.error) && <HereMark />}
      {!shown && !isRefused && <Skeleton lines={8} />}
      {isRefused && (
        <ErrorState problem={server.error} what={m.title} onRetry={() => void server.refetch()} />
      )}
      {shown && chosenIndex !== null && (
        <ChosenStretch day={shown} index={chosenIndex} onClose={() => setChosen(null)} />
      )}
      {shown && (
        <StaleVeil isStale={isStale}>
          <DayResult day={shown} isHere={isHere} shows={search.show ?? 'state'} />
        </StaleVeil>
      )}
      <RoadsOffer here={roads.here} />
      <RoadDayOnMap
        day={shown}
        shows={search.show ?? 'state'}
        isStale={isStale}
        chosen={chosenIndex}
        onChoose={(index) => shown && setChosen({ day: shown, index })}
      />
    </>
  )
}

import type { RoadDay } from '@borne/api/contracts/roads'
import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useRoadSettings } from '../../platform/road-settings-query.ts'
import { thisDay } from '../../ui/days.ts'
import { useMessages } from '../../ui/language.tsx'
import { ErrorState, Skeleton, StaleVeil } from '../../ui/states.tsx'
import { useSettling } from '../../ui/use-settling.ts'
import { ChosenStretch } from './chosen-stretch.tsx'
import { DayControls } from './day-controls.tsx'
import { DayResult } from './day-result.tsx'
import { messages } from './messages.ts'
import { RoadDayOnMap } from './road-day-on-map.tsx'
import { roadDayQuery } from './road-day-query.ts'
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
  const answer = useQuery(roadDayQuery(search))
  const shown = answer.isError ? undefined : answer.data
  const [chosen, setChosen] = useState<Chosen | null>(null)
  // Stretches of another answer have other places.
  const chosenIndex = chosen && chosen.day === shown ? chosen.index : null
  const isStale = answer.isPlaceholderData || day.isMoving
  return (
    <>
      <DayControls day={day.value} search={search} settings={settings} onDay={day.move} onChange={change} />
      {answer.isPending && <Skeleton lines={8} />}
      {answer.isError && (
        <ErrorState problem={answer.error} what={m.title} onRetry={() => void answer.refetch()} />
      )}
      {shown && chosenIndex !== null && (
        <ChosenStretch day={shown} index={chosenIndex} onClose={() => setChosen(null)} />
      )}
      {shown && (
        <StaleVeil isStale={isStale}>
          <DayResult day={shown} shows={search.show ?? 'state'} />
        </StaleVeil>
      )}
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

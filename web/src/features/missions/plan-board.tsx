import type { PlanLeg } from '@borne/geodata/itinerary/force-way'
import type { VisitSpot } from '@borne/geodata/itinerary/move-visit'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useLanguage, useMessages } from '../../ui/language.tsx'
import styles from './board.module.css'
import { shortDay } from './clock.ts'
import { DayCard } from './day-card.tsx'
import { DroppedPart } from './dropped-part.tsx'
import { LegWay } from './leg-way.tsx'
import { drawnLegs, isSameLeg, type LegChoice, withPoint } from './leg-ways.ts'
import { spotAfterKey } from './plan-history.ts'
import { planMessages } from './plan-messages.ts'
import { visitName } from './rule-words.ts'
import { usePlacesToPass } from './use-places-to-pass.ts'
import type { Planner } from './use-planner.ts'
import { useStopDrag } from './use-stop-drag.ts'

interface PlanBoardProps {
  planner: Planner
  isFixed: boolean
  isWide: boolean
  day: string | null
  team: string | null
  choice: LegChoice
  onChoose(choice: LegChoice): void
}

const KEYS = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'before', ArrowRight: 'after' } as const

/** The days as cards; stops go from one to the other under the hand or by key. */
export function PlanBoard({ planner, isFixed, isWide, day, team, choice, onChoose }: PlanBoardProps) {
  const m = useMessages(planMessages)
  const { language } = useLanguage()
  const { question, timed, history } = planner
  const [told, setTold] = useState('')
  const keepFocus = useHandleFocus()
  const places = usePlacesToPass(question)
  const legs = timed ? drawnLegs(question, timed) : []
  const move = (visitId: string, to: VisitSpot) => {
    planner.edit({ kind: 'move', visitId, to })
    keepFocus(visitId)
    setTold(m.moved(visitName(question, visitId), shortDay(to.date, language), to.position + 1))
  }
  const dragging = useStopDrag((visitId, to) => {
    if (to === 'out') planner.edit({ kind: 'drop', visitId })
    else move(visitId, to)
  })
  if (!timed || !history) return null
  const onKey = (event: KeyboardEvent, visitId: string) => {
    const key = KEYS[event.key as keyof typeof KEYS]
    if (!event.altKey || !key) return
    event.preventDefault()
    const to = spotAfterKey(history.present, visitId, key)
    if (to) move(visitId, to)
  }
  const wayOf = (leg: PlanLeg) => {
    const drawn = isFixed ? undefined : legs.find((each) => isSameLeg(leg, each.leg))
    if (!drawn) return { onChoose: null, way: null }
    const isChosen = isSameLeg(choice.leg, leg)
    return {
      onChoose: () => onChoose({ leg: isChosen ? null : leg, isPicking: false }),
      way: isChosen ? (
        <LegWay
          via={drawn.timed.via ?? []}
          places={places}
          isPicking={choice.isPicking}
          onPick={(isPicking) => onChoose({ leg, isPicking })}
          onAdd={(point) => planner.edit({ kind: 'way', leg, via: withPoint(drawn, point.position, point) })}
          onChange={(via) => planner.edit({ kind: 'way', leg, via })}
        />
      ) : null,
    }
  }
  const shown = timed.itinerary.days.filter(
    ({ date, teamId }) => (day === null || date === day) && (team === null || teamId === team),
  )
  return (
    <>
      {!isFixed && <p className={styles.hint}>{m.moveHint}</p>}
      <p className="visually-hidden" role="status">
        {told}
      </p>
      <div
        className={styles.board}
        data-wide={isWide || undefined}
        data-edit-ms={planner.editMilliseconds === null ? undefined : Math.round(planner.editMilliseconds)}
      >
        {shown.map((each) => (
          <DayCard
            key={`${each.teamId} ${each.date}`}
            question={question}
            day={each}
            broken={timed.broken.filter(({ teamId, date }) => teamId === each.teamId && date === each.date)}
            isFixed={isFixed}
            dragging={dragging}
            onKey={onKey}
            onDrop={(visitId) => planner.edit({ kind: 'drop', visitId })}
            onNight={(placeId) =>
              planner.edit({ kind: 'night', teamId: each.teamId, date: each.date, placeId })
            }
            wayOf={wayOf}
          />
        ))}
      </div>
      <DroppedPart
        planner={planner}
        isFixed={isFixed}
        isTarget={dragging.drag?.to === 'out'}
        onTakeBack={move}
      />
    </>
  )
}

/** A stop that was moved is drawn elsewhere; its handle keeps the focus. */
function useHandleFocus() {
  const wanted = useRef<string | null>(null)
  useEffect(() => {
    if (wanted.current === null) return
    const handle = document.querySelector<HTMLElement>(`[data-handle="${CSS.escape(wanted.current)}"]`)
    handle?.focus({ preventScroll: true })
    handle?.scrollIntoView({ block: 'nearest' })
  })
  return (visitId: string) => {
    wanted.current = visitId
    setTimeout(() => {
      wanted.current = null
    }, 1000)
  }
}

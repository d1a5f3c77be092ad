import type { TimedLeg } from '@borne/geodata/itinerary/mission-types'
import type { MissionEvent, Overdue } from './contract.ts'

interface Watched {
  readonly teams: readonly { readonly id: string; readonly name: string }[]
  /** In the order of their recording. */
  readonly events: readonly MissionEvent[]
  /** Asked of whoever is on the road; null = nothing is asked. */
  readonly radioMinutes: number | null
  readonly placeNames: ReadonlyMap<string, string>
  readonly nowMs: number
}

const MINUTE_MS = 60_000
/** After somebody was heard of without having arrived, where no rule on the radio says how long one waits. */
const WAITS_MINUTES = 60

/**
 * The teams that were to be heard of by now: at the end of a leg, where nine journeys of ten would have arrived by the plan that
 * was cleared, or on the way, by the rule on the radio. The longest overdue first.
 */
export function tellOverdue({ teams, events, radioMinutes, placeNames, nowMs }: Watched): Overdue[] {
  const cleared = events.findLast((event) => event.kind === 'cleared')
  if (cleared?.kind !== 'cleared') return []
  const { itinerary } = cleared.payload
  return teams
    .flatMap(({ id: teamId, name: teamName }) => {
      const legs = itinerary.days.flatMap((day) =>
        day.teamId === teamId ? day.legs.filter((leg) => leg.fromPlaceId !== leg.toPlaceId) : [],
      )
      const told = events.filter((event) => isOf(event, teamId))
      const next = legs[countArrived(legs, told)]
      const lastHeardMs = Math.max(...told.map(({ happenedAt }) => Date.parse(happenedAt)))
      if (!next || told.length === 0) return []
      const due = dueOf(next, { lastHeardMs, radioMinutes })
      if (nowMs <= due.ms) return []
      return {
        teamId,
        teamName,
        placeName: due.isArrival ? (placeNames.get(next.toPlaceId) ?? null) : null,
        expectedBy: new Date(due.ms).toISOString(),
        minutesLate: Math.floor((nowMs - due.ms) / MINUTE_MS),
        lastHeardAt: new Date(lastHeardMs).toISOString(),
      }
    })
    .sort((a, b) => b.minutesLate - a.minutesLate)
}

function isOf(event: MissionEvent, teamId: string): boolean {
  if (event.kind === 'begun') return true
  return (event.kind === 'checked-in' || event.kind === 'deviated') && event.payload.teamId === teamId
}

/** Legs whose ends the team has told of, one after the other; one that it told of nothing between is passed too. */
function countArrived(legs: readonly TimedLeg[], told: readonly MissionEvent[]): number {
  let arrived = 0
  for (const event of told) {
    if (event.kind !== 'checked-in') continue
    const leg = legs.findIndex(
      ({ toPlaceId }, index) => index >= arrived && toPlaceId === event.payload.placeId,
    )
    if (leg >= 0) arrived = leg + 1
  }
  return arrived
}

function dueOf(
  { departsAt, arrivesP90At }: TimedLeg,
  { lastHeardMs, radioMinutes }: { lastHeardMs: number; radioMinutes: number | null },
): { ms: number; isArrival: boolean } {
  const arrival = Math.max(
    Date.parse(arrivesP90At),
    lastHeardMs + (radioMinutes ?? WAITS_MINUTES) * MINUTE_MS,
  )
  if (radioMinutes === null) return { ms: arrival, isArrival: true }
  const radio = Math.max(Date.parse(departsAt), lastHeardMs) + radioMinutes * MINUTE_MS
  return radio < arrival ? { ms: radio, isArrival: false } : { ms: arrival, isArrival: true }
}

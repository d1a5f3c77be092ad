import type { ForcedWay, MissionPlan, MissionQuestion, TeamDay, ViaPoint } from './mission-types.ts'

/** More is drawing a way by hand. */
export const MOST_LEG_POINTS = 5

/** A leg of a plan: two places that follow each other on a team's day. */
export interface PlanLeg {
  readonly teamId: string
  readonly date: string
  readonly fromPlaceId: string
  readonly toPlaceId: string
}

/**
 * Forces the way of a leg over points; over none, it is free again.
 *
 * @throws RangeError when the plan has no such day.
 */
export function forceWay(plan: MissionPlan, leg: PlanLeg, via: readonly ViaPoint[]): MissionPlan {
  const { teamId, date, fromPlaceId, toPlaceId } = leg
  const isAsked = (day: TeamDay) => day.teamId === teamId && day.date === date
  if (!plan.days.some(isAsked)) throw new RangeError(`the plan has no day ${date} of team ${teamId}`)
  const days = plan.days.map((day) => {
    if (!isAsked(day)) return day
    const others = (day.forcedWays ?? []).filter((way) => !isOn(way, leg))
    return withWays(day, via.length > 0 ? [...others, { fromPlaceId, toPlaceId, via }] : others)
  })
  return { ...plan, days }
}

/** What the way of a leg is forced over. */
export function viaOf({ days }: MissionPlan, leg: PlanLeg): readonly ViaPoint[] {
  const day = days.find(({ teamId, date }) => teamId === leg.teamId && date === leg.date)
  return day?.forcedWays?.find((way) => isOn(way, leg))?.via ?? []
}

/** The legs of a plan whose way is forced. */
export function forcedLegs({ days }: MissionPlan): PlanLeg[] {
  return days.flatMap(({ teamId, date, forcedWays = [] }) =>
    forcedWays.map(({ fromPlaceId, toPlaceId }) => ({ teamId, date, fromPlaceId, toPlaceId })),
  )
}

/** A plan without the forced ways of legs that it no longer has, after a stop or a night was moved; the same where it has all. */
export function dropLostWays(
  question: Pick<MissionQuestion, 'startPlaceId' | 'visits'>,
  plan: MissionPlan,
): MissionPlan {
  const placeOf = new Map(question.visits.map(({ id, placeId }) => [id, placeId]))
  const ends = new Map<string, string>()
  let hasLost = false
  const days = plan.days.map((day) => {
    const { teamId, visitIds, endPlaceId, forcedWays = [] } = day
    const start = ends.get(teamId) ?? question.startPlaceId
    ends.set(teamId, endPlaceId)
    const stops = [start, ...visitIds.map((id) => placeOf.get(id)), endPlaceId]
    const kept = forcedWays.filter(({ fromPlaceId, toPlaceId }) =>
      stops.some((from, index) => from === fromPlaceId && stops[index + 1] === toPlaceId),
    )
    if (kept.length === forcedWays.length) return day
    hasLost = true
    return withWays(day, kept)
  })
  return hasLost ? { ...plan, days } : plan
}

function isOn(way: ForcedWay, leg: PlanLeg): boolean {
  return way.fromPlaceId === leg.fromPlaceId && way.toPlaceId === leg.toPlaceId
}

function withWays({ forcedWays: _, ...day }: TeamDay, forcedWays: readonly ForcedWay[]): TeamDay {
  return forcedWays.length > 0 ? { ...day, forcedWays } : day
}

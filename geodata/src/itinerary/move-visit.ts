import type { IsoDate } from '../road-state/types.ts'
import type { MissionPlan, TeamDay } from './mission-types.ts'

/** Where a visit goes: `position` in the order of that day, counted without the visit itself; past the end = last. */
export interface VisitSpot {
  readonly teamId: string
  readonly date: IsoDate
  readonly position: number
}

/**
 * Moves a visit to a day and a place in its order, from wherever it was; one that was left out is taken back.
 *
 * @returns A new plan, as it was asked for: `checkMission` tells what it breaks.
 * @throws RangeError when the plan has no such visit or no such day.
 */
export function moveVisit(plan: MissionPlan, visitId: string, to: VisitSpot): MissionPlan {
  const { days, droppedVisitIds } = withoutVisit(plan, visitId)
  return {
    days: changeDay(days, to, (day) => ({
      ...day,
      visitIds: [...day.visitIds.slice(0, to.position), visitId, ...day.visitIds.slice(to.position)],
    })),
    droppedVisitIds,
  }
}

/** Leaves a visit out. @throws RangeError when the plan has no such visit. */
export function dropVisit(plan: MissionPlan, visitId: string): MissionPlan {
  const { days, droppedVisitIds } = withoutVisit(plan, visitId)
  return { days, droppedVisitIds: [...droppedVisitIds, visitId] }
}

/** Ends a team's day elsewhere; its next day starts there. @throws RangeError when the plan has no such day. */
export function moveNight(plan: MissionPlan, teamId: string, date: IsoDate, endPlaceId: string): MissionPlan {
  return { ...plan, days: changeDay(plan.days, { teamId, date }, (day) => ({ ...day, endPlaceId })) }
}

function withoutVisit({ days, droppedVisitIds }: MissionPlan, visitId: string): MissionPlan {
  const isOther = (id: string) => id !== visitId
  if ([...droppedVisitIds, ...days.flatMap(({ visitIds }) => visitIds)].every(isOther))
    throw new RangeError(`the plan has no visit ${visitId}`)
  return {
    days: days.map((day) => ({ ...day, visitIds: day.visitIds.filter(isOther) })),
    droppedVisitIds: droppedVisitIds.filter(isOther),
  }
}

function changeDay(
  days: readonly TeamDay[],
  { teamId, date }: Pick<TeamDay, 'teamId' | 'date'>,
  change: (day: TeamDay) => TeamDay,
): TeamDay[] {
  const isAsked = (day: TeamDay) => day.teamId === teamId && day.date === date
  if (!days.some(isAsked)) throw new RangeError(`the plan has no day ${date} of team ${teamId}`)
  return days.map((day) => (isAsked(day) ? change(day) : day))
}

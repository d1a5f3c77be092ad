import { forceWay, type PlanLeg } from '@borne/geodata/itinerary/force-way'
import type { MissionPlan, ViaPoint } from '@borne/geodata/itinerary/mission-types'
import { dropVisit, moveNight, moveVisit, type VisitSpot } from '@borne/geodata/itinerary/move-visit'

/** A change of a plan by hand. */
export type PlanEdit =
  | { readonly kind: 'move'; readonly visitId: string; readonly to: VisitSpot }
  | { readonly kind: 'drop'; readonly visitId: string }
  | { readonly kind: 'night'; readonly teamId: string; readonly date: string; readonly placeId: string }
  | { readonly kind: 'way'; readonly leg: PlanLeg; readonly via: readonly ViaPoint[] }

/** A plan with what it was before, for undo and redo. */
export interface PlanHistory {
  readonly past: readonly MissionPlan[]
  readonly present: MissionPlan
  readonly future: readonly MissionPlan[]
}

const MOST_KEPT = 50

export function beginHistory(present: MissionPlan): PlanHistory {
  return { past: [], present, future: [] }
}

/** Puts another plan in the place of the present one; the same one again changes nothing. */
export function replacePlan(history: PlanHistory, next: MissionPlan): PlanHistory {
  if (isSamePlan(history.present, next)) return history
  return { past: [...history.past.slice(1 - MOST_KEPT), history.present], present: next, future: [] }
}

export function undo(history: PlanHistory): PlanHistory {
  const before = history.past.at(-1)
  if (!before) return history
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] }
}

export function redo(history: PlanHistory): PlanHistory {
  const [after, ...future] = history.future
  if (!after) return history
  return { past: [...history.past, history.present], present: after, future }
}

/** @throws RangeError when the plan has no such visit or day. */
export function editPlan(plan: MissionPlan, edit: PlanEdit): MissionPlan {
  switch (edit.kind) {
    case 'move':
      return moveVisit(plan, edit.visitId, edit.to)
    case 'drop':
      return dropVisit(plan, edit.visitId)
    case 'night':
      return moveNight(plan, edit.teamId, edit.date, edit.placeId)
    case 'way':
      return forceWay(plan, edit.leg, edit.via)
  }
}

export function isSamePlan(one: MissionPlan, other: MissionPlan): boolean {
  return one === other || planText(one) === planText(other)
}

function planText({ days, droppedVisitIds }: MissionPlan): string {
  return JSON.stringify([
    days.map(({ teamId, date, visitIds, endPlaceId, forcedWays = [] }) => [
      teamId,
      date,
      visitIds,
      endPlaceId,
      forcedWays
        .map(({ fromPlaceId, toPlaceId, via }) =>
          JSON.stringify([fromPlaceId, toPlaceId, via.map(({ position, name }) => [position, name])]),
        )
        .sort(),
    ]),
    [...droppedVisitIds].sort(),
  ])
}

/**
 * Where a visit goes for a key: up and down in the order of its team, over the edge of a day to the next one; left and right
 * to the same team's day before and after.
 *
 * @returns Undefined where there is nothing further.
 */
export function spotAfterKey(
  plan: MissionPlan,
  visitId: string,
  key: 'up' | 'down' | 'before' | 'after',
): VisitSpot | undefined {
  const from = plan.days.find(({ visitIds }) => visitIds.includes(visitId))
  if (!from) return undefined
  const own = plan.days.filter(({ teamId }) => teamId === from.teamId)
  const at = own.indexOf(from)
  const position = from.visitIds.indexOf(visitId)
  const { teamId, date } = from
  if (key === 'up' && position > 0) return { teamId, date, position: position - 1 }
  if (key === 'down' && position < from.visitIds.length - 1) return { teamId, date, position: position + 1 }
  const other = own[key === 'up' || key === 'before' ? at - 1 : at + 1]
  if (!other) return undefined
  const isFirst = key === 'down' || key === 'after'
  return { teamId, date: other.date, position: isFirst ? 0 : other.visitIds.length }
}

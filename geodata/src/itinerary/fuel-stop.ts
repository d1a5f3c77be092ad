import type { MissionVisit } from './mission-types.ts'

/** How long filling up takes. */
const MINUTES = 20

/** A required visit that does nothing but fill up, at a place that sells fuel. */
export function fuelStop(placeId: string, id: string): MissionVisit {
  return {
    id,
    placeId,
    minutes: MINUTES,
    priority: 'required',
    hours: [],
    earliest: null,
    latest: null,
    pinnedDate: null,
    pinnedTeamId: null,
    afterVisitId: null,
  }
}

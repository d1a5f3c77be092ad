import { z } from 'zod'
import { Position } from '../../contract-kit/geojson.ts'
import { Day } from '../../contract-kit/time.ts'
import { VisitPriority } from './plan-contract.ts'

/** Why a post is to be visited. */
export const DueReasonKind = z.enum([
  /** Of the plan of works. values: contractId, reference, title (of the milestone), date */
  'milestone',
  /** A report of progress waits for whoever validates it. values: contractId, reference, date, count */
  'report-waiting',
  /** Réserves that are mended and not checked, or past their day. values: contractId, reference, count, date */
  'punch-to-check',
  'punch-overdue',
  /** Contract's time ends, or an acceptance is near. values: contractId, reference, date */
  'works-end',
  'guarantee-end',
  /** values: contractId, reference, date, days */
  'no-report',
  /** values: date, days */
  'last-visit-old',
  'never-visited',
  /** values: requestId, subject, askedBy */
  'requested',
])
export type DueReasonKind = z.infer<typeof DueReasonKind>

export const DueReason = z.object({
  kind: DueReasonKind,
  /** What fills its words. */
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  minutes: z.number().int(),
  priority: VisitPriority,
  earliest: Day.nullable(),
  latest: Day.nullable(),
})
export type DueReason = z.infer<typeof DueReason>

/** A post that is to be visited, with why: what is most pressing first. */
export const DueVisit = z.object({
  postId: z.uuid(),
  name: z.string(),
  /** Null: it cannot be planned before somebody places it. */
  position: Position.nullable(),
  isDemonstration: z.boolean(),
  /** The most pressing first. */
  reasons: z.array(DueReason),
  /** For all of it at once. */
  minutes: z.number().int(),
  earliest: Day.nullable(),
  latest: Day.nullable(),
  /** The highest of its reasons. */
  priority: VisitPriority,
  lastVisitOn: Day.nullable(),
  /** Missions that are to visit it, by their references. */
  plannedIn: z.array(z.object({ missionId: z.uuid(), reference: z.string() })),
})
export type DueVisit = z.infer<typeof DueVisit>

export const DueQuery = z.object({ on: Day.optional().describe('Absent: today') })
export const DueVisits = z.object({ on: Day, items: z.array(DueVisit) })
export type DueVisits = z.infer<typeof DueVisits>

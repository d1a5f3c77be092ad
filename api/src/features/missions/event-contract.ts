import { z } from 'zod'
import { Position } from '../../contract-kit/geojson.ts'
import { Day, Instant } from '../../contract-kit/time.ts'
import { Id, Note, type Plan, type TimedItinerary } from './plan-contract.ts'

export const MissionStatus = z.enum(['draft', 'submitted', 'refused', 'cleared', 'under-way', 'done'])
export type MissionStatus = z.infer<typeof MissionStatus>

const noted = { note: Note }
/**
 * What happens to a mission. `reopened` is written by the server when somebody changes what was submitted or cleared.
 * What is left out of a payload stands as its default.
 */
const PAYLOADS = {
  submitted: z.object(noted),
  cleared: z.object({
    ...noted,
    /** Of the paper that clears. */
    number: z.string().trim().min(1).max(80),
    from: Day,
    until: Day,
  }),
  refused: z.object({ note: Note.min(1) }),
  begun: z.object(noted),
  'checked-in': z.object({
    ...noted,
    teamId: Id,
    /** Where; null = on the way. */
    placeId: Id.nullable(),
    position: Position.nullable(),
  }),
  deviated: z.object({ ...noted, teamId: Id, position: Position.nullable() }).extend({ note: Note.min(1) }),
  done: z.object({
    ...noted,
    visits: z.array(z.object({ visitId: Id, visitedOn: Day.nullable(), findings: Note })).max(1000),
  }),
} as const

export const MissionEventKind = z.enum([
  'submitted',
  'cleared',
  'refused',
  'begun',
  'checked-in',
  'deviated',
  'done',
  'reopened',
])
export type MissionEventKind = z.infer<typeof MissionEventKind>

const Recorded = {
  /** Chosen by who records it: the same sent again is kept once. */
  id: z.uuid(),
  /** When it was; not to come. */
  happenedAt: Instant,
}
/** On which version of the mission somebody decides: what they looked at. */
const Judged = { ...Recorded, version: z.number().int() }

export const MissionEventInput = z.discriminatedUnion('kind', [
  z.object({ ...Judged, kind: z.literal('submitted'), payload: PAYLOADS.submitted }),
  z.object({ ...Judged, kind: z.literal('cleared'), payload: PAYLOADS.cleared }),
  z.object({ ...Judged, kind: z.literal('refused'), payload: PAYLOADS.refused }),
  z.object({ ...Recorded, kind: z.literal('begun'), payload: PAYLOADS.begun }),
  z.object({ ...Recorded, kind: z.literal('checked-in'), payload: PAYLOADS['checked-in'] }),
  z.object({ ...Recorded, kind: z.literal('deviated'), payload: PAYLOADS.deviated }),
  z.object({ ...Recorded, kind: z.literal('done'), payload: PAYLOADS.done }),
])
export type MissionEventInput = z.infer<typeof MissionEventInput>

/** The payload of its kind; that of `cleared` also has the plan that was cleared and its times. */
export interface MissionPayloads {
  submitted: z.infer<typeof PAYLOADS.submitted>
  cleared: z.infer<typeof PAYLOADS.cleared> & {
    plan: z.infer<typeof Plan>
    itinerary: z.infer<typeof TimedItinerary>
  }
  refused: z.infer<typeof PAYLOADS.refused>
  begun: z.infer<typeof PAYLOADS.begun>
  'checked-in': z.infer<(typeof PAYLOADS)['checked-in']>
  deviated: z.infer<typeof PAYLOADS.deviated>
  done: z.infer<typeof PAYLOADS.done>
  reopened: { note: string }
}
export type AnyMissionEvent = {
  [Kind in MissionEventKind]: { readonly kind: Kind; readonly payload: MissionPayloads[Kind] }
}[MissionEventKind]

const StoredEvent = z.object({
  id: z.uuid(),
  missionId: z.uuid(),
  ordinal: z.number().int(),
  kind: MissionEventKind,
  happenedAt: Instant,
  recordedAt: Instant,
  recordedBy: z.uuid().nullable(),
  /** Null also when the caller may not see who it was. */
  recordedByName: z.string().nullable(),
  payload: z.custom<AnyMissionEvent['payload']>((value) => typeof value === 'object' && value !== null),
})
export const MissionEvent = StoredEvent
export type MissionEvent = Omit<z.infer<typeof StoredEvent>, 'kind' | 'payload'> & AnyMissionEvent

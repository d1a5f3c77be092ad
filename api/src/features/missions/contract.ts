import type { WhatIf as SupposedDay } from '@borne/geodata/road-state/suppose-ground'
import { z } from 'zod'
import { Day, Instant } from '../../contract-kit/time.ts'
import { DueReason } from './due-contract.ts'
import { MissionEvent, MissionStatus } from './event-contract.ts'
import { BrokenRule, Id, Name, Note, Plan, Question, TimedItinerary, VisitFields } from './plan-contract.ts'
import { AllowanceRate, FuelPrice } from './settings-contract.ts'

export type { DueReason, DueReasonKind, DueVisit, DueVisits } from './due-contract.ts'
export type {
  AnyMissionEvent,
  MissionEvent,
  MissionEventInput,
  MissionEventKind,
  MissionPayloads,
  MissionStatus,
} from './event-contract.ts'
export {
  MOST_DAYS,
  MOST_NIGHT_PLACES,
  MOST_TEAM_VEHICLES,
  MOST_TEAMS,
  MOST_VISITS,
} from './plan-contract.ts'
export type {
  AllowanceRate,
  FuelPrice,
  MissionAreaRow,
  MissionPlaceRow,
  MissionRuleRow,
  MissionSettings,
  Vehicle,
  VisitRequest,
} from './settings-contract.ts'

const MANY = 1000

/** Somebody who travels. */
export const TeamPerson = z.object({
  name: Name,
  /** As the rates of allowance name it: «chauffeur». */
  role: Name,
  phone: z.string().max(60),
  /** In which team; null = not decided yet. */
  teamId: Id.nullable(),
})
export type TeamPerson = z.infer<typeof TeamPerson>

const MissionTeamInput = z.object({
  id: Id,
  name: Name,
  vehicleIds: z.array(z.uuid()).max(MANY),
  hasEscort: z.boolean(),
})
/** A visit of a mission: what the plan needs, what for, and the reasons that it was due for. */
export const MissionVisitInput = VisitFields.extend({
  purpose: z.string().max(1000),
  reasons: z.array(DueReason).max(50),
})
export type MissionVisitInput = z.infer<typeof MissionVisitInput>

export const MissionInput = z.object({
  reference: z.string().trim().min(1).max(60),
  title: z.string().trim().min(1).max(300),
  purpose: Note,
  /** Both included. */
  from: Day,
  until: Day,
  people: z.array(TeamPerson).max(60),
  /** What is paid from it. */
  budgetLine: z.string().max(200),
  startPlaceId: z.uuid().nullable(),
  endPlaceId: z.uuid().nullable(),
  nightPlaceIds: z.array(z.uuid()).max(MANY),
  teams: z.array(MissionTeamInput).max(MANY),
  visits: z.array(MissionVisitInput).max(MANY),
  /** Null as long as nothing is planned. */
  plan: Plan.nullable(),
})
export type MissionInput = z.infer<typeof MissionInput>
/** A change names the version that it was made on: a stale one gets a 409 with the current mission. */
export const MissionChangeInput = MissionInput.extend({ version: z.number().int() })
export type MissionChangeInput = z.infer<typeof MissionChangeInput>
export const MissionVersion = z.object({ version: z.coerce.number().int() })
export const MissionParams = z.object({ missionId: z.uuid() })
export const MissionTrackParams = MissionParams.extend({ trackId: z.uuid() })

/** The paper that clears a mission. */
export const Clearance = z.object({ number: z.string(), from: Day, until: Day })

/** Somebody under way who was to be heard of by now. */
export const Overdue = z.object({
  teamId: Id,
  teamName: z.string(),
  /** Where the team was to arrive; null: a radio check on the way. */
  placeName: z.string().nullable(),
  /** By when at the latest, nine times of ten. */
  expectedBy: Instant,
  minutesLate: z.number().int(),
  lastHeardAt: Instant.nullable(),
})
export type Overdue = z.infer<typeof Overdue>

const Named = z.object({ id: z.uuid(), name: z.string() })
const Summary = {
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  status: MissionStatus,
  from: Day,
  until: Day,
  vehicles: z.array(Named),
  posts: z.array(Named.extend({ visitedOn: Day.nullable() })),
  clearance: Clearance.nullable(),
  /** Of a mission under way. */
  overdue: z.array(Overdue),
  isDemonstration: z.boolean(),
  version: z.number().int(),
  updatedAt: Instant,
}
/** A line of the list. */
export const MissionRow = z.object(Summary)
export type MissionRow = z.infer<typeof MissionRow>
export const MissionsQuery = z.object({
  status: MissionStatus.optional(),
  postId: z.uuid().optional(),
  vehicleId: z.uuid().optional(),
})
export type MissionsQuery = z.infer<typeof MissionsQuery>
export const MissionRows = z.object({ items: z.array(MissionRow) })
export type MissionRows = z.infer<typeof MissionRows>

export const Mission = MissionInput.omit({ people: true })
  .extend({
    ...Summary,
    /** Null when the caller may not see who travels. */
    people: z.array(TeamPerson).nullable(),
    /** In the order of their recording. */
    events: z.array(MissionEvent),
    trackIds: z.array(z.uuid()),
    /** What the caller may record now. */
    mayRecord: z.array(z.string()),
  })
  .meta({ id: 'Mission' })
export type Mission = Omit<z.infer<typeof Mission>, 'events'> & { readonly events: MissionEvent[] }

/** `DrivenLeg` of geodata. */
const DrivenLeg = z.object({
  departedAt: Instant.nullable(),
  arrivedAt: Instant,
  seconds: z.number().nullable(),
  metres: z.number(),
})
/** The legs of the plan that was cleared as tracks tell them; null: no track reaches its end. */
export const DrivenDays = z.object({
  days: z.array(z.object({ teamId: Id, date: Day, legs: z.array(DrivenLeg.nullable()) })),
  /** Tracks of the mission whose file is there and has instants. */
  readTrackCount: z.number().int(),
})
export type DrivenDays = z.infer<typeof DrivenDays>

/** All that a browser needs to plan by itself. */
export const MissionQuestionAnswer = z.object({
  question: Question,
  plan: Plan.nullable(),
  /** Of the mission. */
  version: z.number().int(),
  allowanceRates: z.array(AllowanceRate),
  fuelPrices: z.array(FuelPrice),
  /** Visits and places that could not be asked: no position, archived, or not the caller's to see. */
  leftOut: z.array(
    z.object({
      id: Id,
      kind: z.enum(['visit', 'night-place', 'vehicle']),
      reason: z.enum(['no-position', 'archived', 'unknown', 'no-night', 'not-ready']),
    }),
  ),
})
export type MissionQuestionAnswer = z.infer<typeof MissionQuestionAnswer>

/** `WhatIf` of geodata: a day on which the roads are taken to be worse than is known. */
export const WhatIf = z.object({
  date: Day,
  /** Every wadi without a bridge is cut. */
  cutsWadis: z.boolean(),
  /** Closures that are taken to hold then, whenever they do. */
  closureIds: z.array(z.uuid()).max(1000),
}) satisfies z.ZodType<SupposedDay>

const Asked = {
  /** One of the two. */
  missionId: z.uuid().optional(),
  question: Question.optional(),
  whatIf: WhatIf.nullable().optional(),
}
export const PlanInput = z.object({
  ...Asked,
  /** How long it is looked for; what is found first comes at once. */
  seconds: z.number().min(0.05).max(10).default(2),
  /** Looked for in so many steps, however long they take: the same question, seed and steps give the same plan. */
  steps: z.number().int().min(1).max(20_000).optional(),
  seed: z.number().int().min(0).max(2_147_483_647).default(1),
})
export type PlanInput = z.infer<typeof PlanInput>
/** A plan that was changed by hand. */
export const TimeInput = z.object({ ...Asked, plan: Plan })
export type TimeInput = z.infer<typeof TimeInput>

/** Why is that visit not in the plan? */
export const ExplainInput = TimeInput.extend({ visitId: Id })

export const TimeAnswer = z.object({
  plan: Plan,
  itinerary: TimedItinerary,
  /** By the independent checker. */
  broken: z.array(BrokenRule),
})
export type TimeAnswer = z.infer<typeof TimeAnswer>

/** `DroppedReason` of geodata. */
export const DroppedReason = z.discriminatedUnion('code', [
  z.object({
    code: z.enum([
      'has-room',
      'never-open',
      'no-way',
      'hours',
      'dates',
      'pin',
      'order',
      'another-team',
      'another-day',
    ]),
  }),
  z.object({ code: z.literal('rule'), ruleId: Id }),
  z.object({ code: z.literal('longer-days'), minutes: z.number() }),
  z.object({ code: z.literal('instead-of'), visitIds: z.array(Id) }),
])
export const DroppedVisit = z.object({
  visitId: Id,
  /** Null: not looked into; `POST /missions/explain` does. */
  reasons: z.array(DroppedReason).nullable(),
})
export type DroppedVisit = z.infer<typeof DroppedVisit>
/** `ConflictPart` of geodata. */
export const ConflictPart = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rule'), ruleId: Id }),
  z.object({ kind: z.enum(['visit', 'hours', 'dates', 'pin', 'order']), visitId: Id }),
  z.object({ kind: z.literal('fuel-stop'), placeId: Id }),
])
export type ConflictPart = z.infer<typeof ConflictPart>

/** A plan that was searched. With `Accept: application/x-ndjson` one on each line, each better than the one before. */
export const PlanAnswer = TimeAnswer.extend({
  /** Whether a better one may still come. */
  isLast: z.boolean(),
  /** Of the visits that are left out; filled in the last answer. */
  dropped: z.array(DroppedVisit),
  /** Rules and demands that exclude each other, where what is required cannot be had; null where it can. */
  conflict: z.array(ConflictPart).nullable(),
  computeMilliseconds: z.number(),
})
export type PlanAnswer = z.infer<typeof PlanAnswer>

import type {
  BrokenMissionRule,
  Itinerary,
  MissionPlan,
  MissionQuestion,
} from '@borne/geodata/itinerary/mission-types'
import { RULE_KINDS, VISIT_PRIORITIES } from '@borne/geodata/itinerary/mission-types'
import type { Polygon } from 'geojson'
import { z } from 'zod'
import { Position } from '../../contract-kit/geojson.ts'
import { Day, Instant } from '../../contract-kit/time.ts'

/** What a mission may hold; more is refused with these figures. */
export const MOST_VISITS = 60
export const MOST_DAYS = 14
export const MOST_TEAMS = 4
export const MOST_TEAM_VEHICLES = 6
export const MOST_NIGHT_PLACES = 20
export const MOST_PLAN_POINTS = 60
/** Contracts let more through, so that the rule can answer with its figures. */
const MANY = 1000

export const Id = z.string().min(1).max(80)
export const Name = z.string().trim().min(1).max(200)
export const Note = z.string().max(4000)
export const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
export const Weekdays = z.array(z.number().int().min(1).max(7)).min(1).max(7)
export const MonthDay = z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/)
export const Minutes = z.number().int().min(0).max(1440)
export const Litres = z.number().min(0).max(2000)
export const VisitPriority = z.enum(VISIT_PRIORITIES)

/** When something is open; what closes before it opens runs over midnight. */
export const Hours = z.object({
  weekdays: Weekdays.nullable(),
  date: Day.nullable(),
  opens: Clock,
  closes: Clock,
})
export type Hours = z.infer<typeof Hours>

export const VisitFields = z.object({
  /** Of the mission alone. */
  id: Id,
  /** A post or a place of the missions. */
  placeId: z.uuid(),
  minutes: Minutes.min(1),
  priority: VisitPriority,
  hours: z.array(Hours).max(20),
  earliest: Day.nullable(),
  latest: Day.nullable(),
  pinnedDate: Day.nullable(),
  pinnedTeamId: Id.nullable(),
  afterVisitId: Id.nullable(),
})

export const RuleDemand = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daylight'), afterSunriseMinutes: Minutes, beforeSunsetMinutes: Minutes }),
  z.object({ kind: z.literal('driving-day'), hours: z.number().min(0).max(24) }),
  z.object({
    kind: z.literal('driving-stretch'),
    hours: z.number().positive().max(24),
    restMinutes: Minutes,
  }),
  z.object({ kind: z.literal('convoy'), vehicles: z.number().int().min(1).max(20) }),
  z.object({ kind: z.literal('fuel-reserve'), share: z.number().min(0).max(1) }),
  z.object({ kind: z.literal('radio-check'), everyMinutes: Minutes.min(1) }),
  z.object({ kind: z.literal('clearance'), from: Day, until: Day }),
  z.object({ kind: z.literal('no-entry') }),
  z.object({ kind: z.literal('escort') }),
  z.object({ kind: z.literal('border-crossing') }),
  z.object({ kind: z.literal('no-driving'), weekdays: Weekdays, opens: Clock, closes: Clock }),
])
export const RuleLevel = z.enum(['forbid', 'warn'])
export const RuleKind = z.enum(RULE_KINDS)
export const RuleFields = z.object({
  name: Name,
  level: RuleLevel,
  demand: RuleDemand,
  areaId: z.uuid().nullable(),
  season: z.object({ starts: MonthDay, ends: MonthDay }).nullable(),
  /** Of a vehicle of the roads: `four-wheel-drive`. */
  profileId: z.string().max(60).nullable(),
  source: z.string().max(2000),
})

const Polygons = z.custom<Polygon>(
  (value) => typeof value === 'object' && value !== null && 'type' in value && value.type === 'Polygon',
)
const QuestionPlace = z.object({
  id: Id,
  name: z.string().max(300),
  position: Position,
  allowsNight: z.boolean(),
  sellsFuel: z.boolean(),
})
const QuestionVehicle = z.object({
  id: Id,
  name: z.string().max(300),
  profileId: z.string().max(60),
  seats: z.number().int().min(0).max(100),
  tankLitres: Litres,
  spareLitres: Litres,
})
const QuestionTeam = z.object({
  id: Id,
  name: z.string().max(300),
  vehicles: z.array(QuestionVehicle).max(MANY),
  hasEscort: z.boolean(),
})

/** `MissionQuestion` of geodata: all that a plan rests on, apart from travel. */
export const Question = z.object({
  dates: z.array(Day).min(1).max(MANY),
  teams: z.array(QuestionTeam).min(1).max(MANY),
  startPlaceId: Id,
  endPlaceId: Id,
  nightPlaceIds: z.array(Id).max(MANY),
  places: z.array(QuestionPlace).min(1).max(MANY),
  visits: z.array(VisitFields.extend({ placeId: Id })).max(MANY),
  areas: z.array(z.object({ id: Id, name: z.string().max(300), polygon: Polygons })).max(MANY),
  rules: z.array(RuleFields.extend({ id: Id, areaId: Id.nullable() })).max(MANY),
}) satisfies z.ZodType<MissionQuestion>

const ViaPoint = z.object({ position: Position, name: z.string().max(300).nullable() })
/** `ForcedWay` of geodata. */
const ForcedWay = z.object({ fromPlaceId: Id, toPlaceId: Id, via: z.array(ViaPoint).min(1).max(MANY) })

/** `MissionPlan` of geodata. */
export const Plan = z.object({
  days: z
    .array(
      z.object({
        teamId: Id,
        date: Day,
        visitIds: z.array(Id).max(MANY),
        endPlaceId: Id,
        forcedWays: z.array(ForcedWay).max(MANY).optional(),
      }),
    )
    .max(MANY),
  droppedVisitIds: z.array(Id).max(MANY),
}) satisfies z.ZodType<MissionPlan>

const Seconds = z.number()
const Leg = z.object({
  fromPlaceId: Id,
  toPlaceId: Id,
  hasWay: z.boolean(),
  ignoresAreas: z.boolean(),
  departsAt: Instant,
  arrivesAt: Instant,
  arrivesP90At: Instant,
  driveSeconds: Seconds,
  restSeconds: Seconds,
  metres: z.number(),
  litres: z.number(),
  via: z.array(ViaPoint.extend({ passes: Position.nullable() })).optional(),
})
const PlannedVisit = z.object({
  visitId: Id,
  arrivesAt: Instant,
  beginsAt: Instant,
  endsAt: Instant,
  waitSeconds: Seconds,
  marginSeconds: Seconds.nullable(),
})
/** `Itinerary` of geodata. */
export const TimedItinerary = z.object({
  days: z.array(
    z.object({
      teamId: Id,
      date: Day,
      startPlaceId: Id,
      endPlaceId: Id,
      sunrise: Instant,
      sunset: Instant,
      legs: z.array(Leg),
      visits: z.array(PlannedVisit),
      driveSeconds: Seconds,
      waitSeconds: Seconds,
      visitSeconds: Seconds,
      metres: z.number(),
      litres: z.number(),
    }),
  ),
  droppedVisitIds: z.array(Id),
}) satisfies z.ZodType<Itinerary>

/** `BrokenMissionRule` of geodata. */
export const BrokenRule = z.object({
  ruleId: Id.nullable(),
  kind: z.enum([...RULE_KINDS, 'no-way', 'via', 'hours', 'dates', 'pin', 'order', 'night', 'end']),
  level: RuleLevel,
  teamId: Id,
  date: Day,
  leg: z.number().int().nullable(),
  visitId: Id.nullable(),
  excess: z.number(),
  unit: z.enum(['minutes', 'metres', 'litres', 'vehicles', 'days', 'count']),
}) satisfies z.ZodType<BrokenMissionRule>

import { CURRENCIES } from '@borne/geodata/works/types'
import { z } from 'zod'
import { Position } from '../../contract-kit/geojson.ts'
import { Day } from '../../contract-kit/time.ts'
import { Hours, Litres, Minutes, Name, Note, RuleFields, VisitPriority } from './plan-contract.ts'

/** What stands around the missions: vehicles, places, areas, rules, rates, prices, and what was asked for. */
const Version = z.number().int()
/** A change names the version that it was made on. */
export const Versioned = z.object({ version: Version })
const Stored = { id: z.uuid(), isDemonstration: z.boolean(), version: Version }
export const SettingParams = z.object({ missionRowId: z.uuid() })

export const VehicleState = z.enum(['ready', 'workshop', 'away'])
export const VehicleInput = z.object({
  name: Name,
  registration: z.string().trim().min(1).max(40),
  /** Of the vehicles of the roads: `GET /api/roads/vehicles`. */
  profileId: z.string().min(1).max(60),
  seats: z.number().int().min(1).max(60),
  tankLitres: Litres.positive(),
  spareLitres: Litres,
  /** Call sign or kind of radio; empty = none. */
  radio: z.string().max(200),
  state: VehicleState,
  note: Note,
  isArchived: z.boolean(),
})
export const Vehicle = VehicleInput.extend(Stored)
export type Vehicle = z.infer<typeof Vehicle>

export const MissionPlaceInput = z.object({
  name: Name,
  position: Position,
  allowsNight: z.boolean(),
  sellsFuel: z.boolean(),
  /** Hakem, wali, brigade: visited first where custom asks. */
  isAuthority: z.boolean(),
  /** Opening hours that a visit here begins with. */
  hours: z.array(Hours).max(20),
  /** Who answers there, and how. */
  contact: z.string().max(500),
  note: Note,
  isArchived: z.boolean(),
})
export const MissionPlaceRow = MissionPlaceInput.extend({
  ...Stored,
  /** Null when the caller may not see it. */
  contact: z.string().nullable(),
})
export type MissionPlaceRow = z.infer<typeof MissionPlaceRow>

export const MissionAreaInput = z.object({
  name: Name,
  /** A GeoJSON polygon. Any JSON is let through here: the rule answers with what is wrong with it. */
  polygon: z.unknown(),
  note: Note,
  isArchived: z.boolean(),
})
export const MissionAreaRow = MissionAreaInput.extend({
  ...Stored,
  polygon: z.object({ type: z.literal('Polygon'), coordinates: z.array(z.array(Position)) }),
})
export type MissionAreaRow = z.infer<typeof MissionAreaRow>

export const MissionRuleInput = RuleFields.extend({
  /** Nobody has confirmed it yet: shown as «à vérifier avec l’officier de sécurité». */
  isExample: z.boolean(),
  /** A rule that is not active is kept and asked of no plan. */
  isActive: z.boolean(),
})
export const MissionRuleRow = MissionRuleInput.extend(Stored)
export type MissionRuleRow = z.infer<typeof MissionRuleRow>

export const Currency = z.enum(CURRENCIES)
const AmountMinor = z.number().int().min(0).max(1_000_000_000_000)

/** What a person gets for a night away, or for a day without one, from a day on. */
export const AllowanceRateInput = z.object({
  /** Of the role in the team: «chauffeur», «chef de mission». */
  role: Name,
  validFrom: Day,
  nightMinor: AmountMinor,
  dayMinor: AmountMinor,
  currency: Currency,
  source: z.string().max(500),
  isArchived: z.boolean(),
})
export const AllowanceRate = AllowanceRateInput.extend(Stored)
export type AllowanceRate = z.infer<typeof AllowanceRate>

/** What a litre costs from a day on. */
export const FuelPriceInput = z.object({
  fuel: z.enum(['diesel', 'petrol']),
  validFrom: Day,
  perLitreMinor: AmountMinor,
  currency: Currency,
  source: z.string().max(500),
  isArchived: z.boolean(),
})
export const FuelPrice = FuelPriceInput.extend(Stored)
export type FuelPrice = z.infer<typeof FuelPrice>

/** Somebody asks that a post be visited. */
export const VisitRequestInput = z.object({
  postId: z.uuid(),
  /** What for. */
  subject: Name,
  /** Who asks: an office, a firm, an authority. */
  askedBy: z.string().trim().max(200),
  minutes: Minutes.min(1),
  earliest: Day.nullable(),
  latest: Day.nullable(),
  priority: VisitPriority,
  note: Note,
  /** Answered, or no longer wanted. */
  isClosed: z.boolean(),
})
export const VisitRequest = VisitRequestInput.extend({ ...Stored, postName: z.string() })
export type VisitRequest = z.infer<typeof VisitRequest>

/** All of it, as each change answers with; named, because many routes answer with it. */
export const MissionSettings = z
  .object({
    vehicles: z.array(Vehicle),
    places: z.array(MissionPlaceRow),
    areas: z.array(MissionAreaRow),
    rules: z.array(MissionRuleRow),
    allowanceRates: z.array(AllowanceRate),
    fuelPrices: z.array(FuelPrice),
    requests: z.array(VisitRequest),
  })
  .meta({ id: 'MissionSettings' })
export type MissionSettings = z.infer<typeof MissionSettings>

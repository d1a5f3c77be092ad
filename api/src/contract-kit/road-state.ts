import { GROUNDS, HIGHWAYS, SMOOTHNESSES } from '@borne/geodata/road-network/road-codes'
import {
  CLOSURE_CAUSES,
  CLOSURE_EFFECTS,
  EXPOSURES,
  LEVELS,
  type SeasonCalendar as SeasonCalendarType,
  type VehicleProfile as VehicleProfileType,
} from '@borne/geodata/road-state/types'
import { z } from 'zod'

export const ClosureEffect = z.enum(CLOSURE_EFFECTS)
export type ClosureEffect = z.infer<typeof ClosureEffect>
export const ClosureCause = z.enum(CLOSURE_CAUSES)
export type ClosureCause = z.infer<typeof ClosureCause>

/** In how many days a report of that cause loses half of its confidence, unless its reporter says otherwise. Assumption. */
export const HALF_LIFE_DAYS: Readonly<Record<ClosureCause, number>> = {
  wadi: 7,
  river: 14,
  flood: 14,
  works: 60,
  collapse: 90,
  security: 14,
  other: 14,
}

const Kmh = z.number().positive().max(150)
const Factor = z.number().min(0).max(1)
/** A firm track is faster than one of which nothing is known. */
const TrackFactor = z.number().min(0).max(3)
const SlowingFactor = z.number().positive().max(1)
const Words = z.string().trim().min(1)

/** `08-15`. Whether there is such a day, and whether phases overlap, is told by the rule that names the field. */
const MonthDay = z.string().regex(/^\d\d-\d\d$/)

/** What may be changed of a vehicle; its id and its mode of travel stay. */
export const VehicleSettings = z.object({
  nameFr: Words.max(60),
  nameEn: Words.max(60),
  passesFourWheelDrive: z.boolean(),
  kmhByHighway: z.partialRecord(z.enum(HIGHWAYS), Kmh).refine((speeds) => Object.keys(speeds).length > 0),
  byGround: z.record(z.enum(GROUNDS), z.object({ dry: Factor, wet: Factor })),
  byTrackGrade: z.tuple([TrackFactor, TrackFactor, TrackFactor, TrackFactor, TrackFactor]),
  bySmoothness: z.array(Factor).length(SMOOTHNESSES.length),
  topKmh: Kmh,
  litresPer100KmByGround: z.record(z.enum(GROUNDS), z.number().min(0).max(200)),
  ferry: z.object({ kmh: Kmh, waitMinutes: z.number().min(0).max(1440) }).nullable(),
  crossCountryKmh: Kmh,
  detourFactor: z.number().min(1).max(5),
  maxConnectorMetres: z.number().min(0).max(50_000),
  source: Words.max(2000),
})
export const VehicleProfile = VehicleSettings.extend({
  id: z.string(),
  mode: z.enum(['car', 'lorry', 'motorbike', 'foot', 'boat']),
}) satisfies z.ZodType<VehicleProfileType>
export type VehicleProfile = z.infer<typeof VehicleProfile>

const SeasonPhase = z.object({
  starts: MonthDay,
  ends: MonthDay,
  nameFr: Words.max(100),
  nameEn: Words.max(100),
  effects: z
    .array(z.object({ on: z.enum(EXPOSURES), level: z.enum(LEVELS), speedFactor: SlowingFactor }))
    .max(EXPOSURES.length),
})

/** What may be changed of a season calendar; its id and its regime stay. */
export const CalendarSettings = z.object({
  nameFr: Words.max(100),
  nameEn: Words.max(100),
  source: Words.max(2000),
  reachMetres: z.number().positive().max(20_000).nullable(),
  phases: z.array(SeasonPhase).max(24),
})
export const SeasonCalendar = CalendarSettings.extend({
  id: z.string(),
  regime: z.enum(['wadi', 'river']),
}) satisfies z.ZodType<SeasonCalendarType>
export type SeasonCalendar = z.infer<typeof SeasonCalendar>

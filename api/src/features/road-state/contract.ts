import { z } from 'zod'
import { AnyGeometry, BooleanParam } from '../../contract-kit/geojson.ts'
import { PageQuery, page } from '../../contract-kit/page.ts'
import {
  CalendarSettings,
  ClosureCause,
  ClosureEffect,
  SeasonCalendar,
  VehicleProfile,
  VehicleSettings,
} from '../../contract-kit/road-state.ts'
import { Day, Instant } from '../../contract-kit/time.ts'

export {
  CalendarSettings,
  ClosureCause,
  ClosureEffect,
  HALF_LIFE_DAYS,
  VehicleSettings,
} from '../../contract-kit/road-state.ts'

/** Of a vehicle or a calendar: 0 as long as it is the product's own. */
const Stored = { version: z.number().int(), updatedAt: Instant.nullable() }
const MadeOn = { version: z.number().int().min(0) }

export const Vehicle = VehicleProfile.extend(Stored)
export type Vehicle = z.infer<typeof Vehicle>
export const Vehicles = z.object({ items: z.array(Vehicle) })
export const VehicleInput = VehicleSettings.extend(MadeOn)
export const VehicleParams = z.object({ vehicleId: z.string().max(60) })

export const Calendar = SeasonCalendar.extend(Stored)
export type Calendar = z.infer<typeof Calendar>
export const Calendars = z.object({ items: z.array(Calendar) })
export const CalendarInput = CalendarSettings.extend(MadeOn)
export const CalendarParams = z.object({ calendarId: z.string().max(60) })

export const VersionInput = z.object(MadeOn)

const AskedClosures = {
  date: Day.optional().describe('Day of which confidence and effect are told; today without it'),
  includePast: BooleanParam.default(false).describe('With those that had ended or been lifted by that day'),
}
export const ClosuresExportQuery = z.object(AskedClosures)
export const ClosuresQuery = PageQuery.extend({
  ...AskedClosures,
  limit: z.coerce.number().int().min(1).max(1000).default(500),
})
export type ClosuresQuery = z.infer<typeof ClosuresQuery>

export const Closure = z.object({
  id: z.uuid(),
  geometry: AnyGeometry,
  effect: ClosureEffect,
  /** Multiplies the speed where the effect lets pass. */
  speedFactor: z.number(),
  cause: ClosureCause,
  /** Null when the caller may not see it. */
  note: z.string().nullable(),
  startsAt: Instant,
  /** It expires then; null: when it is lifted. */
  endsAt: Instant.nullable(),
  reportedAt: Instant,
  /** The person's name; null when the caller may not see it, when the account is gone, and for a fictional closure. */
  reportedBy: z.string().nullable(),
  /** The caller reported it, and may change and lift it. */
  isOwn: z.boolean(),
  confirmedAt: Instant,
  halfLifeDays: z.number().int(),
  liftedAt: Instant.nullable(),
  isDemonstration: z.boolean(),
  version: z.number().int(),
  withheld: z.array(z.enum(['note', 'reportedBy'])),
  /** 0–1 on the asked day: it halves in `halfLifeDays` after `confirmedAt`. */
  confidence: z.number(),
  /** Whether it changes the roads on the asked day. */
  isActing: z.boolean(),
})
export type Closure = z.infer<typeof Closure>
export const Closures = page(Closure).extend({ date: Day })
export type Closures = z.infer<typeof Closures>

export const ClosureParams = z.object({ closureId: z.uuid() })

const ClosureFields = z.object({
  /** A GeoJSON point, line or area. Any JSON is let through here: the rule answers with what is wrong with it. */
  geometry: z.unknown(),
  effect: ClosureEffect,
  speedFactor: z.number().positive().max(1),
  cause: ClosureCause,
  note: z.string().max(2000),
  startsAt: Instant,
  endsAt: Instant.nullable(),
  halfLifeDays: z.number().int().min(1).max(365),
})

export const ClosureInput = ClosureFields.partial({
  speedFactor: true,
  note: true,
  startsAt: true,
  endsAt: true,
  halfLifeDays: true,
}).extend({
  /** Chosen by who reports: the same report sent again is kept once. */
  id: z.uuid().optional(),
})
export type ClosureInput = z.infer<typeof ClosureInput>

/** A change names the version that it was made on: a stale one gets a 409 with the current closure. */
export const ClosureChangeInput = ClosureFields.partial().extend({ version: z.number().int() })
export type ClosureChangeInput = z.infer<typeof ClosureChangeInput>

/** What a closure was before a change; null before its first version. */
export const ClosureChange = z.object({
  version: z.number().int(),
  action: z.enum(['created', 'updated', 'confirmed', 'lifted', 'restored']),
  changedAt: Instant,
  changedBy: z.string().nullable(),
  before: z
    .object({
      geometry: AnyGeometry,
      effect: ClosureEffect,
      speedFactor: z.number(),
      cause: ClosureCause,
      note: z.string(),
      startsAt: z.string(),
      endsAt: z.string().nullable(),
      halfLifeDays: z.number(),
    })
    .nullable(),
})
export type ClosureChange = z.infer<typeof ClosureChange>
export const ClosureChanges = z.object({ items: z.array(ClosureChange) })

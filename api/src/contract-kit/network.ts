import { GROUND_STATES, LEVELS } from '@borne/geodata/road-state/types'
import { z } from 'zod'
import { ClosureCause } from './road-state.ts'

/** How far the network may be trusted: on a map · published but of unknown course · guessed across a gap. */
export const RoadGrade = z.enum(['mapped', 'documented', 'presumed'])
export const Surface = z.enum(['road', 'track', 'ferry'])
export const ConditionLevel = z.enum(LEVELS)
export type RoadGrade = z.infer<typeof RoadGrade>
export type Surface = z.infer<typeof Surface>
export type ConditionLevel = z.infer<typeof ConditionLevel>

/** A day, `2026-08-15`. Whether there is such a day is told by the rule that names the field. */
export const IsoDate = z.string().regex(/^\d{4}-\d\d-\d\d$/)

const Flag = z.enum(['true', 'false'])
/** What every question to the road network carries: the permissions, the day and the vehicle. */
export const NetworkQuery = z.object({
  crossing: Flag.default('false').describe('Allow leaving Mauritania, and ferries'),
  documented: Flag.default('true').describe('Use published roads whose course is unknown'),
  presumed: Flag.default('false').describe('Use connectors across the gaps of the map'),
  presumedMetres: z.coerce
    .number()
    .min(0)
    .max(20_000)
    .default(15_000)
    .describe('Longest gap that a presumed connector may bridge'),
  date: IsoDate.optional().describe(
    'Day of which the state of the roads counts; absent: dry, without closures',
  ),
  vehicle: z.string().max(40).default('4x4').describe('Id of a vehicle'),
  avoid: z
    .string()
    .max(4000)
    .optional()
    .describe('Areas to avoid: rings of «lon,lat» separated by «;», areas separated by «|»; at most 10'),
})
export type NetworkQuery = z.infer<typeof NetworkQuery>

/** What an engine of another make cannot tell or does not obey. */
export const EngineLimit = z.enum([
  'season',
  'closures',
  'local-edits',
  'vehicle-speeds',
  'crossing-rule',
  'grades',
  'classes',
  'causes',
  'off-road',
  'boats',
])
export type EngineLimit = z.infer<typeof EngineLimit>

/** What an answer says of the state that it used. */
export const StateUsed = z.object({
  /** Null: the dry season without closures. */
  date: z.string().nullable(),
  vehicle: z.object({ id: z.string(), nameFr: z.string(), nameEn: z.string() }),
  /** Version of the network that counts on the day. */
  network: z.object({ id: z.number(), label: z.string() }),
  /** Parts of the season calendars that hold on the day. */
  phases: z.array(z.object({ calendarId: z.string(), nameFr: z.string(), nameEn: z.string() })),
  groundState: z.enum(GROUND_STATES),
  /** Closures that act on the day. */
  closureCount: z.number().int(),
  /** Those of them that touch no road of the network. */
  unboundClosureIds: z.array(z.string()),
  /** Accepted corrections of the network that count on the day. */
  editCount: z.number().int(),
  /** Edges whose time was taught by recorded passages. */
  learnedEdgeCount: z.number().int(),
  avoidedAreaCount: z.number().int(),
  /** What answered, and which of the above it cannot obey or tell. */
  engine: z.object({ name: z.enum(['own', 'valhalla']), limits: z.array(EngineLimit) }),
})
export type StateUsed = z.infer<typeof StateUsed>

/** Why a stretch is closed or bad: a phase of a calendar, a closure, a correction, an area that was to be avoided. */
export const RoadCause = z.object({
  kind: z.enum(['season', 'closure', 'edit', 'avoided']),
  level: ConditionLevel,
  /** Id of the calendar, the closure or the correction; null for an area. */
  id: z.string().nullable(),
  /** Of a season. */
  nameFr: z.string().nullable(),
  nameEn: z.string().nullable(),
  /** Of a closure. */
  cause: ClosureCause.nullable(),
  since: z.string().nullable(),
  until: z.string().nullable(),
  /** 0 to 1, of a closure. */
  confidence: z.number().nullable(),
})
export type RoadCause = z.infer<typeof RoadCause>

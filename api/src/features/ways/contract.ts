import { z } from 'zod'
import { AnyGeometry, Position } from '../../contract-kit/geojson.ts'

/** How far the network may be trusted: on a map · published but of unknown course · guessed across a gap. */
export const RoadGrade = z.enum(['mapped', 'documented', 'presumed'])
export const Surface = z.enum(['road', 'track', 'ferry'])
export type RoadGrade = z.infer<typeof RoadGrade>
export type Surface = z.infer<typeof Surface>

const Flag = z.enum(['true', 'false'])
/** The three permissions that every question to the network carries. */
export const NetworkOptions = z.object({
  crossing: Flag.default('false').describe('The way may leave Mauritania and use ferries'),
  documented: Flag.default('true').describe('Use published roads whose course is unknown'),
  presumed: Flag.default('false').describe('Use connectors across the gaps of the map'),
})
export type NetworkOptions = z.infer<typeof NetworkOptions>

export const WayQuery = NetworkOptions.extend({
  stops: z
    .string()
    .max(2000)
    .describe('Two or more stops separated by «;»: a post id, or lon,lat. At most 20'),
  by: z.enum(['time', 'distance']).default('time'),
})
export type WayQuery = z.infer<typeof WayQuery>

export const WayStop = z.object({
  label: z.string(),
  postId: z.string().nullable(),
  position: Position,
  snappedPosition: Position.nullable(),
  offRoadMetres: z.number().nullable(),
  isPositionUnconfirmed: z.boolean(),
})
export const WayShare = z.object({ lengthMetres: z.number(), seconds: z.number() })
export const WayCrossing = z.object({
  position: Position,
  from: z.string(),
  to: z.string(),
  byFerry: z.boolean(),
})

/** Why there is no known way between two stops, and what could be allowed to find one. */
export const NoWay = z.object({
  reason: z.enum([
    'stop-off-network',
    'needs-crossing',
    'needs-presumed',
    'needs-documented',
    'no-known-track',
  ]),
  fromStop: z.number().int(),
  toStop: z.number().int(),
  smallestGap: z
    .object({ lengthMetres: z.number(), position: Position, nearSettlement: z.string().nullable() })
    .nullable(),
  /** Present when the named option would give a way. */
  offer: z.enum(['crossing', 'presumed', 'documented']).nullable(),
})
export type NoWay = z.infer<typeof NoWay>

export const WayLeg = z.object({
  fromStop: z.number().int(),
  toStop: z.number().int(),
  found: z.boolean(),
  lengthMetres: z.number().nullable(),
  seconds: z.number().nullable(),
  byGrade: z.record(RoadGrade, WayShare),
  bySurface: z.record(Surface, WayShare),
  crossings: z.array(WayCrossing),
  noWay: NoWay.nullable(),
})
export type WayLeg = z.infer<typeof WayLeg>

export const Way = z.object({
  stops: z.array(WayStop),
  legs: z.array(WayLeg),
  /** Null as soon as one leg is missing: a partial sum would pass for the whole. */
  lengthMetres: z.number().nullable(),
  seconds: z.number().nullable(),
  /** Line pieces with grade, surface, leg and whether they lie outside Mauritania. */
  pieces: z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(
      z.object({
        type: z.literal('Feature'),
        geometry: AnyGeometry,
        properties: z.object({
          leg: z.number().int(),
          grade: RoadGrade,
          surface: Surface,
          highway: z.string(),
          isAbroad: z.boolean(),
        }),
      }),
    ),
  }),
  vehicle: z.literal('4x4'),
  season: z.literal('dry'),
  computeMilliseconds: z.number(),
  attribution: z.string(),
})
export type Way = z.infer<typeof Way>

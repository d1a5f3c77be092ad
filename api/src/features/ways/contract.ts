import { z } from 'zod'
import { AnyGeometry, Position } from '../../contract-kit/geojson.ts'
import { NetworkQuery, RoadGrade, Surface } from '../../contract-kit/network.ts'

export { RoadGrade, Surface }
export const NetworkPermission = z.enum(['crossing', 'documented', 'presumed'])
export type NetworkPermission = z.infer<typeof NetworkPermission>

export const WayQuery = NetworkQuery.extend({
  stops: z
    .string()
    .max(2000)
    .describe('Two or more stops separated by «;»: a post id, or lon,lat. At most 20'),
  by: z.enum(['time', 'distance']).default('time'),
})
export type WayQuery = z.infer<typeof WayQuery>

export const NearSettlement = z.object({ name: z.string(), distanceMetres: z.number() })
export const WayStop = z.object({
  /** The post's name; null for a point. */
  name: z.string().nullable(),
  postId: z.string().nullable(),
  position: Position,
  /** Nearest named settlement, to call a point by. */
  near: NearSettlement.nullable(),
  snappedPosition: Position.nullable(),
  /** From the stop to the nearest usable road, as the crow flies; not in the way's length. */
  offRoadMetres: z.number().nullable(),
  isPositionUnconfirmed: z.boolean(),
  uncertaintyMetres: z.number().nullable(),
  isDemonstration: z.boolean(),
})
export type WayStop = z.infer<typeof WayStop>
export const WayShare = z.object({ lengthMetres: z.number(), seconds: z.number() })
export type WayShare = z.infer<typeof WayShare>
export const WayCrossing = z.object({
  position: Position,
  /** ISO 3166 alpha-3 of the country left and of the country entered. */
  from: z.string(),
  to: z.string(),
  byFerry: z.boolean(),
  near: NearSettlement.nullable(),
})
export type WayCrossing = z.infer<typeof WayCrossing>

/** Something that could be allowed by hand, and what it would give. */
export const WayOffer = z.object({
  allow: z.array(NetworkPermission),
  /** The length limit that presumed connectors then need; null when they are not part of the offer. */
  presumedMetres: z.number().nullable(),
  lengthMetres: z.number(),
  seconds: z.number(),
})
export type WayOffer = z.infer<typeof WayOffer>
/** Why there is no known way between two stops, and what could be allowed to find one. */
export const NoWay = z.object({
  reason: z.enum(['stop-off-network', 'needs-permission', 'no-known-track']),
  /** The stops, counted from 0, that lie too far from any road. */
  offNetworkStops: z.array(z.number().int()),
  /** The stops that lie beyond the border, which is not to be crossed. */
  acrossBorderStops: z.array(z.number().int()),
  /** The longest of the gaps that must be bridged when they are kept as short as possible. */
  smallestGap: z
    .object({
      lengthMetres: z.number(),
      /** The straight line across it. */
      line: z.array(Position),
      nearSettlement: z.string().nullable(),
    })
    .nullable(),
  /** How many gaps of the map lie on that way. */
  gapCount: z.number().int(),
  /** The smallest sets of permissions that give a way, least doubtful first. */
  offers: z.array(WayOffer),
})
export type NoWay = z.infer<typeof NoWay>

export const WayLeg = z.object({
  /** Stops of the question, counted from 0. */
  fromStop: z.number().int(),
  toStop: z.number().int(),
  lengthMetres: z.number().nullable(),
  seconds: z.number().nullable(),
  byGrade: z.record(RoadGrade, WayShare),
  bySurface: z.record(Surface, WayShare),
  crossings: z.array(WayCrossing),
  /** Null when a way was found. */
  noWay: NoWay.nullable(),
})
export type WayLeg = z.infer<typeof WayLeg>

export const WayPiece = z.object({
  leg: z.number().int(),
  grade: RoadGrade,
  surface: Surface,
  highway: z.string(),
  isAbroad: z.boolean(),
})
export type WayPiece = z.infer<typeof WayPiece>

export const Way = z.object({
  stops: z.array(WayStop),
  legs: z.array(WayLeg),
  /** Null as soon as one leg is missing: a partial sum would pass for the whole. */
  lengthMetres: z.number().nullable(),
  seconds: z.number().nullable(),
  byGrade: z.record(RoadGrade, WayShare).nullable(),
  bySurface: z.record(Surface, WayShare).nullable(),
  crossingCount: z.number().int(),
  /** Line pieces in the order of travel. */
  pieces: z.object({
    type: z.literal('FeatureCollection'),
    features: z.array(z.object({ type: z.literal('Feature'), geometry: AnyGeometry, properties: WayPiece })),
  }),
  vehicle: z.literal('4x4'),
  season: z.literal('dry'),
  computeMilliseconds: z.number(),
  attribution: z.string(),
})
export type Way = z.infer<typeof Way>

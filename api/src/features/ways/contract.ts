import { GROUNDS, HIGHWAYS } from '@borne/geodata/road-network/road-codes'
import { TURN_KINDS } from '@borne/geodata/road-network/turn-kinds'
import { z } from 'zod'
import { AnyGeometry, Position } from '../../contract-kit/geojson.ts'
import {
  ConditionLevel,
  NetworkQuery,
  RoadCause,
  RoadGrade,
  StateUsed,
  Surface,
} from '../../contract-kit/network.ts'

export { ConditionLevel, RoadCause, RoadGrade, StateUsed, Surface }
export const NetworkPermission = z.enum(['crossing', 'documented', 'presumed'])
export type NetworkPermission = z.infer<typeof NetworkPermission>

export const WayQuery = NetworkQuery.extend({
  stops: z
    .string()
    .max(2000)
    .describe('Two or more stops separated by «;»: a post id, or lon,lat. At most 20'),
  by: z.enum(['time', 'distance']).default('time'),
  alternatives: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Between two stops, tell up to two other ways'),
  onward: z
    .string()
    .max(40)
    .optional()
    .describe(
      'Id of the vehicle that waits on the far side of a crossing by pirogue; absent: no crossing by pirogue',
    ),
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
  /** The stretch between the stop and the road, told apart and in no sum; null when the stop lies on the road. */
  connector: z
    .object({
      /** The straight line lengthened by the vehicle's detour factor. */
      lengthMetres: z.number(),
      /** At the vehicle's speed over open ground; null for one that does not leave the road. */
      seconds: z.number().nullable(),
      /** Longer than the vehicle goes over open ground. */
      isTooLong: z.boolean(),
    })
    .nullable(),
  isPositionUnconfirmed: z.boolean(),
  uncertaintyMetres: z.number().nullable(),
  isDemonstration: z.boolean(),
})
export type WayStop = z.infer<typeof WayStop>
export const WayShare = z.object({ lengthMetres: z.number(), seconds: z.number() })
export type WayShare = z.infer<typeof WayShare>
/** What is driven on each ground; null litres: the vehicle has no figure (on foot), or there is no way. */
export const WayFuel = z.record(z.enum(GROUNDS), WayShare.extend({ litres: z.number().nullable() }))
export type WayFuel = z.infer<typeof WayFuel>
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
  /** `closed`: on another day, or without the closures, there is a way. */
  reason: z.enum(['stop-off-network', 'closed', 'needs-permission', 'no-known-track']),
  /** What closes the way on that day, in the order of travel, on the way that the fewest closed metres would open. */
  closedBy: z.array(RoadCause.extend({ position: Position, near: NearSettlement.nullable() })),
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

/** A step of the list of turns. The words are made where they are read: `turn-words.ts` of geodata. */
export const WayTurn = z.object({
  kind: z.enum(TURN_KINDS),
  position: Position,
  /** From the start of the leg. */
  atMetres: z.number(),
  atSeconds: z.number(),
  /** To the next step. */
  lengthMetres: z.number(),
  seconds: z.number(),
  name: z.string().nullable(),
  highway: z.enum(HIGHWAYS),
  grade: RoadGrade,
  exit: z.number().int().nullable(),
  /** Country that a border crossing enters. */
  iso3: z.string().nullable(),
  /** Direction in which one goes on, clockwise from north. */
  bearingDegrees: z.number().nullable(),
})
export type WayTurn = z.infer<typeof WayTurn>

export const WayLeg = z.object({
  /** Stops of the question, counted from 0. */
  fromStop: z.number().int(),
  toStop: z.number().int(),
  lengthMetres: z.number().nullable(),
  seconds: z.number().nullable(),
  byGrade: z.record(RoadGrade, WayShare),
  bySurface: z.record(Surface, WayShare),
  /** By the vehicle's litres per 100 km on each ground; null where it has none, or no way was found. */
  litres: z.number().nullable(),
  byGround: WayFuel,
  /** Nine times in ten it takes less; null when no way was found. */
  p90Seconds: z.number().nullable(),
  /** Share of the length on which recorded passages taught the time, and the least number of them there. */
  taught: z.object({ share: z.number(), leastPassages: z.number().int() }).nullable(),
  crossings: z.array(WayCrossing),
  turns: z.array(WayTurn),
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
  /** State of the stretch on the day. */
  level: ConditionLevel,
})
export type WayPiece = z.infer<typeof WayPiece>

const WayPieces = z.object({
  type: z.literal('FeatureCollection'),
  features: z.array(z.object({ type: z.literal('Feature'), geometry: AnyGeometry, properties: WayPiece })),
})

export const OtherWay = z.object({
  lengthMetres: z.number(),
  seconds: z.number(),
  litres: z.number().nullable(),
  p90Seconds: z.number(),
  /** Share of its length that it has in common with the first way. */
  sharedShare: z.number(),
  pieces: WayPieces,
})
export type OtherWay = z.infer<typeof OtherWay>

export const PirogueWay = z.object({
  seconds: z.number(),
  lengthMetres: z.number(),
  waitSeconds: z.number(),
  stages: z.array(
    z.object({
      vehicle: z.string(),
      lengthMetres: z.number(),
      seconds: z.number(),
      /** Of the stage's own vehicle: litres of different fuels make no sum. */
      litres: z.number().nullable(),
      /** Where it begins, and the settlement near it. */
      position: Position,
      near: NearSettlement.nullable(),
      pieces: WayPieces,
    }),
  ),
})
export type PirogueWay = z.infer<typeof PirogueWay>

export const Way = z.object({
  stops: z.array(WayStop),
  legs: z.array(WayLeg),
  /** Null as soon as one leg is missing: a partial sum would pass for the whole. */
  lengthMetres: z.number().nullable(),
  seconds: z.number().nullable(),
  byGrade: z.record(RoadGrade, WayShare).nullable(),
  bySurface: z.record(Surface, WayShare).nullable(),
  litres: z.number().nullable(),
  byGround: WayFuel.nullable(),
  crossingCount: z.number().int(),
  /** Line pieces in the order of travel. */
  pieces: WayPieces,
  /** Sum over the legs taken as one journey; null as `seconds`. */
  p90Seconds: z.number().nullable(),
  /** Other ways between two stops, when asked: not much longer, and elsewhere for the most part. */
  alternatives: z.array(OtherWay),
  /** By road, then by pirogue, then on; null when not asked, or when there is none. */
  byPirogue: PirogueWay.nullable(),
  state: StateUsed,
  computeMilliseconds: z.number(),
  attribution: z.string(),
})
export type Way = z.infer<typeof Way>

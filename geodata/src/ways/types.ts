import type { FeatureCollection, LineString } from 'geojson'
import type { Position } from '../geometry/position.ts'
import type { Turn } from '../road-network/describe-turns.ts'
import type { RoadGraph } from '../road-network/graph.ts'
import type { FuelByGround } from '../road-network/measure-fuel.ts'
import type { NetworkSegment, NetworkSettlement } from '../road-network/places.ts'
import type {
  NetworkOptions,
  Permission,
  RoadGrade,
  RoutePiece,
  RouteShare,
  Surface,
} from '../road-network/types.ts'
import type { RoadConditions } from '../road-state/conditions.ts'
import type { ToldCause } from '../road-state/describe-cause.ts'

/** The roads, with what parts and names the places along them. */
export interface WayNetwork {
  readonly graph: RoadGraph
  /** The border of Mauritania. */
  readonly borders: readonly NetworkSegment[]
  readonly settlements: readonly NetworkSettlement[]
}

/** For whom, on which day and with which permissions ways are asked. */
export interface WayQuestion<S = unknown> {
  readonly network: WayNetwork
  readonly options: NetworkOptions & { readonly conditions: RoadConditions }
  /** What the answer says of the state of the roads; handed through. */
  readonly state: S
}

/** A stop whose position is known: a post of the register, or a point. */
export interface PlacedStop {
  readonly postId: string | null
  readonly name: string | null
  readonly position: Position
  readonly isPositionUnconfirmed: boolean
  readonly uncertaintyMetres: number | null
  readonly isDemonstration: boolean
}

export interface NearPlace {
  name: string
  distanceMetres: number
}

export interface ToldStop extends PlacedStop {
  /** Nearest named settlement, to call a point by. */
  near: NearPlace | null
  snappedPosition: Position | null
  /** From the stop to the nearest usable road, as the crow flies; not in the way's length. */
  offRoadMetres: number | null
  /** The stretch between the stop and the road, in no sum; null when the stop lies on the road. */
  connector: { lengthMetres: number; seconds: number | null; isTooLong: boolean } | null
}

export interface ToldCrossing {
  position: Position
  /** ISO 3166 alpha-3 of the country left and of the country entered. */
  from: string
  to: string
  byFerry: boolean
  near: NearPlace | null
}

/** Something that could be allowed by hand, and what it would give. */
export interface WayOffer extends RouteShare {
  allow: Permission[]
  /** The length limit that presumed connectors then need; null when they are not part of the offer. */
  presumedMetres: number | null
}

/** Why there is no known way between two stops, and what could be allowed to find one. */
export interface NoWay {
  /** `closed`: on another day, or without the closures, there is a way. */
  reason: 'stop-off-network' | 'closed' | 'needs-permission' | 'no-known-track'
  /** What closes the way on that day, in the order of travel. */
  closedBy: (ToldCause & { position: Position; near: NearPlace | null })[]
  /** Stops, counted from 0, that lie too far from any road. */
  offNetworkStops: number[]
  /** Stops that lie beyond the border, which is not to be crossed. */
  acrossBorderStops: number[]
  /** The longest of the gaps that must be bridged when they are kept as short as possible. */
  smallestGap: { lengthMetres: number; line: Position[]; nearSettlement: string | null } | null
  /** How many gaps of the map lie on that way. */
  gapCount: number
  /** The smallest sets of permissions that give a way, least doubtful first. */
  offers: WayOffer[]
}

export interface FoundLeg {
  /** Stops of the question, counted from 0. */
  fromStop: number
  toStop: number
  lengthMetres: number | null
  seconds: number | null
  byGrade: Record<RoadGrade, RouteShare>
  bySurface: Record<Surface, RouteShare>
  /** Null where the vehicle has no figure, and where no way was found. */
  litres: number | null
  byGround: FuelByGround
  /** Nine times in ten it takes less. */
  p90Seconds: number | null
  taught: { share: number; leastPassages: number } | null
  crossings: ToldCrossing[]
  turns: Turn[]
  /** Null when a way was found. */
  noWay: NoWay | null
}

export type DrawnPiece = Pick<RoutePiece, 'grade' | 'surface' | 'highway' | 'isAbroad' | 'level'> & {
  leg: number
}
export type DrawnPieces = {
  type: 'FeatureCollection'
  features: { type: 'Feature'; geometry: LineString; properties: DrawnPiece }[]
} & FeatureCollection<LineString, DrawnPiece>

export interface OtherFoundWay extends RouteShare {
  litres: number | null
  p90Seconds: number
  /** Share of its length that it has in common with the first way. */
  sharedShare: number
  pieces: DrawnPieces
}

export interface FoundPirogueWay extends RouteShare {
  waitSeconds: number
  stages: (RouteShare & {
    vehicle: string
    litres: number | null
    /** Where it begins. */
    position: Position
    near: NearPlace | null
    pieces: DrawnPieces
  })[]
}

export interface FoundWay<S> {
  stops: ToldStop[]
  legs: FoundLeg[]
  /** Null as soon as one leg is missing: a partial sum would pass for the whole. */
  lengthMetres: number | null
  seconds: number | null
  byGrade: Record<RoadGrade, RouteShare> | null
  bySurface: Record<Surface, RouteShare> | null
  litres: number | null
  byGround: FuelByGround | null
  crossingCount: number
  /** In the order of travel. */
  pieces: DrawnPieces
  p90Seconds: number | null
  alternatives: OtherFoundWay[]
  byPirogue: FoundPirogueWay | null
  state: S
}

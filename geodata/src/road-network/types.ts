import type { Position } from '../geometry/position.ts'
import type { RoadConditions } from '../road-state/conditions.ts'
import type { ConditionLevel, IsoDate } from '../road-state/types.ts'
import type { AccessMask, Ground, Highway, Smoothness } from './road-codes.ts'

/** How far a stretch may be trusted: on a map · published but of unknown course · guessed across a gap. */
export type RoadGrade = 'mapped' | 'documented' | 'presumed'
export type Surface = 'road' | 'track' | 'ferry'
export type RoadStructure = 'bridge' | 'ford' | 'tunnel'
/** A permission that a question to the network may grant. */
export type Permission = 'crossing' | 'documented' | 'presumed'

/** A row of `road_edge`: a stretch of road between two nodes. */
export interface RoadEdgeRecord {
  id: number
  /** Node ids of the first and the last coordinate. */
  u: number
  v: number
  /** OSM class: trunk … track, path, ferry. */
  highway: string
  /** Published or measured length; the length of `coordinates` may differ (simplified or schematic). */
  lengthMetres: number
  /** Passable from `u` to `v` only. */
  isOneway: boolean
  isFerry: boolean
  structure: RoadStructure | null
  grade: 'mapped' | 'documented'
  /** Country in which the middle of the stretch lies; null = not known, treated as abroad. */
  iso3: string | null
  coordinates: readonly Position[]
  name?: string | null
  /** From OSM `surface`; absent = `unknown`. */
  ground?: Ground
  /** OSM `tracktype`, 1 the firmest to 5. */
  trackGrade?: 1 | 2 | 3 | 4 | 5 | null
  smoothness?: Smoothness | null
  maxKmh?: number | null
  /** Part of a roundabout, from OSM `junction`. */
  isRoundabout?: boolean
  /** Who may go from `u` to `v`, and back. Absent: everyone, on foot only against `isOneway`. */
  accessForward?: AccessMask
  accessBackward?: AccessMask
}

/** After `fromEdge` one may not turn into `toEdge` at `viaNode`. `only_…` restrictions are written as these. */
export interface TurnRestriction {
  fromEdge: number
  viaNode: number
  toEdge: number
  /** To whom it applies. */
  modes: AccessMask
}

/** A row of `road_gap`: a straight line across a hole of the map. It is not a road. */
export interface RoadGapRecord {
  id: string
  lengthMetres: number
  /** Ids of the edges on which the line begins and ends. */
  roadA: number
  roadB: number
  coordinates: readonly [Position, Position]
}

/** A road that people added to the network; see `RoadEdit`. */
export interface RoadAddition {
  /** Id of the edit. */
  id: string
  highway: Highway
  ground: Ground | null
  name: string | null
  /** Country of its middle. */
  iso3: string | null
  validFrom: IsoDate | null
  validUntil: IsoDate | null
  coordinates: readonly Position[]
}

export interface RoadNetworkRecords {
  edges: readonly RoadEdgeRecord[]
  gaps?: readonly RoadGapRecord[]
  restrictions?: readonly TurnRestriction[]
  additions?: readonly RoadAddition[]
  /** Courses of wadis and other watercourses, where roads without a bridge are cut when they run. */
  wadis?: readonly (readonly Position[])[]
  /** Courses of the rivers whose plain floods. */
  floodRivers?: readonly (readonly Position[])[]
  /** Border lines, to place the crossings of a way; without them a crossing is told at the nearest node. */
  borders?: readonly (readonly Position[])[]
}

/** The permissions that every question carries. See `DEFAULT_NETWORK_OPTIONS` in `arc-costs.ts`. */
export interface NetworkOptions {
  /** The way may leave Mauritania and use ferries. Default false. */
  allowCrossing: boolean
  /** Published roads whose course is unknown. Default true. */
  allowDocumented: boolean
  /** Connectors across the gaps of the map. Default false. */
  allowPresumed: boolean
  /** Longest gap that `allowPresumed` lets through. Default 15 000, the longest in the data. */
  maxPresumedMetres: number
  /** The state of the roads, for one vehicle (`compileRoadState`). Default: a 4×4 in the dry season. */
  conditions?: RoadConditions
}

export interface RouteOptions extends NetworkOptions {
  /** What is made smallest. */
  by: 'time' | 'distance'
}

/** A position brought onto the network (`snapToRoad`). */
export interface SnappedPoint {
  /** As asked. */
  position: Position
  /** On the road. */
  snappedPosition: Position
  /** Distance between the two; no part of any route length or time. */
  offRoadMetres: number
  /** Index of the edge inside the graph (not an id of a row). */
  edge: number
  /** Id of the row in `road_edge`, or of the gap. */
  edgeId: number | string
  /** 0 at the edge's first node, 1 at its last. */
  fraction: number
}

export interface RouteShare {
  lengthMetres: number
  seconds: number
}

/** An edge, or a part of one, as it is driven. */
export interface Passage extends RouteShare {
  /** Index inside the graph. */
  edge: number
  /** Places of the edge, 0 its first node and 1 its last; driven backwards where `to` is the smaller. */
  from: number
  to: number
  coordinates: Position[]
}

/** Consecutive stretches of a way that are alike in class, grade, surface, state and side of the border. */
export interface RoutePiece extends RouteShare {
  highway: string
  grade: RoadGrade
  surface: Surface
  isAbroad: boolean
  /** State of the stretch on the day. */
  level: ConditionLevel
  coordinates: Position[]
}

/** Where a way goes over the border. */
export interface RouteCrossing {
  position: Position
  /** Country codes in the direction of travel. */
  fromIso3: string
  toIso3: string
  byFerry: boolean
  /** Along the way from its start. */
  atMetres: number
}

export interface Route extends RouteShare {
  from: SnappedPoint
  to: SnappedPoint
  /** Rows of `road_edge` and gaps that are driven on, in order. */
  edgeIds: (number | string)[]
  /** The edges as they are driven, in order; the first and the last may be of no length. */
  passages: Passage[]
  pieces: RoutePiece[]
  byGrade: Record<RoadGrade, RouteShare>
  bySurface: Record<Surface, RouteShare>
  crossings: RouteCrossing[]
}

/** A stretch of the way between two points; null where no way is known. Same order as the stops. */
export type Leg = Route | null

/** `seconds[from][to]`; `Infinity` = no way. */
export interface TravelTimes {
  seconds: number[][]
}

/** Times from one or more starts to every node of the graph (`findReachTimes` in `travel-times.ts`). */
export interface ReachTimes {
  options: NetworkOptions
  starts: readonly SnappedPoint[]
  /** Beyond this many seconds nothing was looked at. */
  cutoffSeconds: number
  /** By node index, in hundredths; `CLOSED` = not reached. */
  nodeCentiseconds: Int32Array
  /** By node index: place in `starts` of the nearest; meaningless where not reached. */
  nodeStart: Int32Array
}

/** A part of an edge that is reached within the cutoff, drawn in the direction of the edge. */
export interface ReachedEdge {
  edgeId: number | string
  highway: string
  grade: RoadGrade
  surface: Surface
  isAbroad: boolean
  lengthMetres: number
  /** Least and greatest time of arrival on this part. */
  fromSeconds: number
  toSeconds: number
  /** Smallest of the asked band limits that is not below `toSeconds`. */
  bandSeconds: number
  coordinates: Position[]
}

/** Why no way is known, and what would open one. */
export interface NoWayReason {
  reason: 'needs-crossing' | 'needs-documented' | 'needs-presumed' | 'no-known-track'
  /** The single permission that opens a way, the least doubtful first: documented, presumed, crossing. */
  offer: Permission | null
  /** The decisive gap: the longest of those needed when the needed gaps are kept as short as possible. */
  smallestGap: GapOnTheWay | null
  /** All gaps on that way, in order of travel. */
  gaps: GapOnTheWay[]
}

export interface GapOnTheWay {
  gapId: string
  lengthMetres: number
  /** Middle of the gap. */
  position: Position
  /** Nearest of the given settlements. */
  nearSettlement: string | null
}

export interface NamedPlace {
  name: string
  position: Position
}

/*
 * The functions, one file each:
 *   buildRoadGraph(records: RoadNetworkRecords): RoadGraph                                    build-graph.ts
 *   snapToRoad(graph, position, options: NetworkOptions, maxMetres?): SnappedPoint | null     snap.ts
 *   findRoute(graph, from: SnappedPoint, to: SnappedPoint, options: RouteOptions): Route | null       route.ts
 *   explainNoWay(graph, from: SnappedPoint, to: SnappedPoint, options, settlements): NoWayReason      explain-no-way.ts
 *   findTravelTimes(graph, froms: SnappedPoint[], tos: SnappedPoint[], options): TravelTimes  travel-times.ts
 *   findReachTimes(graph, starts: SnappedPoint[], options, cutoffSeconds?): ReachTimes        travel-times.ts
 *   secondsTo(graph, times: ReachTimes, point: SnappedPoint): number                          travel-times.ts
 *   findReachedEdges(graph, times: ReachTimes, bandSeconds: number[]): ReachedEdge[]          reached-edges.ts
 */

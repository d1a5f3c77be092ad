import type { Position } from '../geometry/position.ts'
import type { RoadGraph } from '../road-network/graph.ts'
import type { NetworkSegment, NetworkSettlement } from '../road-network/places.ts'
import type { Ground, Highway } from '../road-network/road-codes.ts'
import type { NetworkOptions, RoadAddition } from '../road-network/types.ts'
import type { IsoDate, RoadClosure } from '../road-state/types.ts'
import type { DrawnBorder } from './draw-border.ts'
import type { DrawnRoads } from './draw-roads.ts'

/** How a stretch of border is come to from a road. */
export interface BorderAccess {
  /** Border farther than this from every reached road is out of reach, straight distance. */
  readonly maxMetres: number
  /** Speed of the patrol off the road; null = the stretch off the road takes no time. */
  readonly kmh: number | null
}

/** Where a mapped road or a ferry meets the border line: a computed point, not a post. */
export interface NetworkCrossing {
  readonly id: string
  readonly name: string
  readonly byFerry: boolean
  readonly position: Position
}

/** The roads, with what is measured beside them. */
export interface CoverageNetwork {
  readonly graph: RoadGraph
  /** The border of Mauritania. */
  readonly borders: readonly NetworkSegment[]
  readonly settlements: readonly NetworkSettlement[]
  readonly crossings: readonly NetworkCrossing[]
}

/** What is asked; everything but `minutes` decides the times, which are kept for the next question. */
export interface CoverageQuestion<S> {
  readonly minutes: number
  readonly access: BorderAccess
  /** Count posts whose position is not confirmed. */
  readonly includeUnconfirmed: boolean
  readonly options: NetworkOptions
  /** Where the access to the posts is measured from: the sub-office. null = not asked. */
  readonly office: Position | null
  /** What the answer says of the state of the roads; handed through. */
  readonly state: S
}

/** A post from which coverage may be measured. */
export interface StartPost {
  readonly postId: string
  readonly name: string
  readonly position: Position | null
  readonly isPositionUnconfirmed: boolean
  readonly isDemonstration: boolean
}

export interface CoveragePost extends StartPost {
  isUsed: boolean
  /** Why a post was left out. */
  leftOutBecause: 'unconfirmed' | 'off-network' | 'no-position' | null
  offRoadMetres: number | null
  /** On the road from the sub-office; null = no way that day, or no position. */
  fromOfficeSeconds: number | null
}

export interface CoveredSegment {
  segmentId: string
  name: string
  neighbour: string
  moughataa: string | null
  geometryVersion: string
  lengthMetres: number
  reachedMetres: number
  reachedShare: number
}

/** A stretch of one segment that is out of reach. */
export interface CoverageGap {
  segmentId: string
  /** Along the segment from its start. */
  fromMetres: number
  toMetres: number
  lengthMetres: number
  coordinates: Position[]
  /** The post that comes soonest to some piece of it, and when; null = nobody comes at all. */
  nearest: { postId: string; seconds: number } | null
  /** Named settlements nearest to its middle, straight distance, at most three. */
  settlements: { id: string; name: string; distanceMetres: number }[]
}

/** Times along one segment, one entry a piece, in its direction. */
export interface BorderProfile {
  segmentId: string
  /** Place of the middle of the piece along the segment. */
  atMetres: number[]
  /** Whole seconds to the soonest post; null = nobody comes. */
  p50Seconds: (number | null)[]
  p90Seconds: (number | null)[]
  /** Place in `posts` of that post; null = nobody comes. */
  postIndexes: (number | null)[]
}

export interface CoveredSettlement {
  id: string
  name: string
  nameAr: string | null
  place: string
  population: number | null
  seconds: number
  offRoadMetres: number
  position: Position
}

/** Sum over settlements in reach. */
export interface PopulationRange {
  /** Sum of the known figures, and what it may be within the stated uncertainty. */
  known: number
  low: number
  high: number
  /** Settlements in reach whose population is not known: a class of its own. */
  unknownCount: number
  knownCount: number
}

/** A mapped track or ferry over the border. */
export interface CoveredCrossing {
  id: string
  name: string
  byFerry: boolean
  position: Position
  /** To the soonest post; null = nobody comes. */
  seconds: number | null
  postId: string | null
  /** Comes within the asked minutes. */
  isWatched: boolean
}

/** What belongs to a post: it is the soonest there. Of posts that come at once the first in the list. */
export interface BorderCatchment {
  postId: string
  borderMetres: number
  reachedBorderMetres: number
  crossingCount: number
  settlementCount: number
  population: PopulationRange
  medianSeconds: number | null
}

export interface Redundancy {
  /** Border that exactly one post reaches within the minutes, and that two or more do. */
  onePostMetres: number
  morePostsMetres: number
  /** What is lost if that post closes, most first. */
  byPost: { postId: string; lostMetres: number }[]
}

/** What is reached within the minutes, the roads apart. */
export interface CoverageFigures<S> {
  posts: CoveragePost[]
  minutes: number
  access: BorderAccess
  /** Upper bounds in minutes of the colour classes, smallest first. */
  bands: number[]
  borderMetres: number
  reachedBorderMetres: number
  reachedBorderShare: number
  geometryVersion: string
  /** Of segments whose line has no length: nothing can be measured on them. */
  skippedSegmentIds: string[]
  segments: CoveredSegment[]
  gaps: CoverageGap[]
  profiles: BorderProfile[]
  settlements: CoveredSettlement[]
  population: PopulationRange
  crossings: CoveredCrossing[]
  catchments: BorderCatchment[]
  redundancy: Redundancy
  /** The drawn lines are simplified to this; every length is measured before. */
  drawnToMetres: number
  border: DrawnBorder
  state: S
}

export interface ReachedRoads {
  reachedRoadMetres: number
  /** Simplified as the border is. */
  roads: DrawnRoads
}

export type MeasuredCoverage<S> = CoverageFigures<S> & ReachedRoads

/** A link without which border falls out of reach. */
export interface CriticalLink {
  kind: 'ford' | 'bridge' | 'ferry' | 'closure'
  name: string | null
  position: Position
  edgeId: number | string
  lostMetres: number
  /** Posts whose reach shrinks. */
  postIds: string[]
}

/** A change that a scenario makes to what is stored. */
export type CoverageChange =
  | { kind: 'post-opens'; postId: string }
  /** A post that does not exist. */
  | { kind: 'place-opens'; placeId: string; name: string; position: Position }
  | { kind: 'post-closes'; postId: string }
  /** The posts of a contract open on that day; they count from then on. */
  | { kind: 'works-done'; contractId: string; on: IsoDate }
  | {
      kind: 'road-built'
      roadId: string
      name: string
      highway: Highway
      ground: Ground | null
      coordinates: Position[]
    }
  /** The road nearest to the position is cut. */
  | { kind: 'road-cut'; cutId: string; name: string; position: Position }
  | { kind: 'closure-lifted'; closureId: string }

/** What is served by a new post. */
export type SitingDemand = 'border' | 'crossings' | 'population'

/** A place where a post might stand. */
export interface SitingCandidate {
  id: string
  name: string
  kind: 'settlement' | 'crossing' | 'point'
  position: Position
  /** Whole units of money, or 1 each. */
  cost: number
}

/** A stretch that only one of two measures has in reach. */
export interface DifferentStretch {
  segmentId: string
  /** Along the segment from its start. */
  fromMetres: number
  toMetres: number
  lengthMetres: number
  /** As drawn by the measure that has it in reach. */
  coordinates: Position[]
  /** The post that comes soonest to some piece of it, and when; null = nobody comes. */
  before: { postId: string; seconds: number } | null
  after: { postId: string; seconds: number } | null
}

export interface SegmentDifference {
  segmentId: string
  name: string
  lengthMetres: number
  beforeMetres: number
  afterMetres: number
  gainedMetres: number
  lostMetres: number
}

/** What a second measure has that the first has not, and the other way round. */
export interface CoverageDifference {
  borderMetres: number
  beforeMetres: number
  afterMetres: number
  gainedMetres: number
  lostMetres: number
  segments: SegmentDifference[]
  gained: DifferentStretch[]
  lost: DifferentStretch[]
  /** Gaps of the second measure that meet none of the first; and the other way round. */
  gapsOpened: CoverageGap[]
  gapsClosed: CoverageGap[]
  settlementsGained: CoveredSettlement[]
  settlementsLost: CoveredSettlement[]
  /** Watched in the second measure alone; in the first alone. */
  crossingsGained: CoveredCrossing[]
  crossingsLost: CoveredCrossing[]
  population: { before: PopulationRange; after: PopulationRange }
}

/** What is stored, as far as changes may touch it. */
export interface StoredGround {
  /** All that are known. */
  readonly posts: readonly StartPost[]
  /** Those that count without any change. */
  readonly usedPostIds: readonly string[]
  readonly contractPosts: readonly { readonly contractId: string; readonly postIds: readonly string[] }[]
  readonly closures: readonly RoadClosure[]
}

/** Why a change cannot be made. */
export type ChangeRefusal =
  | 'post-unknown'
  | 'contract-unknown'
  | 'closure-unknown'
  | 'needs-day'
  | 'place-known'
  | 'road-unfit'
/** Why a change changes nothing. */
export type IdleChange = 'already-counts' | 'does-not-count' | 'not-yet' | 'contract-without-posts'

/** What changes make of what is stored. */
export interface ChangedGround {
  posts: StartPost[]
  closures: RoadClosure[]
  /** Roads to build: they need another graph. */
  additions: RoadAddition[]
  /** `index` is the place of the change. */
  refused: { index: number; reason: ChangeRefusal }[]
  idle: { index: number; reason: IdleChange }[]
}

/** Who comes to a place of the border. */
export interface Comers {
  segmentId: string
  /** Of the piece that is nearest to what was asked, along the segment; its middle. */
  atMetres: number
  position: Position
  /** Soonest first; posts without a way are left out. */
  posts: Comer[]
}

export interface Comer {
  postId: string
  p50Seconds: number
  p90Seconds: number
  /** On the road, without the stretch off it. */
  roadSeconds: number
  offRoadSeconds: number
  offRoadMetres: number
  /** Where the road is left. */
  leaves: Position
}

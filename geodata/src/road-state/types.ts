import type { LineString, Point, Polygon } from 'geojson'
import type { Ground, Highway, Mode } from '../road-network/road-codes.ts'

/** What remains possible on a stretch, best first. */
export const LEVELS = ['open', 'slow', 'four-wheel-drive', 'cut'] as const
export type ConditionLevel = (typeof LEVELS)[number]

/**
 * What exposes a stretch to a season.
 * `wadi-…`: it meets a watercourse without a bridge, or is a ford; `flood-plain-…`: it lies within the calendar's
 * `reachMetres` of the river; `wet-ground`: it is not paved. `track` = track, path and the like; `road` = the rest.
 */
export const EXPOSURES = [
  'wadi-on-track',
  'wadi-on-road',
  'flood-plain-track',
  'flood-plain-road',
  'wet-ground',
] as const
export type Exposure = (typeof EXPOSURES)[number]

/** Months and days: `08-15`. */
export type MonthDay = string
/** `2026-08-15`. */
export type IsoDate = string

export interface SeasonEffect {
  on: Exposure
  /** `wet-ground` is always `open`: the vehicle's wet factors tell what it does. */
  level: ConditionLevel
  /** Multiplies the speed where the level lets pass. 0 < factor ≤ 1. */
  speedFactor: number
}

/** Part of a year, both ends included; it may run over the new year. */
export interface SeasonPhase {
  starts: MonthDay
  ends: MonthDay
  nameFr: string
  nameEn: string
  effects: readonly SeasonEffect[]
}

/** When a flood regime does what. The two regimes are independent: wadis rise with the rains, the river peaks after them. */
export interface SeasonCalendar {
  id: string
  regime: 'wadi' | 'river'
  nameFr: string
  nameEn: string
  /** Where the dates come from, in French as the office writes it; an assumption says so. */
  source: string
  /** How far from the river its flood plain is taken to reach; null for wadis. */
  reachMetres: number | null
  /** They do not overlap. Days in no phase are dry: nothing applies. */
  phases: readonly SeasonPhase[]
}

export interface SpeedFactors {
  /** Multiplies the speed of the class where the ground is known. 0 = cannot pass. */
  dry: number
  /** On top of `dry` (or of the class, where the ground is only assumed) while the ground is wet. 0 = cannot pass. */
  wet: number
}

/** Who travels: speeds by class, ground and state, fuel by ground, what may not be used. */
export interface VehicleProfile {
  id: string
  nameFr: string
  nameEn: string
  mode: Mode
  /** Passes where only four-wheel drive does. Walkers and motorbikes may be said to. */
  passesFourWheelDrive: boolean
  /** Dry-season speeds; a class that is missing may not be used. */
  kmhByHighway: Readonly<Partial<Record<Highway, number>>>
  byGround: Readonly<Record<Ground, SpeedFactors>>
  /** Multiplies the speed on `tracktype` grade1 … grade5. 0 = cannot pass. */
  byTrackGrade: readonly [number, number, number, number, number]
  /** Multiplies the speed by OSM `smoothness`, best first (`SMOOTHNESSES`). 0 = cannot pass. */
  bySmoothness: readonly number[]
  /** No faster than this anywhere. */
  topKmh: number
  litresPer100KmByGround: Readonly<Record<Ground, number>>
  /** Boards ferries; null = may not. */
  ferry: { kmh: number; waitMinutes: number } | null
  /** Off the network: speed over open ground. */
  crossCountryKmh: number
  /** Straight line × this = the stretch off the network. */
  detourFactor: number
  /** Longest stretch off the network. */
  maxConnectorMetres: number
  /** Where the figures come from, in French as the office writes it; an assumption says so. */
  source: string
}

export const CLOSURE_EFFECTS = ['cut', 'slow', 'four-wheel-drive'] as const
export type ClosureEffect = (typeof CLOSURE_EFFECTS)[number]
export const CLOSURE_CAUSES = ['wadi', 'river', 'flood', 'works', 'collapse', 'security', 'other'] as const
export type ClosureCause = (typeof CLOSURE_CAUSES)[number]

/** Something reported on the road, at a place, along a line or over an area. Instants are ISO 8601 in UTC. */
export interface RoadClosure {
  id: string
  geometry: Point | LineString | Polygon
  effect: ClosureEffect
  /** For `slow`. 0 < factor ≤ 1. */
  speedFactor: number
  cause: ClosureCause
  startsAt: string
  /** It expires then; null = until lifted. */
  endsAt: string | null
  /** The last time that someone saw it. */
  confirmedAt: string
  /** Its confidence halves in this many days after `confirmedAt`. */
  halfLifeDays: number
}

/** A correction of the network made by people; it lives on when a newer extract is imported. */
export interface RoadEdit {
  id: string
  /** `add`: a road that the map lacks; `change`: another class, ground or length; `remove`: there is no such road. */
  kind: 'add' | 'change' | 'remove'
  geometry: LineString
  highway: Highway | null
  ground: Ground | null
  name: string | null
  /** First and last day on which it holds; null = open. */
  validFrom: IsoDate | null
  validUntil: IsoDate | null
}

/** What passages have taught about an edge in one state of the ground. */
export interface LearnedSpeed {
  /** Natural logarithm of learned time ÷ time by the profile. */
  logFactor: number
  /** Standard deviation of the logarithm of a time. */
  logSpread: number
  passages: number
}

/** In what state of the ground a passage was driven, and to which it speaks. */
export const GROUND_STATES = ['dry', 'wet', 'flooded'] as const
export type GroundState = (typeof GROUND_STATES)[number]

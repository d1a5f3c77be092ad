import type { Polygon } from 'geojson'
import type { Position } from '../geometry/position.ts'
import type { IsoDate, MonthDay } from '../road-state/types.ts'

/** Local time of a day, `07:30`. Mauritania keeps Greenwich's time. */
export type ClockTime = string

/** Where a mission may start, end, sleep, refuel or visit. */
export interface MissionPlace {
  readonly id: string
  readonly name: string
  readonly position: Position
  /** The security officer allows nights here. */
  readonly allowsNight: boolean
  readonly sellsFuel: boolean
}

/** When a visit may take place: it begins and ends inside. */
export interface VisitHours {
  /** 1 Monday to 7 Sunday; null = every day. */
  readonly weekdays: readonly number[] | null
  /** This day alone; null = every day. */
  readonly date: IsoDate | null
  readonly opens: ClockTime
  readonly closes: ClockTime
}

export const VISIT_PRIORITIES = ['required', 'high', 'normal', 'low'] as const
export type VisitPriority = (typeof VISIT_PRIORITIES)[number]

/** Something to be done at a place, once, by one team. */
export interface MissionVisit {
  readonly id: string
  readonly placeId: string
  readonly minutes: number
  readonly priority: VisitPriority
  /** In any order; none = at any hour. */
  readonly hours: readonly VisitHours[]
  readonly earliest: IsoDate | null
  readonly latest: IsoDate | null
  readonly pinnedDate: IsoDate | null
  readonly pinnedTeamId: string | null
  /** Visit that the same team has to have made before: the authority, where custom asks. */
  readonly afterVisitId: string | null
}

export interface MissionVehicle {
  readonly id: string
  readonly name: string
  /** Id of a `VehicleProfile`. */
  readonly profileId: string
  readonly seats: number
  readonly tankLitres: number
  /** Carried in cans. */
  readonly spareLitres: number
}

/** Vehicles that drive together; they go as fast as the slowest of them. */
export interface MissionTeam {
  readonly id: string
  readonly name: string
  readonly vehicles: readonly MissionVehicle[]
  readonly hasEscort: boolean
}

/** Area on the map that rules name. */
export interface MissionArea {
  readonly id: string
  readonly name: string
  readonly polygon: Polygon
}

export type RuleDemand =
  /** On the road only so long after sunrise and so long before sunset. */
  | { readonly kind: 'daylight'; readonly afterSunriseMinutes: number; readonly beforeSunsetMinutes: number }
  | { readonly kind: 'driving-day'; readonly hours: number }
  /** After so many hours at the wheel a rest. */
  | { readonly kind: 'driving-stretch'; readonly hours: number; readonly restMinutes: number }
  /** A team needs so many vehicles. */
  | { readonly kind: 'convoy'; readonly vehicles: number }
  /** What has to be left in tank and cans on reaching fuel, of what they hold. */
  | { readonly kind: 'fuel-reserve'; readonly share: number }
  | { readonly kind: 'radio-check'; readonly everyMinutes: number }
  /** Days on which one may be there. */
  | { readonly kind: 'clearance'; readonly from: IsoDate; readonly until: IsoDate }
  | { readonly kind: 'no-entry' }
  | { readonly kind: 'escort' }
  | { readonly kind: 'border-crossing' }
  /** Nobody drives then. */
  | {
      readonly kind: 'no-driving'
      readonly weekdays: readonly number[]
      readonly opens: ClockTime
      readonly closes: ClockTime
    }

export const RULE_KINDS = [
  'daylight',
  'driving-day',
  'driving-stretch',
  'convoy',
  'fuel-reserve',
  'radio-check',
  'clearance',
  'no-entry',
  'escort',
  'border-crossing',
  'no-driving',
] as const satisfies readonly RuleDemand['kind'][]
export type RuleKind = RuleDemand['kind']

/** A rule as data: what it demands, of whom, where and when, and who says so. */
export interface MissionRule {
  readonly id: string
  readonly name: string
  /** `forbid`: no plan breaks it; `warn`: a plan that breaks it says so. */
  readonly level: 'forbid' | 'warn'
  readonly demand: RuleDemand
  /** null = everywhere. `no-entry` and `escort` need one. */
  readonly areaId: string | null
  /** Part of the year, both ends included, over the new year too; null = always. */
  readonly season: { readonly starts: MonthDay; readonly ends: MonthDay } | null
  /** Of this vehicle profile alone; null = all. */
  readonly profileId: string | null
  readonly source: string
}

/** All that a plan rests on, apart from travel. */
export interface MissionQuestion {
  /** In a row, at least one. */
  readonly dates: readonly IsoDate[]
  readonly teams: readonly MissionTeam[]
  readonly startPlaceId: string
  readonly endPlaceId: string
  /** Where nights may be spent; only those that allow it count. */
  readonly nightPlaceIds: readonly string[]
  readonly places: readonly MissionPlace[]
  readonly visits: readonly MissionVisit[]
  readonly areas: readonly MissionArea[]
  readonly rules: readonly MissionRule[]
}

/** What is asked of the road engine for one team and day. */
export interface TravelAsk {
  readonly date: IsoDate
  /** The profile of each vehicle in the team, sorted, one as often as it drives along; the slowest counts. */
  readonly profileIds: readonly string[]
  /** Areas that this team may not enter on this day. */
  readonly avoidedAreaIds: readonly string[]
  readonly allowCrossing: boolean
}

/** Travel between all places of a question, row by row: `[from * places + to]`; `Infinity` = no way. */
export interface DayTravel {
  readonly seconds: Float64Array
  readonly p90Seconds: Float64Array
  readonly metres: Float64Array
  /** Of all vehicles of the team together. */
  readonly litres: Float64Array
}

export type TravelOf = (ask: TravelAsk) => DayTravel

/** Travel from one place to another (by index) over points in their order. */
export interface WayTravel {
  readonly seconds: number
  readonly p90Seconds: number
  readonly metres: number
  /** Of all vehicles of the team together. */
  readonly litres: number
  /** Where the way passes by each of the points, on the road; null = no road of that day leads by it, and it is left out. */
  readonly passes: readonly (Position | null)[]
}

/** Tells the travel of a forced way; null = no way between the two places, whatever it leads over. */
export type WayOver = (ask: TravelAsk, from: number, to: number, via: readonly Position[]) => WayTravel | null

/** A point that a way is forced over. */
export interface ViaPoint {
  readonly position: Position
  /** Of the place that was chosen; null = a point on the map. */
  readonly name: string | null
}

/** The way that a person wants between two different places that follow each other on a day; else it says nothing. */
export interface ForcedWay {
  readonly fromPlaceId: string
  readonly toPlaceId: string
  /** In the order in which they are passed. */
  readonly via: readonly ViaPoint[]
}

/** What one team does on one day, in order. */
export interface TeamDay {
  readonly teamId: string
  readonly date: IsoDate
  readonly visitIds: readonly string[]
  /** Where the day ends: a place for the night, or the end of the mission. */
  readonly endPlaceId: string
  /** None where the quickest ways are taken. */
  readonly forcedWays?: readonly ForcedWay[]
}

/** Who visits what on which day in what order: all that a person may change by hand. */
export interface MissionPlan {
  /** Day after day for each team, teams in a row. */
  readonly days: readonly TeamDay[]
  readonly droppedVisitIds: readonly string[]
}

/** Travel between two places of a plan. Instants are ISO 8601 in UTC. */
export interface TimedLeg {
  readonly fromPlaceId: string
  readonly toPlaceId: string
  /** Whether the roads of that day lead there at all; where they do not, time and way are told as 0. */
  readonly hasWay: boolean
  /** Only a way through areas, or over a border, that the team may not enter leads there: it is timed and drawn over them. */
  readonly ignoresAreas: boolean
  readonly departsAt: string
  readonly arrivesAt: string
  /** Nine arrivals of ten are not later, delays of the day before it counted. */
  readonly arrivesP90At: string
  readonly driveSeconds: number
  /** Rests, and hours in which nobody drives. */
  readonly restSeconds: number
  readonly metres: number
  readonly litres: number
  /** What the way is forced over, and where it passes by; null = no road of that day does. */
  readonly via?: readonly PassedPoint[]
}

export interface PassedPoint extends ViaPoint {
  readonly passes: Position | null
}

export interface TimedVisit {
  readonly visitId: string
  readonly arrivesAt: string
  readonly beginsAt: string
  readonly endsAt: string
  readonly waitSeconds: number
  /** How much later it could begin with nothing broken; null = there is no limit that day. 0 where something is. */
  readonly marginSeconds: number | null
}

/** A team's day with its times. `legs[i]` leads to `visits[i]`, the last leg to the end of the day. */
export interface TimedDay {
  readonly teamId: string
  readonly date: IsoDate
  readonly startPlaceId: string
  readonly endPlaceId: string
  readonly sunrise: string
  readonly sunset: string
  readonly legs: readonly TimedLeg[]
  readonly visits: readonly TimedVisit[]
  readonly driveSeconds: number
  readonly waitSeconds: number
  readonly visitSeconds: number
  readonly metres: number
  readonly litres: number
}

export interface Itinerary {
  readonly days: readonly TimedDay[]
  readonly droppedVisitIds: readonly string[]
}

/** The course of a leg over the roads, and where it leaves one country for another. */
export interface LegLine {
  readonly coordinates: readonly Position[]
  readonly crossings: readonly { readonly position: Position }[]
}

/** The drawn line of a leg, by its place in `legs`; null = not known, then its ends alone count. */
export type LegLines = (day: TimedDay, leg: number) => LegLine | null

/** Where in an itinerary a rule is broken, and by how much. */
export interface BrokenMissionRule {
  /** Of the question; null for what holds without a rule: no way, a forced way that is not kept, hours of a visit, a pin, a night that is not allowed. */
  readonly ruleId: string | null
  readonly kind: RuleKind | 'no-way' | 'via' | 'hours' | 'dates' | 'pin' | 'order' | 'night' | 'end'
  readonly level: 'forbid' | 'warn'
  readonly teamId: string
  readonly date: IsoDate
  /** Place in `legs` of the day; null = the day as a whole or a visit. */
  readonly leg: number | null
  readonly visitId: string | null
  readonly excess: number
  readonly unit: 'minutes' | 'metres' | 'litres' | 'vehicles' | 'days' | 'count'
}

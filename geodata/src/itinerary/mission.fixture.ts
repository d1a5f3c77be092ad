import type { Polygon } from 'geojson'
import { sphericalMetres } from '../geometry/distance.ts'
import { measureInside } from '../geometry/measure-inside.ts'
import type { Position } from '../geometry/position.ts'
import type {
  DayTravel,
  LegLines,
  MissionArea,
  MissionPlace,
  MissionPlan,
  MissionQuestion,
  MissionRule,
  MissionTeam,
  MissionVisit,
  RuleDemand,
  TravelAsk,
  TravelOf,
  WayOver,
} from './mission-types.ts'

/** Roads of the tests are straight, at this speed, and a way over this latitude leaves the country. */
const METRES_PER_SECOND = 10
const BORDER_LAT = 15

export const BASE: Position = [-12.18, 15.16]

export function place(id: string, position: Position, more: Partial<MissionPlace> = {}): MissionPlace {
  return { id, name: id, position, allowsNight: false, sellsFuel: false, ...more }
}

export function visit(placeId: string, more: Partial<MissionVisit> = {}): MissionVisit {
  return {
    id: placeId,
    placeId,
    minutes: 60,
    priority: 'normal',
    hours: [],
    earliest: null,
    latest: null,
    pinnedDate: null,
    pinnedTeamId: null,
    afterVisitId: null,
    ...more,
  }
}

export function team(id: string, vehicles = 1, more: Partial<MissionTeam> = {}): MissionTeam {
  return {
    id,
    name: id,
    hasEscort: false,
    vehicles: Array.from({ length: vehicles }, (_, i) => ({
      id: `${id}-${i}`,
      name: `${id}-${i}`,
      profileId: 'pickup',
      seats: 5,
      tankLitres: 80,
      spareLitres: 20,
    })),
    ...more,
  }
}

export function rule(id: string, demand: RuleDemand, more: Partial<MissionRule> = {}): MissionRule {
  return {
    id,
    name: id,
    level: 'forbid',
    demand,
    areaId: null,
    season: null,
    profileId: null,
    source: '',
    ...more,
  }
}

/** A box of some tenths of a degree around its middle. */
export function area(id: string, [lon, lat]: Position, degrees: number): MissionArea {
  const [west, east, south, north] = [lon - degrees, lon + degrees, lat - degrees, lat + degrees]
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  const polygon: Polygon = { type: 'Polygon', coordinates: [ring] }
  return { id, name: id, polygon }
}

/** Sélibaby as base with fuel and beds, visits around it. */
export function question(more: Partial<MissionQuestion> = {}): MissionQuestion {
  return {
    dates: ['2026-11-16'],
    teams: [team('A')],
    startPlaceId: 'base',
    endPlaceId: 'base',
    nightPlaceIds: ['base'],
    places: [place('base', BASE, { allowsNight: true, sellsFuel: true })],
    visits: [],
    areas: [],
    rules: [],
    ...more,
  }
}

/** Straight ways at ten metres a second and ten litres per 100 km and vehicle; a tenth takes a quarter longer. */
export function straightTravel({ places, areas }: MissionQuestion): TravelOf {
  const known = new Map<string, DayTravel>()
  const travel = ({ profileIds, avoidedAreaIds, allowCrossing }: TravelAsk): DayTravel => {
    const avoided = areas.filter(({ id }) => avoidedAreaIds.includes(id))
    const touches = avoided.map(({ polygon }) => touching(polygon))
    const metres = Float64Array.from({ length: places.length ** 2 }, (_, leg) => {
      const from = places[Math.floor(leg / places.length)]!.position
      const to = places[leg % places.length]!.position
      if (from === to) return 0
      const isBarred =
        touches.some((touch) => touch([from, to])) || (!allowCrossing && crossing(from, to) !== null)
      return isBarred ? Infinity : sphericalMetres(from, to)
    })
    const seconds = metres.map((each) => each / METRES_PER_SECOND)
    return {
      seconds,
      p90Seconds: seconds.map((each) => 1.25 * each),
      metres,
      litres: metres.map((each) => (each / 10_000) * profileIds.length),
    }
  }
  return (ask) => {
    const key = JSON.stringify(ask)
    if (!known.has(key)) known.set(key, travel(ask))
    return known.get(key)!
  }
}

/** Over straight ways from point to point; beyond `farLat` there is no road. */
export function straightWayOver(asked: MissionQuestion, farLat = 90): WayOver {
  const whole = (ask: TravelAsk, positions: readonly Position[]) => {
    const places = positions.map((position, index) => place(String(index), position))
    const travel = straightTravel({ ...asked, places })(ask)
    const cells = positions.slice(1).map((_, index) => index * places.length + index + 1)
    const sum = (values: Float64Array) => cells.reduce((total, cell) => total + values[cell]!, 0)
    const { seconds, p90Seconds, metres, litres } = travel
    return {
      seconds: sum(seconds),
      p90Seconds: sum(p90Seconds),
      metres: sum(metres),
      litres: sum(litres),
    }
  }
  return (ask, from, to, via) => {
    const passes = via.map((position) => (position[1] > farLat ? null : position))
    const ends = [from, to].map((index) => asked.places[index]!.position)
    const travel = whole(ask, [ends[0]!, ...passes.filter((position) => position !== null), ends[1]!])
    return travel.seconds === Infinity ? null : { ...travel, passes }
  }
}

export function straightLines({ places }: MissionQuestion): LegLines {
  const positionOf = (id: string) => places.find((each) => each.id === id)!.position
  return ({ legs }, leg) => {
    const [from, to] = [positionOf(legs[leg]!.fromPlaceId), positionOf(legs[leg]!.toPlaceId)]
    const via = legs[leg]!.via?.flatMap(({ passes }) => (passes ? [passes] : [])) ?? []
    const coordinates = [from, ...via, to]
    const crossings = coordinates.slice(1).flatMap((end, index) => {
      const position = crossing(coordinates[index]!, end)
      return position ? [{ position }] : []
    })
    return { coordinates, crossings }
  }
}

function touching({ coordinates }: Polygon): (line: [Position, Position]) => boolean {
  const metresInside = measureInside(coordinates as Position[][])
  return ([from, to]) => {
    const near: Position = [from[0] + 1e-7, from[1]]
    const far: Position = [to[0] + 1e-7, to[1]]
    return metresInside([from, to]) > 1 || metresInside([from, near]) > 0 || metresInside([to, far]) > 0
  }
}

function crossing(from: Position, to: Position): Position | null {
  if (from[1] > BORDER_LAT === to[1] > BORDER_LAT) return null
  const share = (BORDER_LAT - from[1]) / (to[1] - from[1])
  return [from[0] + share * (to[0] - from[0]), BORDER_LAT]
}

/** Ways of so many minutes, row by row, whatever is asked; a kilometre and a decilitre a minute, a tenth 20 % slower. */
export function minutesBetween(minutes: readonly (readonly number[])[]): TravelOf {
  const flat = Float64Array.from(minutes.flat())
  const travel: DayTravel = {
    seconds: flat.map((each) => 60 * each),
    p90Seconds: flat.map((each) => 72 * each),
    metres: flat.map((each) => 1000 * each),
    litres: flat.map((each) => each / 10),
  }
  return () => travel
}

/** Lines are not known: the ends of a leg count. */
export const noLines: LegLines = () => null

/** One team, one day, these visits in this order, and home. */
export function dayPlan(asked: MissionQuestion, visitIds: readonly string[]): MissionPlan {
  return {
    days: [{ teamId: asked.teams[0]!.id, date: asked.dates[0]!, visitIds, endPlaceId: asked.endPlaceId }],
    droppedVisitIds: asked.visits.map(({ id }) => id).filter((id) => !visitIds.includes(id)),
  }
}

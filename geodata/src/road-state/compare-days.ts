import type { Feature, FeatureCollection, MultiLineString } from 'geojson'
import type { Position } from '../geometry/position.ts'
import { roundPosition, roundPositions } from '../geometry/round-position.ts'
import { simplifyLine } from '../geometry/simplify-line.ts'
import { explainClosed } from '../road-network/explain-closed.ts'
import { edgeLine, isAbroad, type RoadGraph } from '../road-network/graph.ts'
import { snapToRoad } from '../road-network/snap.ts'
import { findReachTimes, secondsTo } from '../road-network/travel-times.ts'
import type { NamedPlace, NetworkOptions, SnappedPoint } from '../road-network/types.ts'
import { isPassable, type RoadConditions } from './conditions.ts'
import { describeCause, type ToldCause } from './describe-cause.ts'
import { type ConditionLevel, LEVELS } from './types.ts'

/** The roads of both days. */
export interface DayNetwork {
  readonly graph: RoadGraph
  /** By edge index: 1 inside Guidimakha. */
  readonly isInRegion: Uint8Array
  /** Where ways to the posts set out from. */
  readonly start: NamedPlace
}

/** A day, with the permissions of the question and what the answer says of its state. */
export interface AskedDay<S> {
  readonly options: NetworkOptions & { readonly conditions: RoadConditions }
  readonly state: S
}

/** A post of the register that has a position. */
export interface PlacedPost {
  readonly postId: string
  readonly name: string
  readonly position: Position
  readonly isDemonstration: boolean
}

export type LevelMetres = Record<ConditionLevel, number>
export type RoadChange = 'closes' | 'opens' | 'worse' | 'better'

export interface PostOnDay extends PlacedPost {
  /** From the start; null = no way on that day. */
  seconds: number | null
  againstSeconds: number | null
  /** What closes the way, when there is one on a day without cuts. */
  closedBy: ToldCause[]
}

export interface DaysCompared<S> {
  state: S
  againstState: S
  /** Lengths of the roads of Guidimakha by level. */
  metres: LevelMetres
  againstMetres: LevelMetres
  /** Stretches that are not open, worst first. `cause` is a place in `causes`. */
  roads: FeatureCollection<MultiLineString, { level: ConditionLevel; cause: number; lengthMetres: number }>
  causes: ToldCause[]
  difference: FeatureCollection<MultiLineString, { change: RoadChange; lengthMetres: number }>
  posts: PostOnDay[]
  start: { name: string; position: Position }
}

/** Drawn lines are simplified to this: the day is looked at from afar. */
const DRAWN_TO_METRES = 10
const CUT = LEVELS.indexOf('cut')

type Lines<P> = { properties: P; coordinates: Position[][]; lengthMetres: number }

/**
 * What a day makes of the roads, beside another day: levels, difference, and the posts from the start.
 *
 * Server and browser compute it with this one function, so that their answers are the same.
 *
 * @param day Conditions of both days are of `network.graph`.
 */
export function compareDays<S>(
  network: DayNetwork,
  day: AskedDay<S>,
  other: AskedDay<S>,
  posts: readonly PlacedPost[],
): DaysCompared<S> {
  const { graph, start } = network
  const { conditions } = day.options
  const isDrawn = (edge: number) => day.options.allowCrossing || !isAbroad(graph, edge)
  return {
    state: day.state,
    againstState: other.state,
    metres: measureLevels(network, conditions),
    againstMetres: measureLevels(network, other.options.conditions),
    roads: drawLevels(graph, conditions, isDrawn),
    causes: conditions.causes.map(describeCause),
    difference: drawDifference(graph, conditions, other.options.conditions, isDrawn),
    posts: postsOnDay(network, day, other, posts),
    start: { name: start.name, position: roundPosition(start.position) },
  }
}

function measureLevels({ graph, isInRegion }: DayNetwork, { edgeLevel }: RoadConditions): LevelMetres {
  const metres = LEVELS.map(() => 0)
  isInRegion.forEach((isIn, edge) => {
    if (isIn) metres[edgeLevel[edge]!]! += graph.edgeLengthMetres[edge]!
  })
  return Object.fromEntries(LEVELS.map((level, i) => [level, Math.round(metres[i]!)])) as LevelMetres
}

function drawLevels(
  graph: RoadGraph,
  { edgeLevel, edgeCause }: RoadConditions,
  isDrawn: (edge: number) => boolean,
): DaysCompared<unknown>['roads'] {
  const groups = new Map<string, Lines<{ level: ConditionLevel; cause: number }>>()
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (edgeLevel[edge] === 0 || !isDrawn(edge)) continue
    const properties = { level: LEVELS[edgeLevel[edge]!]!, cause: edgeCause[edge]! - 1 }
    addLine(groups, `${properties.level} ${properties.cause}`, properties, graph, edge)
  }
  const worst = (level: ConditionLevel) => -LEVELS.indexOf(level)
  return toCollection(
    [...groups.values()].sort((a, b) => worst(a.properties.level) - worst(b.properties.level)),
  )
}

function drawDifference(
  graph: RoadGraph,
  now: RoadConditions,
  other: RoadConditions,
  isDrawn: (edge: number) => boolean,
): DaysCompared<unknown>['difference'] {
  const groups = new Map<string, Lines<{ change: RoadChange }>>()
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const change = isDrawn(edge) ? changeOf(now, other, edge) : null
    if (change) addLine(groups, change, { change }, graph, edge)
  }
  return toCollection([...groups.values()])
}

function changeOf(now: RoadConditions, other: RoadConditions, edge: number): RoadChange | null {
  const [isOpen, wasOpen] = [isPassable(now, edge), isPassable(other, edge)]
  if (isOpen !== wasOpen) return isOpen ? 'opens' : 'closes'
  const [level, before] = [now.edgeLevel[edge]!, other.edgeLevel[edge]!]
  if (!isOpen || level === before || level === CUT) return null
  return level > before ? 'worse' : 'better'
}

function addLine<P>(
  groups: Map<string, Lines<P>>,
  key: string,
  properties: P,
  graph: RoadGraph,
  edge: number,
): void {
  const group = groups.get(key) ?? { properties, coordinates: [], lengthMetres: 0 }
  groups.set(key, group)
  group.coordinates.push(roundPositions(simplifyLine(edgeLine(graph, edge), DRAWN_TO_METRES)))
  group.lengthMetres += graph.edgeLengthMetres[edge]!
}

function toCollection<P>(
  groups: readonly Lines<P>[],
): FeatureCollection<MultiLineString, P & { lengthMetres: number }> {
  return {
    type: 'FeatureCollection',
    features: groups.map(
      ({
        properties,
        coordinates,
        lengthMetres,
      }): Feature<MultiLineString, P & { lengthMetres: number }> => ({
        type: 'Feature',
        geometry: { type: 'MultiLineString', coordinates },
        properties: { ...properties, lengthMetres: Math.round(lengthMetres) },
      }),
    ),
  }
}

function postsOnDay(
  network: DayNetwork,
  day: AskedDay<unknown>,
  other: AskedDay<unknown>,
  posts: readonly PlacedPost[],
): PostOnDay[] {
  const now = timesFromStart(network, day.options)
  const before = timesFromStart(network, other.options)
  return posts.map(({ postId, name, position, isDemonstration }) => {
    const to = now.snap(position)
    const seconds = now.secondsTo(to)
    const againstSeconds = before.secondsTo(before.snap(position))
    const isClosed = seconds === null && to !== null && now.start !== null
    const closedBy = isClosed
      ? (explainClosed(network.graph, now.start!, to, { ...day.options, by: 'time' }) ?? [])
      : []
    return {
      postId,
      name,
      position,
      isDemonstration,
      seconds,
      againstSeconds,
      closedBy: closedBy.map(({ cause }) => describeCause(cause)),
    }
  })
}

function timesFromStart({ graph, start: place }: DayNetwork, options: NetworkOptions) {
  const snap = (position: Position): SnappedPoint | null => snapToRoad(graph, position, options, 25_000)
  const start = snap(place.position)
  const times = findReachTimes(graph, start ? [start] : [], options)
  return {
    start,
    snap,
    secondsTo(point: SnappedPoint | null): number | null {
      const seconds = point ? secondsTo(graph, times, point) : Number.POSITIVE_INFINITY
      return seconds === Number.POSITIVE_INFINITY ? null : Math.round(seconds)
    },
  }
}

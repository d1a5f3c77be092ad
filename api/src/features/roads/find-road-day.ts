import type { Position } from '@borne/geodata/geometry/position'
import { roundPosition, roundPositions } from '@borne/geodata/geometry/round-position'
import { simplifyLine } from '@borne/geodata/geometry/simplify-line'
import { explainClosed } from '@borne/geodata/road-network/explain-closed'
import { edgeLine, isAbroad, type RoadGraph } from '@borne/geodata/road-network/graph'
import { snapToRoad } from '@borne/geodata/road-network/snap'
import { findReachTimes, secondsTo } from '@borne/geodata/road-network/travel-times'
import type { SnappedPoint } from '@borne/geodata/road-network/types'
import { isPassable, type RoadConditions } from '@borne/geodata/road-state/conditions'
import { describeCause } from '@borne/geodata/road-state/describe-cause'
import { type ConditionLevel, LEVELS } from '@borne/geodata/road-state/types'
import type { RoadQuestion } from '../../platform/road-state.ts'
import type { LevelMetres, PostOnDay, RoadDay } from './contract.ts'
import type { PlacedPost } from './queries.ts'

/** Drawn lines are simplified to this: the day is looked at from afar. */
const DRAWN_TO_METRES = 10
const CUT = LEVELS.indexOf('cut')

type Lines<P> = { properties: P; coordinates: Position[][]; lengthMetres: number }

/** What a day makes of the roads, beside another day: levels, difference, and the posts from the start. */
export function findRoadDay(
  day: RoadQuestion,
  other: RoadQuestion,
  posts: readonly PlacedPost[],
): Omit<RoadDay, 'computeMilliseconds' | 'attribution'> {
  const { network } = day
  const conditions = day.options.conditions
  const otherConditions = other.options.conditions
  const isDrawn = (edge: number) => day.options.allowCrossing || !isAbroad(network.graph, edge)
  return {
    state: day.state,
    againstState: other.state,
    metres: measureLevels(day),
    againstMetres: measureLevels(other),
    roads: drawLevels(network.graph, conditions, isDrawn),
    causes: conditions.causes.map(describeCause),
    difference: drawDifference(network.graph, conditions, otherConditions, isDrawn),
    posts: postsOnDay(day, other, posts),
    start: { name: network.start.name, position: roundPosition(network.start.position) },
  }
}

/** Lengths of the roads of Guidimakha by level. */
function measureLevels({ network, options }: RoadQuestion): LevelMetres {
  const { edgeLevel } = options.conditions
  const metres = LEVELS.map(() => 0)
  network.isInRegion.forEach((isIn, edge) => {
    if (isIn) metres[edgeLevel[edge]!]! += network.graph.edgeLengthMetres[edge]!
  })
  return Object.fromEntries(LEVELS.map((level, i) => [level, Math.round(metres[i]!)])) as LevelMetres
}

function drawLevels(
  graph: RoadGraph,
  { edgeLevel, edgeCause }: RoadConditions,
  isDrawn: (edge: number) => boolean,
): RoadDay['roads'] {
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

type Change = RoadDay['difference']['features'][number]['properties']['change']

function drawDifference(
  graph: RoadGraph,
  now: RoadConditions,
  other: RoadConditions,
  isDrawn: (edge: number) => boolean,
): RoadDay['difference'] {
  const groups = new Map<string, Lines<{ change: Change }>>()
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const change = isDrawn(edge) ? changeOf(now, other, edge) : null
    if (change) addLine(groups, change, { change }, graph, edge)
  }
  return toCollection([...groups.values()])
}

function changeOf(now: RoadConditions, other: RoadConditions, edge: number): Change | null {
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

function toCollection<P>(groups: readonly Lines<P>[]) {
  return {
    type: 'FeatureCollection' as const,
    features: groups.map(({ properties, coordinates, lengthMetres }) => ({
      type: 'Feature' as const,
      geometry: { type: 'MultiLineString' as const, coordinates },
      properties: { ...properties, lengthMetres: Math.round(lengthMetres) },
    })),
  }
}

function postsOnDay(day: RoadQuestion, other: RoadQuestion, posts: readonly PlacedPost[]): PostOnDay[] {
  const now = timesFromStart(day)
  const before = timesFromStart(other)
  return posts.map(({ postId, name, position, isDemonstration }) => {
    const to = now.snap(position)
    const seconds = now.secondsTo(to)
    const againstSeconds = before.secondsTo(before.snap(position))
    const isClosed = seconds === null && to !== null && now.start !== null
    const closedBy = isClosed
      ? (explainClosed(day.network.graph, now.start!, to, { ...day.options, by: 'time' }) ?? [])
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

function timesFromStart({ network, options }: RoadQuestion) {
  const { graph } = network
  const snap = (position: Position): SnappedPoint | null => snapToRoad(graph, position, options, 25_000)
  const start = snap(network.start.position)
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

import { type BorderInReach, measureBorderInReach } from '@borne/geodata/coverage/border-in-reach'
import { roundPosition, roundPositions } from '@borne/geodata/geometry/round-position'
import { simplifyLine } from '@borne/geodata/geometry/simplify-line'
import { isAcrossBorder } from '@borne/geodata/road-network/places'
import { findReachedEdges } from '@borne/geodata/road-network/reached-edges'
import { snapToRoad } from '@borne/geodata/road-network/snap'
import { findReachTimes, secondsTo } from '@borne/geodata/road-network/travel-times'
import type { NetworkOptions, ReachedEdge, ReachTimes, SnappedPoint } from '@borne/geodata/road-network/types'
import type { StateUsed } from '../../contract-kit/network.ts'
import type { RoadNetwork } from '../../platform/road-network.ts'
import type { NetworkSegment } from '../../platform/road-network-queries.ts'
import type { Reach, ReachedSegment, ReachedSettlement, ReachPost } from './contract.ts'
import type { StartPost } from './queries.ts'

export interface ReachQuestion {
  readonly minutes: number
  readonly offRoadMetres: number
  readonly includeUnconfirmed: boolean
  readonly options: NetworkOptions
  readonly state: StateUsed
}
export type MeasuredReach = Omit<Reach, 'computeMilliseconds' | 'attribution'>

/** A post farther from a road than this is not a start: the time to the road would be unknown and long. */
const FARTHEST_START_METRES = 25_000
/** Steps in minutes of the colour classes: six classes at most. */
const BAND_STEPS = [5, 10, 15, 20, 30, 60, 120, 240]
const MOST_BANDS = 6

/** What lies within the asked minutes of the nearest of the posts: roads, border of Guidimakha, settlements. */
export function measureReach(
  network: RoadNetwork,
  posts: readonly StartPost[],
  { minutes, offRoadMetres, includeUnconfirmed, options, state }: ReachQuestion,
): MeasuredReach {
  const bands = chooseBands(minutes)
  const drawnToMetres = chooseTolerance(minutes)
  const starts = posts.map((post) => placeStart(network, post, options, includeUnconfirmed))
  const snapped = starts.flatMap(({ point }) => (point ? [point] : []))
  const times = findReachTimes(network.graph, snapped, options, minutes * 60)
  const reached = findReachedEdges(
    network.graph,
    times,
    bands.map((band) => band * 60),
  )
  const segments = network.borders.filter(({ inGuidimakha }) => inGuidimakha)
  const border = measureBorderInReach(segments, reached, offRoadMetres)
  const settlements = findSettlements(network, times, offRoadMetres)
  return {
    posts: starts.map(({ post }) => post),
    minutes,
    offRoadMetres,
    bands,
    borderMetres: border.lengthMetres,
    reachedBorderMetres: border.reachedMetres,
    reachedBorderShare: shareOf(border.reachedMetres, border.lengthMetres),
    geometryVersion: [...new Set(segments.map(({ geometryVersion }) => geometryVersion))].join(', '),
    segments: describeSegments(segments, border),
    settlements,
    ...countPopulation(settlements),
    reachedRoadMetres: Math.round(reached.reduce((sum, edge) => sum + edge.lengthMetres, 0)),
    drawnToMetres,
    roads: drawRoads(reached, drawnToMetres),
    border: drawBorder(border, drawnToMetres),
    state,
  }
}

/** Upper bounds in minutes of at most six equal classes; the last is the asked time itself. */
export function chooseBands(minutes: number): number[] {
  const step = BAND_STEPS.find((candidate) => minutes / candidate <= MOST_BANDS) ?? minutes / MOST_BANDS
  const count = Math.ceil(minutes / step)
  return Array.from({ length: count }, (_, index) => Math.min(minutes, (index + 1) * step))
}

/** How far a drawn line may be from the measured one: a wide reach is looked at from afar and is long to send. */
function chooseTolerance(minutes: number): number {
  if (minutes <= 60) return 1
  return minutes <= 180 ? 10 : 30
}

function placeStart(
  network: RoadNetwork,
  { postId, name, position, isPositionUnconfirmed, isDemonstration }: StartPost,
  options: NetworkOptions,
  includeUnconfirmed: boolean,
): { post: ReachPost; point: SnappedPoint | null } {
  const point = position && snapToRoad(network.graph, position, options, FARTHEST_START_METRES)
  const leftOutBecause = !position
    ? 'no-position'
    : isPositionUnconfirmed && !includeUnconfirmed
      ? 'unconfirmed'
      : point
        ? null
        : 'off-network'
  const isUsed = leftOutBecause === null
  return {
    post: {
      postId,
      name,
      position,
      isUsed,
      isDemonstration,
      leftOutBecause,
      offRoadMetres: point ? Math.round(point.offRoadMetres) : null,
    },
    point: isUsed ? point : null,
  }
}

/** Named settlements whose nearest usable road is near enough, on their side of the border, and reached in time. */
function findSettlements(
  network: RoadNetwork,
  times: ReachTimes,
  offRoadMetres: number,
): ReachedSettlement[] {
  const reached: ReachedSettlement[] = []
  for (const { id, name, nameAr, place, population, position } of network.settlements) {
    const point = snapToRoad(network.graph, position, times.options, offRoadMetres)
    if (!point) continue
    const seconds = secondsTo(network.graph, times, point)
    if (seconds === Number.POSITIVE_INFINITY) continue
    if (!times.options.allowCrossing && isAcrossBorder(network, position, point.snappedPosition)) continue
    reached.push({
      id,
      name,
      nameAr,
      place,
      population,
      seconds: Math.round(seconds),
      offRoadMetres: Math.round(point.offRoadMetres),
      position: roundPosition(position),
    })
  }
  return reached.sort((a, b) => a.seconds - b.seconds || a.name.localeCompare(b.name, 'fr'))
}

/** An unknown population is counted as unknown, never as zero. */
function countPopulation(settlements: readonly ReachedSettlement[]) {
  const known = settlements.flatMap(({ population }) => (population === null ? [] : [population]))
  return {
    populationKnown: known.reduce((sum, population) => sum + population, 0),
    populationUnknownCount: settlements.length - known.length,
  }
}

function describeSegments(segments: readonly NetworkSegment[], border: BorderInReach): ReachedSegment[] {
  return segments.map(({ id, name, neighbour, moughataa }, index) => {
    const { lengthMetres = 0, reachedMetres = 0 } = border.segments[index] ?? {}
    const reachedShare = shareOf(reachedMetres, lengthMetres)
    return { segmentId: id, name, neighbour, moughataa, lengthMetres, reachedMetres, reachedShare }
  })
}

/** One feature for each class and grade: few words beside many lines. */
function drawRoads(reached: readonly ReachedEdge[], toMetres: number): Reach['roads'] {
  const groups = Map.groupBy(reached, ({ bandSeconds, grade }) => `${bandSeconds} ${grade}`)
  const features = [...groups.values()].map((edges) => {
    const { bandSeconds, grade } = edges[0]!
    return {
      type: 'Feature' as const,
      geometry: {
        type: 'MultiLineString' as const,
        coordinates: edges.map(({ coordinates }) => roundPositions(simplifyLine(coordinates, toMetres))),
      },
      properties: {
        band: bandSeconds / 60,
        grade,
        lengthMetres: Math.round(edges.reduce((sum, edge) => sum + edge.lengthMetres, 0)),
      },
    }
  })
  return { type: 'FeatureCollection', features }
}

function drawBorder({ segments }: BorderInReach, toMetres: number): Reach['border'] {
  const features = segments.flatMap(({ id, pieces }) =>
    pieces.map(({ inReach, coordinates }) => ({
      type: 'Feature' as const,
      geometry: {
        type: 'LineString' as const,
        coordinates: roundPositions(simplifyLine(coordinates, toMetres)),
      },
      properties: { segmentId: id, inReach },
    })),
  )
  return { type: 'FeatureCollection', features }
}

function shareOf(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}

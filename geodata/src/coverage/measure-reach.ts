import type { Feature, FeatureCollection, LineString } from 'geojson'
import type { Position } from '../geometry/position.ts'
import { roundPosition, roundPositions } from '../geometry/round-position.ts'
import { simplifyLine } from '../geometry/simplify-line.ts'
import type { RoadGraph } from '../road-network/graph.ts'
import type { NetworkSegment, NetworkSettlement } from '../road-network/places.ts'
import { findReachedEdges } from '../road-network/reached-edges.ts'
import { snapToRoad } from '../road-network/snap.ts'
import { findReachTimes, secondsTo } from '../road-network/travel-times.ts'
import type { NetworkOptions, ReachTimes, SnappedPoint } from '../road-network/types.ts'
import { type BorderInReach, measureBorderInReach } from './border-in-reach.ts'
import { type DrawnRoads, drawReachedRoads } from './draw-reach.ts'
import { placeSettlements } from './place-settlements.ts'

/** Parts of the border that are all in reach or all out of it. */
type DrawnBorder = FeatureCollection<LineString, { segmentId: string; inReach: boolean }>

/** The roads, with what is measured beside them. */
export interface ReachNetwork {
  readonly graph: RoadGraph
  /** The border of Mauritania. */
  readonly borders: readonly NetworkSegment[]
  readonly settlements: readonly NetworkSettlement[]
}

/** A post from which reach may be measured. */
export interface StartPost {
  readonly postId: string
  readonly name: string
  readonly position: Position | null
  readonly isPositionUnconfirmed: boolean
  readonly isDemonstration: boolean
}

export interface ReachQuestion<S> {
  readonly minutes: number
  /** How far from a reached road the border and the settlements count as in reach. */
  readonly offRoadMetres: number
  /** Count posts whose position is not confirmed. */
  readonly includeUnconfirmed: boolean
  readonly options: NetworkOptions
  /** What the answer says of the state of the roads; handed through. */
  readonly state: S
}

export interface ReachPost {
  postId: string
  name: string
  position: Position | null
  isUsed: boolean
  isDemonstration: boolean
  /** Why a post was left out: its position is not confirmed, or no road is near. */
  leftOutBecause: 'unconfirmed' | 'off-network' | 'no-position' | null
  offRoadMetres: number | null
}

export interface ReachedSegment {
  segmentId: string
  name: string
  neighbour: string
  moughataa: string | null
  lengthMetres: number
  reachedMetres: number
  reachedShare: number
}

export interface ReachedSettlement extends Omit<NetworkSettlement, 'iso3'> {
  /** On the road, to the point of the network nearest to the settlement. */
  seconds: number
  offRoadMetres: number
}

export interface MeasuredReach<S> {
  posts: ReachPost[]
  minutes: number
  offRoadMetres: number
  /** Upper bounds in minutes of the colour classes, smallest first. */
  bands: number[]
  /** The border of Guidimakha. */
  borderMetres: number
  reachedBorderMetres: number
  reachedBorderShare: number
  geometryVersion: string
  segments: ReachedSegment[]
  /** Named settlements in reach, soonest first. */
  settlements: ReachedSettlement[]
  populationKnown: number
  populationUnknownCount: number
  reachedRoadMetres: number
  /** The drawn lines are simplified to this; every length is measured before. */
  drawnToMetres: number
  roads: DrawnRoads
  border: DrawnBorder
  state: S
}

/** A post farther from a road than this is not a start: the time to the road would be unknown and long. */
const FARTHEST_START_METRES = 25_000
/** Steps in minutes of the colour classes: six classes at most. */
const BAND_STEPS = [5, 10, 15, 20, 30, 60, 120, 240]
const MOST_BANDS = 6

/**
 * What lies within the asked minutes of the nearest of the posts: roads, border of Guidimakha, settlements.
 *
 * Server and browser compute it with this one function, so that their answers are the same.
 */
export function measureReach<S>(
  network: ReachNetwork,
  posts: readonly StartPost[],
  { minutes, offRoadMetres, includeUnconfirmed, options, state }: ReachQuestion<S>,
): MeasuredReach<S> {
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
    roads: drawReachedRoads(reached, drawnToMetres),
    border: drawReachedBorder(border, drawnToMetres),
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
  network: ReachNetwork,
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
  network: ReachNetwork,
  times: ReachTimes,
  offRoadMetres: number,
): ReachedSettlement[] {
  const reached: ReachedSettlement[] = []
  for (const { settlement, point } of placeSettlements(network, times.options, offRoadMetres)) {
    const seconds = secondsTo(network.graph, times, point)
    if (seconds === Number.POSITIVE_INFINITY) continue
    const { id, name, nameAr, place, population, position } = settlement
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

function shareOf(part: number, whole: number): number {
  return whole > 0 ? part / whole : 0
}

/** The border as lines for a map, cut where reach begins and ends; `toMetres` as for roads. */
function drawReachedBorder({ segments }: BorderInReach, toMetres: number): DrawnBorder {
  const features = segments.flatMap(({ id, pieces }) =>
    pieces.map(
      ({ inReach, coordinates }): Feature<LineString, { segmentId: string; inReach: boolean }> => ({
        type: 'Feature',
        geometry: { type: 'LineString', coordinates: roundPositions(simplifyLine(coordinates, toMetres)) },
        properties: { segmentId: id, inReach },
      }),
    ),
  )
  return { type: 'FeatureCollection', features }
}

import Flatbush from 'flatbush'
import type { Position } from '../geometry/position.ts'
import { conditionsOf } from '../road-network/arc-costs.ts'
import { arrivals } from '../road-network/ends.ts'
import { HIGHWAYS } from '../road-network/road-codes.ts'
import type { NetworkOptions, ReachTimes, SnappedPoint } from '../road-network/types.ts'
import { priorLogSpread } from '../road-state/prior-spread.ts'
import { MOST_SPREAD } from '../tracks/eta.ts'
import { type ApproachedSpots, approachSpots, EndList, type SpotEnds } from './approach-spots.ts'
import type { BorderAccess, CoverageNetwork } from './coverage-types.ts'
import type { LastingFigures } from './lasting-figures.ts'
import { type PlacedSettlement, placeSettlements } from './place-settlements.ts'
import { type BorderSamples, sampleBorder } from './sample-border.ts'
import type { StartTimes } from './times-from.ts'

/** How unsure the times of the roads are: standard deviation of the logarithm, by edge, and off the road. */
export interface RoadSpreads {
  readonly byEdge: Float64Array
  readonly offRoad: number
}

/**
 * What is made once for a network under some permissions, state of the roads and access: the pieces of the border of
 * Guidimakha, the crossings and the settlements, each with the last stretches on which they are come to. Times of starts
 * are kept in it.
 */
export interface OpenCoverage {
  readonly network: CoverageNetwork
  readonly options: NetworkOptions
  readonly access: BorderAccess
  readonly samples: BorderSamples
  readonly border: ApproachedSpots
  readonly crossings: ApproachedSpots
  readonly settlements: readonly PlacedSettlement[]
  readonly settlementEnds: SpotEnds
  /** Of all named settlements, for the neighbours of a gap. */
  readonly settlementIndex: Flatbush | null
  readonly spreads: RoadSpreads
  /** By position of the start; the last asked is the last. */
  readonly keptTimes: Map<string, StartTimes>
  /** Of the last set of starts, for the drawn roads. */
  keptReach: { key: string; times: ReachTimes } | null
  /** Of the last set of starts, whatever the minutes. */
  keptLasting: { key: string; figures: LastingFigures } | null
  /** By position: where it is on the roads, or null. */
  readonly keptPoints: Map<string, SnappedPoint | null>
  /** Of the last sub-office asked for. */
  keptOffice: { point: SnappedPoint; times: ReachTimes } | null
}

/** States and accesses between which one goes back and forth: some 20 MB each. Wide accesses leave room for fewer. */
const KEPT = 6
const KEPT_ENDS = 3_000_000
const kept = new WeakMap<CoverageNetwork['graph'], OpenCoverage[]>()

/**
 * Opens a network for questions of coverage. The last answers are kept, so asking again with the same arrays and
 * conditions is free.
 *
 * @param network Its arrays are told apart by identity.
 */
export function openCoverage(
  network: CoverageNetwork,
  { options, access }: { options: NetworkOptions; access: BorderAccess },
): OpenCoverage {
  const ofGraph = kept.get(network.graph) ?? []
  kept.set(network.graph, ofGraph)
  const found = ofGraph.find((opened) => isSame(opened, network, options, access))
  if (found) {
    ofGraph.splice(ofGraph.indexOf(found), 1)
    ofGraph.push(found)
    return found
  }
  const opened = open(network, options, access)
  ofGraph.push(opened)
  while (ofGraph.length > KEPT || (ofGraph.length > 1 && countEnds(ofGraph) > KEPT_ENDS)) ofGraph.shift()
  return opened
}

function countEnds(opened: readonly OpenCoverage[]): number {
  return opened.reduce((sum, { border }) => sum + border.ends.node.length, 0)
}

function isSame(
  opened: OpenCoverage,
  network: CoverageNetwork,
  options: NetworkOptions,
  access: BorderAccess,
): boolean {
  const { graph } = network
  return (
    opened.network.borders === network.borders &&
    opened.network.settlements === network.settlements &&
    opened.network.crossings === network.crossings &&
    opened.access.maxMetres === access.maxMetres &&
    opened.access.kmh === access.kmh &&
    conditionsOf(graph, opened.options) === conditionsOf(graph, options) &&
    permissionsKey(opened.options) === permissionsKey(options)
  )
}

function permissionsKey({
  allowCrossing,
  allowDocumented,
  allowPresumed,
  maxPresumedMetres,
}: NetworkOptions) {
  return `${allowCrossing} ${allowDocumented} ${allowPresumed && maxPresumedMetres}`
}

function open(network: CoverageNetwork, options: NetworkOptions, access: BorderAccess): OpenCoverage {
  const { graph } = network
  const samples = samplesOf(network.borders)
  const crossingPositions = network.crossings.map(({ position }) => position)
  const settlements = placeSettlements(network, options, access.maxMetres)
  return {
    network,
    options,
    access,
    samples,
    border: approachSpots(graph, samples.middles, options, access),
    crossings: approachSpots(graph, crossingPositions, options, access),
    settlements,
    settlementEnds: endsOfSettlements(network, settlements, options, access),
    settlementIndex: indexOf(network.settlements.map(({ position }) => position)),
    spreads: spreadsOf(network, options),
    keptTimes: new Map(),
    keptReach: null,
    keptLasting: null,
    keptPoints: new Map(),
    keptOffice: null,
  }
}

const keptSamples = new WeakMap<CoverageNetwork['borders'], BorderSamples>()

/** The border of Guidimakha in pieces. */
function samplesOf(borders: CoverageNetwork['borders']): BorderSamples {
  const found = keptSamples.get(borders)
  if (found) return found
  const samples = sampleBorder(borders.filter(({ inGuidimakha }) => inGuidimakha))
  keptSamples.set(borders, samples)
  return samples
}

/** A settlement is come to from the nearest road, then straight. */
function endsOfSettlements(
  { graph }: CoverageNetwork,
  settlements: readonly PlacedSettlement[],
  options: NetworkOptions,
  { kmh }: BorderAccess,
): SpotEnds {
  const ends = new EndList()
  settlements.forEach(({ point }, spot) => {
    const offRoad = offRoadCentiseconds(point.offRoadMetres, kmh)
    for (const { node, cost } of arrivals(graph, point, options, 'time')) {
      ends.add(spot, node, cost + offRoad, cost, point.edge, point.fraction)
    }
  })
  return ends.sortBySpot(settlements.length)
}

/** Hundredths of a second over a straight stretch. */
export function offRoadCentiseconds(metres: number, kmh: number | null): number {
  return kmh === null ? 0 : Math.round((metres * 360) / kmh)
}

function indexOf(positions: readonly Position[]): Flatbush | null {
  if (positions.length === 0) return null
  const index = new Flatbush(positions.length)
  for (const [lon, lat] of positions) index.add(lon, lat, lon, lat)
  index.finish()
  return index
}

/** The spread that passages taught, else the one of the class; off the road that of a track. */
function spreadsOf({ graph }: CoverageNetwork, options: NetworkOptions): RoadSpreads {
  const { learned, used } = conditionsOf(graph, options)
  const byClass = HIGHWAYS.map((highway) => priorLogSpread(highway, used.groundState))
  const byEdge = Float64Array.from(graph.edgeHighway, (highway) => byClass[highway]!)
  for (const [edge, { logSpread }] of learned) byEdge[edge] = Math.min(MOST_SPREAD, logSpread)
  return { byEdge, offRoad: priorLogSpread('track', used.groundState) }
}

import { sphericalMetres } from '@borne/geodata/geometry/distance'
import type { Position } from '@borne/geodata/geometry/position'
import { accessOf, type RoadGraph } from '@borne/geodata/road-network/graph'
import { modeBit } from '@borne/geodata/road-network/road-codes'
import { findRoute } from '@borne/geodata/road-network/route'
import { CLOSED } from '@borne/geodata/road-network/shortest-path'
import { snapToRoad } from '@borne/geodata/road-network/snap'
import type { Passage, RouteOptions, SnappedPoint } from '@borne/geodata/road-network/types'
import { Random } from '../random.ts'
import { askShortest, waysUnder } from './ask-valhalla.ts'
import { CAR_WITHOUT_PATHS, type Extract, shortestFor } from './open-extract.ts'

/** Ways that differ by more are looked into. */
const OUTLIER = 0.01
/** Farther apart than this, the two engines set out from different roads. */
const SNAPPED_APART_METRES = 20

export const OUTLIER_KINDS = {
  'other road': 'One of the engines sets out from, or arrives at, another road beside the place.',
  'turns round':
    'Our way turns round at a node and comes back along the same road. We let a vehicle turn round wherever two stretches meet; Valhalla only at dead ends, and goes on to a roundabout or round a block.',
  'side entrance':
    'Our way leads through a car park or along a driveway, which no tag closes. Valhalla takes them (`service=parking_aisle`, `driveway`) for destinations alone.',
  'height limit':
    'Our way passes under a `barrier=height_restrictor` (the Envalira tunnel: 4.30 m), which Valhalla takes for closed.',
  'destination street':
    'Our way leads through a street for destinations alone (`access=destination` and the like): a mission has business there. Valhalla drives through them only where it begins or ends.',
  'private road':
    'A road is private (`access=private`): closed to us, open to Valhalla where its way begins or ends.',
  unexplained: 'Not explained by any of these.',
} as const
export type OutlierKind = keyof typeof OUTLIER_KINDS

export interface ComparedPair {
  from: Position
  to: Position
  /** null = no way. */
  ours: number | null
  valhalla: number | null
  /** null where the two agree within a hundredth. */
  kind: OutlierKind | null
}

/** Shortest ways of cars between random middles of roads that are open to them, ours and Valhalla's. */
export async function comparePairs(extract: Extract, url: string, count: number): Promise<ComparedPair[]> {
  const { graph } = extract
  const options = shortestFor(graph, CAR_WITHOUT_PATHS)
  const random = new Random(2026)
  const compared: ComparedPair[] = []
  while (compared.length < count) {
    const [from, to] = [pickPlace(graph, options, random), pickPlace(graph, options, random)]
    compared.push(await comparePair(extract, url, options, from, to))
  }
  return compared
}

function pickPlace(graph: RoadGraph, options: RouteOptions, random: Random): SnappedPoint {
  const bit = modeBit('car')
  for (;;) {
    const edge = random.int(0, graph.edgeCount - 1)
    const isOpen = ((accessOf(graph, edge, true) | accessOf(graph, edge, false)) & bit) !== 0
    if (!isOpen || options.conditions!.edgeCentiseconds[edge]! >= CLOSED) continue
    const snapped = snapToRoad(graph, middleOf(graph, edge), options, 1)
    if (snapped?.edge === edge) return snapped
  }
}

function middleOf({ coordinates, coordinateStart }: RoadGraph, edge: number): Position {
  const first = coordinateStart[edge]!
  const at = 2 * (first + Math.floor((coordinateStart[edge + 1]! - first - 2) / 2))
  return [(coordinates[at]! + coordinates[at + 2]!) / 2, (coordinates[at + 1]! + coordinates[at + 3]!) / 2]
}

async function comparePair(
  extract: Extract,
  url: string,
  options: RouteOptions,
  from: SnappedPoint,
  to: SnappedPoint,
): Promise<ComparedPair> {
  const route = findRoute(extract.graph, from, to, options)
  const way = await askShortest(url, 'car', from.position, to.position)
  const pair = {
    from: from.position,
    to: to.position,
    ours: route?.lengthMetres ?? null,
    valhalla: way?.metres ?? null,
  }
  if (!route && !way) return { ...pair, kind: null }
  if (!way) return { ...pair, kind: 'unexplained' }
  if (route && Math.abs(Math.log(route.lengthMetres / way.metres)) <= OUTLIER) return { ...pair, kind: null }
  const [start, end] = way.ends
  const isApart =
    sphericalMetres(start, from.position) > SNAPPED_APART_METRES ||
    sphericalMetres(end, to.position) > SNAPPED_APART_METRES
  if (isApart) return { ...pair, kind: 'other road' }
  const theirs = await waysUnder(url, 'car', way)
  return { ...pair, kind: explain(extract, route?.passages ?? [], theirs) }
}

function explain(
  { graph, wayOfEdge, wayTags, barriers }: Extract,
  passages: readonly Passage[],
  theirs: ReadonlySet<number>,
): OutlierKind {
  const turnsRound = passages.some(({ edge, from, to }, i) => {
    const last = passages[i - 1]
    return last?.edge === edge && Math.sign(to - from) !== Math.sign(last.to - last.from)
  })
  if (turnsRound) return 'turns round'
  const oursAlone = passages
    .map(({ edge }) => wayOfEdge.get(graph.edgeId[edge]!)!)
    .filter((way) => !theirs.has(way))
  if (oursAlone.some((way) => barriers.get(way)?.has('height_restrictor'))) return 'height limit'
  const tagsOf = (way: number) => Object.entries(wayTags.get(way) ?? {})
  const says = (way: number, keys: RegExp, values: RegExp) =>
    tagsOf(way).some(([key, value]) => keys.test(key) && values.test(value))
  if (oursAlone.some((way) => says(way, /^service$/, /^(parking_aisle|driveway)$/))) return 'side entrance'
  if (oursAlone.some((way) => says(way, ACCESS_KEYS, /^destination$/))) return 'destination street'
  return [...theirs].some((way) => says(way, ACCESS_KEYS, /^(private|no)$/)) ? 'private road' : 'unexplained'
}

const ACCESS_KEYS = /^(access|vehicle|motor_vehicle|motorcar)$/

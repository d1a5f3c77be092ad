import { sliceLine } from '../geometry/along-line.ts'
import { bboxOf } from '../geometry/bbox.ts'
import { metresPerDegree } from '../geometry/distance.ts'
import type { Bbox, Position } from '../geometry/position.ts'
import { roundPosition } from '../geometry/round-position.ts'
import { edgeLine, type RoadGraph } from '../road-network/graph.ts'
import { indexBorder } from '../road-network/places.ts'
import { CLOSED } from '../road-network/shortest-path.ts'
import type { ReachTimes } from '../road-network/types.ts'
import { type ApproachedSpots, approachSpots, type SpotEnds } from './approach-spots.ts'
import type { CoverageNetwork, CoverageQuestion, StartPost } from './coverage-types.ts'
import { type OpenCoverage, openCoverage } from './open-coverage.ts'
import { placePosts } from './place-posts.ts'
import { reachOf } from './reach-of.ts'
import { directTo } from './times-from.ts'

/** Where more cells were needed, they grow. */
const MOST_CELLS = 20_000
const LEAST_CELL_METRES = 250

/** A surface of times in hexagons: entry i of every array is of cell i. */
export interface TimeGrid {
  /** Between the middles of neighbours, as used: more than asked only where there were too many cells. */
  cellMetres: number
  /** From the middle of a cell to its corners; one corner is due north. */
  radiusMetres: number
  centres: Position[]
  /** Whole seconds from the soonest post; cells to which nobody comes are left out. */
  seconds: number[]
  /** Place in the posts asked. */
  postIndexes: number[]
}

export interface TimeGridAsk {
  readonly cellMetres: number
  /** By edge index: 1 inside the region. Only from these roads cells are come to. */
  readonly isInRegion: Uint8Array
}

/** Cells of a network under one access, with the times to the posts asked last. */
interface Grid {
  cellMetres: number
  spots: ApproachedSpots
}

const kept = new WeakMap<OpenCoverage, Map<number, Grid>>()

/**
 * The least time from the posts to the middle of every cell of the region: over the roads of the region, then straight, as
 * the border is come to. Ground farther than `access.maxMetres` from every road has no value, nor has ground beyond the
 * border unless crossing is allowed.
 *
 * @param ask At least 250 m between the middles of cells.
 */
export function measureTimeGrid(
  network: CoverageNetwork,
  posts: readonly StartPost[],
  question: Omit<CoverageQuestion<unknown>, 'state' | 'minutes' | 'office'>,
  ask: TimeGridAsk,
): TimeGrid {
  const opened = openCoverage(network, question)
  const { cellMetres, spots } = gridOf(opened, ask)
  const placed = placePosts(opened, posts, { ...question, office: null })
  const used = placed.flatMap(({ point }, index) => (point ? [{ point, index }] : []))
  const starts = used.map(({ point }) => point)
  const grid: TimeGrid = {
    cellMetres,
    radiusMetres: cellMetres / Math.sqrt(3),
    centres: [],
    seconds: [],
    postIndexes: [],
  }
  const arrivals = soonestAt(spots, reachOf(opened, starts))
  starts.forEach((start, i) => {
    if (ask.isInRegion[start.edge] !== 1) return
    for (const [spot, { cost }] of directTo(network.graph, question.options, spots, start)) {
      if (cost < arrivals.cost[spot]!) [arrivals.cost[spot], arrivals.start[spot]] = [cost, i]
    }
  })
  spots.positions.forEach((centre, spot) => {
    if (arrivals.cost[spot] === CLOSED) return
    grid.centres.push(roundPosition(centre))
    grid.seconds.push(Math.round(arrivals.cost[spot]! / 100))
    grid.postIndexes.push(used[arrivals.start[spot]!]!.index)
  })
  return grid
}

function soonestAt({ ends }: ApproachedSpots, { nodeCentiseconds, nodeStart }: ReachTimes) {
  const cost = new Int32Array(ends.spotCount).fill(CLOSED)
  const start = new Int32Array(ends.spotCount).fill(-1)
  for (let spot = 0; spot < ends.spotCount; spot++) {
    for (let i = ends.start[spot]!; i < ends.start[spot + 1]!; i++) {
      const spent = nodeCentiseconds[ends.node[i]!]!
      if (spent === CLOSED || spent + ends.cost[i]! >= cost[spot]!) continue
      cost[spot] = spent + ends.cost[i]!
      start[spot] = nodeStart[ends.node[i]!]!
    }
  }
  return { cost, start }
}

function gridOf(opened: OpenCoverage, ask: TimeGridAsk): Grid {
  const ofOpened = kept.get(opened) ?? new Map<number, Grid>()
  kept.set(opened, ofOpened)
  const found = ofOpened.get(ask.cellMetres)
  if (found) return found
  const grid = layGrid(opened, ask)
  ofOpened.clear()
  ofOpened.set(ask.cellMetres, grid)
  return grid
}

function layGrid({ network, options, access }: OpenCoverage, { cellMetres, isInRegion }: TimeGridAsk): Grid {
  const { graph } = network
  const box = boxOfRegion(graph, isInRegion)
  let metres = Math.max(LEAST_CELL_METRES, cellMetres)
  let centres = box ? hexagons(box, access.maxMetres, metres) : []
  while (centres.length > MOST_CELLS) {
    metres *= Math.max(1.02, Math.sqrt(centres.length / MOST_CELLS))
    centres = hexagons(box!, access.maxMetres, metres)
  }
  const isHome = (edge: number) => isInRegion[edge] === 1
  const spots = approachSpots(graph, centres, options, access, isHome)
  if (options.allowCrossing) return { cellMetres: metres, spots }
  const isAcross = indexBorder(network)
  const onThisSide = centres.filter((centre, spot) => {
    const roadside = roadsideOf(graph, spots.ends, spot)
    return roadside !== null && !isAcross(centre, roadside)
  })
  return { cellMetres: metres, spots: approachSpots(graph, onThisSide, options, access, isHome) }
}

/** Where the road is left that comes nearest in time; null where no road is near. */
function roadsideOf(graph: RoadGraph, { start, cost, roadCost, edge, fraction }: SpotEnds, spot: number) {
  let best = -1
  for (let i = start[spot]!; i < start[spot + 1]!; i++) {
    if (best < 0 || cost[i]! - roadCost[i]! < cost[best]! - roadCost[best]!) best = i
  }
  return best < 0 ? null : sliceLine(edgeLine(graph, edge[best]!), 0, fraction[best]!).at(-1)!
}

function boxOfRegion(graph: RoadGraph, isInRegion: Uint8Array): Bbox | null {
  const corners: Position[] = []
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    if (isInRegion[edge] !== 1) continue
    for (let i = graph.coordinateStart[edge]!; i < graph.coordinateStart[edge + 1]!; i++) {
      corners.push([graph.coordinates[2 * i]!, graph.coordinates[2 * i + 1]!])
    }
  }
  return corners.length > 0 ? bboxOf(corners) : null
}

/** Middles of hexagons over a box and some metres around it, in rows. */
function hexagons([west, south, east, north]: Bbox, around: number, cellMetres: number): Position[] {
  const [perLon, perLat] = metresPerDegree((south + north) / 2)
  const [stepLon, stepLat] = [cellMetres / perLon, (cellMetres * Math.sqrt(3)) / 2 / perLat]
  const [marginLon, marginLat] = [around / perLon, around / perLat]
  const centres: Position[] = []
  for (let row = 0, lat = south - marginLat; lat <= north + marginLat; row++, lat += stepLat) {
    const shift = row % 2 === 0 ? 0 : stepLon / 2
    for (let lon = west - marginLon + shift; lon <= east + marginLon; lon += stepLon) centres.push([lon, lat])
  }
  return centres
}

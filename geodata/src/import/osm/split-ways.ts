import { between } from '../../geometry/along-line.ts'
import { localLengthMetres, localMetres } from '../../geometry/local-length.ts'
import type { Position } from '../../geometry/position.ts'
import type { Highway } from '../../road-network/road-codes.ts'
import type { RoadEdgeRecord } from '../../road-network/types.ts'
import type { RoadWay } from './classify-way.ts'
import { type CollectedRoads, hasPosition } from './collect-roads.ts'
import { count } from './osm-report.ts'
import type { NodeBarrier } from './read-barrier.ts'

/** A stretch of an OSM way between two junctions, or a barrier or ford that stands on a node. */
export interface OsmEdgeRecord extends RoadEdgeRecord {
  osmWayId: number
  highway: Highway
  name: string | null
  ref: string | null
}

/** Country code of a position; null where it is not known. */
export type CountryOf = (position: Position) => string | null

/** Length of the stretch that stands for a barrier or ford on a node, and of stretches between nodes of one position. */
const POINT_METRES = 0.01
const POINT_DEGREES = 1e-7

/**
 * Nodes at which the ways are cut: those that two of them share or that one passes twice, ends, neighbours of a missing
 * node, barriers and fords, and those of turn restrictions. Counts in the report of `collected` what cannot be used.
 *
 * @returns By place in `nodeIds`: 1 = cut.
 */
export function markSplits(
  collected: CollectedRoads,
  restrictions: Iterable<{ viaIndex: number }>,
): Uint8Array {
  const { refs, refStart, wayIds, nodeIds, barriers, report } = collected
  const isUsed = new Uint8Array(nodeIds.length)
  const isSplit = new Uint8Array(nodeIds.length)
  for (const way of wayIds.keys()) {
    const runs = runsOf(collected, way)
    for (const run of runs) {
      for (const index of run) {
        if (isUsed[index] === 1) isSplit[index] = 1
        isUsed[index] = 1
      }
      isSplit[run[0]!] = 1
      isSplit[run[run.length - 1]!] = 1
    }
    if (runs.length === 0) leaveOut(collected)
    else if (refs.subarray(refStart[way], refStart[way + 1]).some((index) => !hasPosition(collected, index)))
      report.waysCut++
  }
  for (const index of nodeIds.keys()) if (!hasPosition(collected, index)) report.nodesMissing++
  for (const index of barriers.keys()) isSplit[index] = 1
  for (const { viaIndex } of restrictions) isSplit[viaIndex] = 1
  return isSplit
}

/**
 * Makes the edges of the ways.
 *
 * A node with a barrier or ford becomes several: the first stretch that ends there keeps it, every other gets a copy, tied to
 * the node by an edge of 1 cm with the barrier's access. So whoever passes the node passes the barrier.
 *
 * @param isSplit `markSplits`.
 * @returns The edges one by one, numbered from 1 in the order of the file, and alike each time. When they end, the report
 *   of `collected` has its barriers and fords.
 */
export function* splitWays(
  collected: CollectedRoads,
  isSplit: Uint8Array,
  countryOf: CountryOf,
): Generator<OsmEdgeRecord> {
  const ends = new EdgeEnds(collected)
  let lastId = 0
  for (const [way, road] of collected.roads.entries()) {
    const osmWayId = collected.wayIds[way]!
    const finish = (shape: EdgeShape): OsmEdgeRecord => {
      const iso3 = countryOf(shape.middle)
      return { ...describe(road), ...shape.edge, id: ++lastId, osmWayId, iso3 }
    }
    for (const run of runsOf(collected, way)) {
      for (const piece of piecesOf(run, isSplit)) {
        if (road.isReversed) piece.reverse()
        const u = ends.at(piece[0]!)
        const v = ends.at(piece[piece.length - 1]!)
        yield finish(shapeOf(u.node, v.node, positionsOf(collected, piece)))
        for (const { point } of [u, v]) if (point) yield finish(point)
      }
    }
  }
  collected.report.barriers = ends.barriers
  collected.report.fords = ends.fords
}

/** What an edge has from its shape, over what it has from its way. */
interface EdgeShape {
  edge: Pick<OsmEdgeRecord, 'u' | 'v' | 'lengthMetres' | 'coordinates'> & Partial<OsmEdgeRecord>
  middle: Position
}

function describe(road: RoadWay) {
  const { highway, structure, ground, trackGrade, smoothness, maxKmh, name, ref } = road
  const { isOneway, isFerry, isRoundabout, accessForward, accessBackward } = road
  const tagged = { highway, structure, ground, trackGrade, smoothness, maxKmh, name, ref }
  return {
    ...tagged,
    isOneway,
    isFerry,
    isRoundabout,
    accessForward,
    accessBackward,
    grade: 'mapped' as const,
  }
}

function shapeOf(u: number, v: number, coordinates: Position[]): EdgeShape {
  const lengthMetres = Math.max(POINT_METRES, localLengthMetres(coordinates))
  return { edge: { u, v, lengthMetres, coordinates }, middle: middleOf(coordinates, lengthMetres) }
}

/** Halfway along a line of that length. */
export function middleOf(line: readonly Position[], lengthMetres: number): Position {
  let left = lengthMetres / 2
  for (let i = 1; i < line.length; i++) {
    const metres = localMetres(line[i - 1]!, line[i]!)
    if (metres > left) return between(line[i - 1]!, line[i]!, left / metres)
    left -= metres
  }
  return line[line.length - 1]!
}

function positionOf({ lonE7, latE7 }: CollectedRoads, index: number): Position {
  return [lonE7[index]! / 1e7, latE7[index]! / 1e7]
}

function positionsOf(collected: CollectedRoads, piece: readonly number[]): Position[] {
  return piece.map((index) => positionOf(collected, index))
}

/** The way's nodes, cut where one is missing; a node that follows itself counts once. */
function runsOf(collected: CollectedRoads, way: number): number[][] {
  const { refs, refStart } = collected
  const runs: number[][] = []
  let run: number[] = []
  for (let at = refStart[way]!; at < refStart[way + 1]!; at++) {
    const index = refs[at]!
    if (!hasPosition(collected, index)) {
      runs.push(run)
      run = []
    } else if (run[run.length - 1] !== index) run.push(index)
  }
  runs.push(run)
  return runs.filter(({ length }) => length > 1)
}

function piecesOf(run: readonly number[], isSplit: Uint8Array): number[][] {
  const pieces: number[][] = []
  let start = 0
  for (let at = 1; at < run.length; at++) {
    if (at < run.length - 1 && isSplit[run[at]!] === 0) continue
    pieces.push(run.slice(start, at + 1))
    start = at
  }
  return pieces
}

function leaveOut({ report }: CollectedRoads): void {
  count(report.waysLeftOut, 'too-few-nodes')
  report.waysKept--
}

/** Gives the ends of edges their node ids, and makes copies of the nodes where something stands. */
class EdgeEnds {
  barriers = 0
  fords = 0
  readonly #collected: CollectedRoads
  readonly #seen = new Set<number>()
  #lastId: number

  constructor(collected: CollectedRoads) {
    this.#collected = collected
    this.#lastId = Math.max(0, collected.nodeIds[collected.nodeIds.length - 1] ?? 0)
  }

  at(index: number): { node: number; point: EdgeShape | null } {
    const node = this.#collected.nodeIds[index]!
    const barrier = this.#collected.barriers.get(index)
    if (!barrier || !this.#seen.has(index)) {
      if (barrier) this.#note(index, barrier)
      return { node, point: null }
    }
    const copy = ++this.#lastId
    return { node: copy, point: this.#pointOf(index, node, copy, barrier) }
  }

  #note(index: number, barrier: NodeBarrier): void {
    this.#seen.add(index)
    if (barrier.isFord) this.fords++
    else this.barriers++
  }

  #pointOf(index: number, u: number, v: number, { access, isFord }: NodeBarrier): EdgeShape {
    const position = positionOf(this.#collected, index)
    const beside: Position = [position[0], position[1] + POINT_DEGREES]
    const edge = { u, v, lengthMetres: POINT_METRES, coordinates: [position, beside] }
    const open = { isOneway: false, accessForward: access, accessBackward: access }
    return { edge: { ...edge, ...open, structure: isFord ? 'ford' : null }, middle: position }
  }
}

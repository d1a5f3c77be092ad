import { weighArcs } from '../road-network/arc-costs.ts'
import { departures } from '../road-network/ends.ts'
import { tailOf } from '../road-network/graph.ts'
import { CLOSED, type SearchTree, searchFrom } from '../road-network/shortest-path.ts'
import type { NetworkOptions, SnappedPoint } from '../road-network/types.ts'
import type { SpotEnds } from './approach-spots.ts'
import type { OpenCoverage } from './open-coverage.ts'
import { directTo } from './times-from.ts'

/** Which border the starts together reach in time, by piece. */
export interface ReachedPieces {
  /** Place in the starts of the one that comes first; -1 = out of reach. */
  readonly start: Int32Array
}

/** How the border is reached, and how much of it over each edge. */
export interface BorderFlows extends ReachedPieces {
  /** Metres of border by edge of the ways on which they are reached. Other edges carry none. */
  readonly metresOver: ReadonlyMap<number, number>
}

/** Last stretches that count, and those that take the place of others. */
export interface EndsInForce {
  readonly ends: SpotEnds
  /** Edges whose last stretches in `ends` no longer hold; those of `mended` do. */
  readonly isVoid: (edge: number) => boolean
  readonly mended: SpotEnds | null
}

interface LastStretch {
  /** -1: from the start's own edge. */
  node: number
  edge: number
  start: number
}

/**
 * Which pieces of the border the starts together reach, under some options of the same graph.
 *
 * @param take Told of each piece that is reached, with how; the tree is valid while it is called.
 */
export function reachPieces(
  { network: { graph }, border }: OpenCoverage,
  options: NetworkOptions,
  starts: readonly SnappedPoint[],
  limitCentiseconds: number,
  { ends, isVoid, mended }: EndsInForce,
  take: (piece: number, last: LastStretch, tree: SearchTree) => void,
): void {
  const from = starts.flatMap((point, start) =>
    departures(graph, point, options, 'time').map((end) => ({ ...end, start })),
  )
  const { centiseconds } = weighArcs(graph, options)
  const tree = searchFrom(graph, centiseconds, from, { maxCost: limitCentiseconds })
  const direct = new Map<number, { cost: number; start: number }>()
  starts.forEach((point, start) => {
    for (const [piece, { cost }] of directTo(graph, options, border, point)) {
      if (cost < (direct.get(piece)?.cost ?? CLOSED)) direct.set(piece, { cost, start })
    }
  })
  for (let piece = 0; piece < ends.spotCount; piece++) {
    const own = direct.get(piece)
    let least = own?.cost ?? CLOSED
    let last: LastStretch | null = own ? { node: -1, edge: starts[own.start]!.edge, start: own.start } : null
    const offer = (of: SpotEnds, i: number) => {
      const spent = tree.costTo(of.node[i]!)
      if (spent === CLOSED || spent + of.cost[i]! >= least) return
      least = spent + of.cost[i]!
      const node = of.node[i]!
      last = { node, edge: of.edge[i]!, start: from[tree.startOf(node)]!.start }
    }
    for (let i = ends.start[piece]!; i < ends.start[piece + 1]!; i++) {
      if (!isVoid(ends.edge[i]!)) offer(ends, i)
    }
    if (mended) for (let i = mended.start[piece]!; i < mended.start[piece + 1]!; i++) offer(mended, i)
    if (last && least <= limitCentiseconds) take(piece, last, tree)
  }
}

/** What the starts reach as things stand, with the edges on which they come. */
export function findFlows(
  opened: OpenCoverage,
  starts: readonly SnappedPoint[],
  limitCentiseconds: number,
): BorderFlows {
  const { network, samples, options, border } = opened
  const reached = new Int32Array(samples.metres.length).fill(-1)
  const metresOver = new Map<number, number>()
  const add = (edge: number, metres: number) => metresOver.set(edge, (metresOver.get(edge) ?? 0) + metres)
  const atNode = new Map<number, number>()
  const arcInto = new Map<number, number>()
  const costs = new Map<number, number>()
  const inForce = { ends: border.ends, isVoid: () => false, mended: null }
  reachPieces(opened, options, starts, limitCentiseconds, inForce, (piece, last, tree) => {
    const metres = samples.metres[piece]!
    reached[piece] = last.start
    add(last.edge, metres)
    if (last.node < 0) return
    if (starts[last.start]!.edge !== last.edge) add(starts[last.start]!.edge, metres)
    atNode.set(last.node, (atNode.get(last.node) ?? 0) + metres)
    for (let node = last.node; !costs.has(node); ) {
      const arc = tree.arcInto(node)
      arcInto.set(node, arc)
      costs.set(node, tree.costTo(node))
      if (arc < 0) break
      node = tailOf(network.graph, arc)
    }
  })
  for (const node of [...costs.keys()].sort((a, b) => costs.get(b)! - costs.get(a)!)) {
    const metres = atNode.get(node) ?? 0
    const arc = arcInto.get(node)!
    if (arc < 0 || metres === 0) continue
    const tail = tailOf(network.graph, arc)
    add(network.graph.arcEdge[arc]!, metres)
    atNode.set(tail, (atNode.get(tail) ?? 0) + metres)
  }
  return { start: reached, metresOver }
}

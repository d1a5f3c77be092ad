import type { RoadGraph } from './graph.ts'
import { type AccessMask, ALL_MODES, FOOT_ONLY } from './road-codes.ts'
import type { RoadEdgeRecord, TurnRestriction } from './types.ts'

/** Who may go along an edge, in its direction and against it. */
export interface EdgeAccess {
  forward: AccessMask
  backward: AccessMask
}

/** Ends of the edges as node numbers, their row ids, and who may use them. */
export interface EdgeEnds {
  nodeCount: number
  edgeFrom: Int32Array
  edgeTo: Int32Array
  /** NaN where an edge is no row. */
  edgeId: Float64Array
  access: readonly EdgeAccess[]
}

export type Arcs = Pick<
  RoadGraph,
  'nodeCount' | 'arcStart' | 'arcHead' | 'arcEdge' | 'isForward' | 'arcAccess' | 'firstCopy' | 'copyOf'
>

interface Arc {
  head: number
  edge: number
  isForward: 0 | 1
  access: AccessMask
}

/** A copy of a node: where an arc with forbidden turns ends. */
interface Copy {
  node: number
  edge: number
  isForward: 0 | 1
  /** Forbidden edges, with those to whom it applies. */
  forbidden: Map<number, AccessMask>
}

export function accessOfRecord(record: RoadEdgeRecord): EdgeAccess {
  return {
    forward: record.accessForward ?? ALL_MODES,
    backward: record.accessBackward ?? (record.isOneway ? FOOT_ONLY : ALL_MODES),
  }
}

/**
 * Lays the arcs in compressed sparse rows and makes a copy of the node for each arc after which a turn is forbidden.
 *
 * @param restrictions Those that name an edge or a node that is not there are left out.
 * @param nodeNumber Number of a node by its id in the rows.
 */
export function layArcs(
  ends: EdgeEnds,
  restrictions: readonly TurnRestriction[],
  nodeNumber: (id: number) => number | undefined,
): Arcs {
  const copies = makeCopies(ends, restrictions, nodeNumber)
  const headOf = copyHeads(ends, copies)
  const arcCounts = countArcs(ends)
  const base = new Int32Array(ends.nodeCount + 1)
  for (let n = 0; n < ends.nodeCount; n++) base[n + 1] = base[n]! + arcCounts[n]!
  const baseCount = base[ends.nodeCount]!
  const copied = copies.reduce((sum, { node }) => sum + arcCounts[node]!, 0)
  const arcs = allocate(ends.nodeCount + copies.length, baseCount + copied)
  arcs.arcStart.set(base)
  const next = base.slice()
  ends.access.forEach(({ forward, backward }, edge) => {
    const [from, to] = [ends.edgeFrom[edge]!, ends.edgeTo[edge]!]
    if (forward)
      put(arcs, next[from]!++, { head: headOf(edge, 1) ?? to, edge, isForward: 1, access: forward })
    if (backward)
      put(arcs, next[to]!++, { head: headOf(edge, 0) ?? from, edge, isForward: 0, access: backward })
  })
  let at = baseCount
  copies.forEach(({ node, forbidden }, i) => {
    for (let arc = base[node]!; arc < base[node + 1]!; arc++) {
      put(arcs, at++, {
        head: arcs.arcHead[arc]!,
        edge: arcs.arcEdge[arc]!,
        isForward: arcs.isForward[arc] as 0 | 1,
        access: arcs.arcAccess[arc]! & ~(forbidden.get(arcs.arcEdge[arc]!) ?? 0),
      })
    }
    arcs.arcStart[ends.nodeCount + i + 1] = at
  })
  return {
    ...arcs,
    nodeCount: ends.nodeCount + copies.length,
    firstCopy: ends.nodeCount,
    copyOf: Int32Array.from(copies, ({ node }) => node),
  }
}

function allocate(nodeCount: number, arcCount: number) {
  return {
    arcStart: new Int32Array(nodeCount + 1),
    arcHead: new Int32Array(arcCount),
    arcEdge: new Int32Array(arcCount),
    isForward: new Uint8Array(arcCount),
    arcAccess: new Uint8Array(arcCount),
  }
}

function put(arcs: ReturnType<typeof allocate>, at: number, { head, edge, isForward, access }: Arc): void {
  arcs.arcHead[at] = head
  arcs.arcEdge[at] = edge
  arcs.isForward[at] = isForward
  arcs.arcAccess[at] = access
}

function countArcs({ nodeCount, edgeFrom, edgeTo, access }: EdgeEnds): Int32Array {
  const counts = new Int32Array(nodeCount)
  access.forEach(({ forward, backward }, edge) => {
    if (forward) counts[edgeFrom[edge]!]!++
    if (backward) counts[edgeTo[edge]!]!++
  })
  return counts
}

/** One copy for each arc with forbidden turns, in ascending order of their nodes. */
function makeCopies(
  ends: EdgeEnds,
  restrictions: readonly TurnRestriction[],
  nodeNumber: (id: number) => number | undefined,
): Copy[] {
  if (restrictions.length === 0) return []
  const edgesById = new Map<number, number[]>()
  ends.edgeId.forEach((id, edge) => {
    edgesById.set(id, [...(edgesById.get(id) ?? []), edge])
  })
  const copies = new Map<string, Copy>()
  for (const { fromEdge, viaNode, toEdge, modes } of restrictions) {
    const node = nodeNumber(viaNode)
    if (node === undefined) continue
    for (const edge of edgesById.get(fromEdge) ?? []) {
      for (const isForward of directionsInto(ends, edge, node)) {
        const key = `${edge}/${isForward}`
        const copy = copies.get(key) ?? { node, edge, isForward, forbidden: new Map() }
        copies.set(key, copy)
        for (const to of edgesById.get(toEdge) ?? []) {
          copy.forbidden.set(to, (copy.forbidden.get(to) ?? 0) | modes)
        }
      }
    }
  }
  return [...copies.values()].sort((a, b) => a.node - b.node)
}

function directionsInto({ edgeFrom, edgeTo, access }: EdgeEnds, edge: number, node: number): (0 | 1)[] {
  const directions: (0 | 1)[] = []
  if (edgeTo[edge] === node && access[edge]!.forward) directions.push(1)
  if (edgeFrom[edge] === node && access[edge]!.backward) directions.push(0)
  return directions
}

function copyHeads({ nodeCount }: EdgeEnds, copies: readonly Copy[]) {
  const heads = new Map(copies.map(({ edge, isForward }, i) => [2 * edge + isForward, nodeCount + i]))
  return (edge: number, isForward: 0 | 1) => heads.get(2 * edge + isForward)
}

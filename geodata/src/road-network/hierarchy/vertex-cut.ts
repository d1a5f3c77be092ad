import type { UndirectedGraph } from './undirected-graph.ts'

const NONE = -1
/** Stands for the node before a source and after a sink. */
const OUTSIDE = -2

/** What a node of the part is to the cut, in `side`. */
export const MIDDLE = 0
export const SOURCE = 1
export const SINK = 2

/**
 * Finds a least set of nodes whose removal parts the sources from the sinks within a part of a graph; they may
 * themselves belong to it. Node-disjoint paths are grown by Dinic's algorithm. The doubled graph (each node an entry
 * and an exit with one unit between) is not built: `before` and `after` name the nodes beside a node on the path
 * through it, and the search goes from exit to exit.
 *
 * @see Dinic (1970), Soviet Mathematics Doklady 11, 1277–1280; Even & Tarjan (1975), SIAM J. Computing 4, 507–518.
 */
export class VertexCut {
  /** SOURCE, SINK or MIDDLE by node; the caller sets it for each node of the part. */
  readonly side: Uint8Array
  readonly #graph: UndirectedGraph
  readonly #partOf: Int32Array
  readonly #before: Int32Array
  readonly #after: Int32Array
  /** Steps from the sources to the exit of a node; `NONE` = not reached. */
  readonly #level: Int32Array
  /** 1 where the entry of a node is reached. */
  readonly #isEntered: Uint8Array
  /** Next way out of a node to try: an index into its neighbours, then once more for back along the path through it. */
  readonly #nextWay: Int32Array
  readonly #queue: Int32Array
  readonly #stack: Int32Array
  /** Node entered from each node of the stack; `NONE` = back along the path through it. */
  readonly #entered: Int32Array

  /** @param partOf Part by node. A search stays in the part of its nodes. */
  constructor(graph: UndirectedGraph, partOf: Int32Array) {
    const n = graph.nodeCount
    this.#graph = graph
    this.#partOf = partOf
    this.side = new Uint8Array(n)
    this.#before = new Int32Array(n)
    this.#after = new Int32Array(n)
    this.#level = new Int32Array(n)
    this.#isEntered = new Uint8Array(n)
    this.#nextWay = new Int32Array(n)
    this.#queue = new Int32Array(n)
    this.#stack = new Int32Array(n + 1)
    this.#entered = new Int32Array(n + 1)
  }

  /**
   * @param nodes All nodes of one part.
   * @param limit The search gives up when the cut is larger.
   * @returns Size of the cut; more than `limit` if it gave up.
   */
  solve(nodes: Int32Array, limit: number): number {
    for (let i = 0; i < nodes.length; i++) {
      this.#before[nodes[i]!] = NONE
      this.#after[nodes[i]!] = NONE
    }
    let size = 0
    for (;;) {
      const sources = this.#setLevels(nodes)
      if (sources < 0) return size
      for (let i = 0; i < sources; i++) if (this.#growPath(this.#queue[i]!)) size++
      if (size > limit) return size
    }
  }

  /** Whether a node lies on the sources' side of the cut that was found. */
  isBehind(node: number): boolean {
    return this.#level[node] !== NONE
  }

  /** Whether a node belongs to the cut that was found. */
  isInCut(node: number): boolean {
    return this.#level[node] === NONE && (this.#isEntered[node] === 1 || this.side[node] === SOURCE)
  }

  /**
   * Breadth-first search from the sources that have no path yet, which come first in the queue.
   *
   * @returns How many these are; -1 if no free sink can be reached.
   */
  #setLevels(nodes: Int32Array): number {
    const { start, neighbour } = this.#graph
    const level = this.#level
    const before = this.#before
    const isEntered = this.#isEntered
    const queue = this.#queue
    const side = this.side
    const part = this.#partOf[nodes[0]!]!
    let end = 0
    for (let i = 0; i < nodes.length; i++) {
      const node = nodes[i]!
      isEntered[node] = 0
      this.#nextWay[node] = start[node]!
      const isFree = side[node] === SOURCE && before[node] === NONE
      level[node] = isFree ? 0 : NONE
      if (isFree) queue[end++] = node
    }
    const sources = end
    let lastLevel = nodes.length
    let isSinkReached = false
    for (let at = 0; at < end; at++) {
      const node = queue[at]!
      const reached = level[node]! + 1
      if (reached > lastLevel) break
      const back = before[node]!
      if (back >= 0) {
        isEntered[node] = 1
        if (level[back] === NONE) {
          level[back] = reached
          queue[end++] = back
        }
      }
      for (let i = start[node]!; i < start[node + 1]!; i++) {
        const other = neighbour[i]!
        if (this.#partOf[other] !== part || side[other] === SOURCE) continue
        isEntered[other] = 1
        const isFree = before[other] === NONE
        if (isFree && side[other] === SINK) {
          isSinkReached = true
          lastLevel = reached
          continue
        }
        const exit = isFree ? other : before[other]!
        if (level[exit] !== NONE) continue
        level[exit] = reached
        queue[end++] = exit
      }
    }
    return isSinkReached ? sources : -1
  }

  /** Depth-first search for one more path, from level to level. */
  #growPath(source: number): boolean {
    const stack = this.#stack
    stack[0] = source
    for (let depth = 0; depth >= 0; ) {
      const exit = this.#step(stack[depth]!, depth)
      if (exit === OUTSIDE) {
        this.#flip(depth)
        return true
      }
      if (exit === NONE) {
        depth--
        if (depth >= 0) this.#nextWay[stack[depth]!]!++
      } else stack[++depth] = exit
    }
    return false
  }

  /** Next exit of the next level from a node: `OUTSIDE` = a free sink is entered, `NONE` = no way left. */
  #step(node: number, depth: number): number {
    const { start, neighbour } = this.#graph
    const level = this.#level
    const before = this.#before
    const side = this.side
    const part = this.#partOf[node]!
    const wanted = level[node]! + 1
    const end = start[node + 1]!
    let way = this.#nextWay[node]!
    for (; way < end; way++) {
      const other = neighbour[way]!
      if (this.#partOf[other] !== part || side[other] === SOURCE) continue
      const isFree = before[other] === NONE
      const exit = isFree ? (side[other] === SINK ? OUTSIDE : other) : before[other]!
      if (exit === OUTSIDE || level[exit] === wanted) {
        this.#nextWay[node] = way
        this.#entered[depth] = other
        return exit
      }
    }
    this.#nextWay[node] = way
    const back = before[node]!
    if (way === end && back >= 0 && level[back] === wanted) {
      this.#entered[depth] = NONE
      return back
    }
    this.#nextWay[node] = end + 1
    return NONE
  }

  /** Makes the path of the stack a path of the cut; where it meets others, they exchange their ends. */
  #flip(depth: number): void {
    const before = this.#before
    const after = this.#after
    before[this.#stack[0]!] = OUTSIDE
    for (let i = 0; i <= depth; i++) {
      const node = this.#stack[i]!
      const other = this.#entered[i]!
      if (other === NONE) {
        before[node] = NONE
        after[node] = NONE
      } else {
        before[other] = node
        after[node] = other
      }
    }
    after[this.#entered[depth]!] = OUTSIDE
  }
}

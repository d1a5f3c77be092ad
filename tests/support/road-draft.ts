import type { Random } from './random.ts'

/** Points and joins while the network grows, in metres east and north of the south-west corner. */
export class RoadDraft {
  east: number[] = []
  north: number[] = []
  from: number[] = []
  to: number[] = []
  roadClass: number[] = []

  point(east: number, north: number): number {
    this.east.push(east)
    this.north.push(north)
    return this.east.length - 1
  }

  join(from: number, to: number, roadClass: number): void {
    this.from.push(from)
    this.to.push(to)
    this.roadClass.push(roadClass)
  }
}

export interface Join {
  a: number
  b: number
  roadClass: number
  isSure: boolean
}

/**
 * Keeps a share of the joins, then adds those of the others that hold the network together.
 *
 * @param known Joins made before, whose ends already hang together.
 */
export function joinThinned(
  draft: RoadDraft,
  joins: Join[],
  share: number,
  random: Random,
  known?: RoadDraft,
): void {
  const groups = new Map<number, number>()
  const groupOf = (node: number): number => {
    let group = node
    for (let up = groups.get(group); up !== undefined; up = groups.get(group)) group = up
    for (let at = node; at !== group; ) {
      const up = groups.get(at)!
      groups.set(at, group)
      at = up
    }
    return group
  }
  const unite = (a: number, b: number): boolean => {
    const [one, other] = [groupOf(a), groupOf(b)]
    if (one !== other) groups.set(one, other)
    return one !== other
  }
  if (known) for (let i = 0; i < known.from.length; i++) unite(known.from[i]!, known.to[i]!)
  const left: Join[] = []
  for (const join of joins) {
    if (join.isSure || random.chance(share)) {
      unite(join.a, join.b)
      draft.join(join.a, join.b, join.roadClass)
    } else left.push(join)
  }
  for (let i = left.length - 1; i > 0; i--) {
    const j = random.int(0, i)
    ;[left[i], left[j]] = [left[j]!, left[i]!]
  }
  for (const join of left) if (unite(join.a, join.b)) draft.join(join.a, join.b, join.roadClass)
}

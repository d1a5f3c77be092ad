import type { RoadGraph } from './graph.ts'
import type { Passage } from './types.ts'

/** A part of an edge, driven one way or the other. */
export type Stretch = Pick<Passage, 'edge' | 'from' | 'to'>

/**
 * Length of a way that other ways drive too, in either direction; what several of them drive counts once.
 *
 * @returns Metres, by the lengths of the edges.
 */
export function sharedMetres(
  graph: RoadGraph,
  way: readonly Stretch[],
  others: readonly (readonly Stretch[])[],
): number {
  const taken = Map.groupBy(others.flat(), ({ edge }) => edge)
  let metres = 0
  for (const stretch of way) {
    const share = coveredShare(stretch, taken.get(stretch.edge) ?? [])
    metres += share * graph.edgeLengthMetres[stretch.edge]!
  }
  return metres
}

/** The part of a stretch that lies in some of the others, as a share of the whole edge. */
function coveredShare(stretch: Stretch, others: readonly Stretch[]): number {
  const end = Math.max(stretch.from, stretch.to)
  let passed = Math.min(stretch.from, stretch.to)
  let covered = 0
  for (const [low, high] of others.map(inOrder).sort((a, b) => a[0] - b[0])) {
    const from = Math.max(low, passed)
    const to = Math.min(high, end)
    if (to <= from) continue
    covered += to - from
    passed = to
  }
  return covered
}

function inOrder({ from, to }: Stretch): [number, number] {
  return from <= to ? [from, to] : [to, from]
}

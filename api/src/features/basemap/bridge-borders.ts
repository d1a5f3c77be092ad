import type { MultiPolygon, Polygon, Position } from 'geojson'
import { ringsOf } from './boundary-lines.ts'
import { key } from './chain-lines.ts'
import type { SourceFeature } from './geodata-files.ts'

/** Longer runs without a common vertex are coasts. */
const LONGEST_DEGREES = 0.35

/**
 * Stretches of border where two outlines that were simplified one by one chose other vertices: between two vertices
 * that both countries have, the course of the country that comes first.
 */
export function bridgeBorders(countries: readonly SourceFeature<Polygon | MultiPolygon>[]): Position[][] {
  const owners = new Map<string, Set<number>>()
  countries.forEach(({ geometry }, country) => {
    for (const vertex of ringsOf(geometry).flat()) {
      owners.set(key(vertex), (owners.get(key(vertex)) ?? new Set()).add(country))
    }
  })
  const laterOwners = (vertex: Position, country: number) =>
    [...(owners.get(key(vertex)) ?? [])].filter((owner) => owner > country)
  return countries.flatMap(({ geometry }, country) =>
    ringsOf(geometry).flatMap((ring) => ownRuns(ring, (vertex) => laterOwners(vertex, country))),
  )
}

/** Runs of vertices that are nobody else's, between two that the same neighbour has. */
function ownRuns(ring: Position[], neighboursAt: (vertex: Position) => number[]): Position[][] {
  const runs: Position[][] = []
  let run: Position[] = []
  for (const vertex of ring) {
    run.push(vertex)
    const neighbours = neighboursAt(vertex)
    if (neighbours.length === 0) continue
    const isBetweenTheSame = neighboursAt(run[0]!).some((neighbour) => neighbours.includes(neighbour))
    if (run.length > 2 && isBetweenTheSame && lengthOf(run) <= LONGEST_DEGREES) runs.push(run)
    run = [vertex]
  }
  return runs
}

function lengthOf(line: Position[]): number {
  return line
    .slice(1)
    .reduce((sum, [x, y], index) => sum + Math.hypot(x! - line[index]![0]!, y! - line[index]![1]!), 0)
}

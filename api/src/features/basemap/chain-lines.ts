import type { Position } from 'geojson'

/**
 * Joins lines end to end, so that dashes run on across junctions and labels find room.
 *
 * @param lines Positions of each line; ends that join are equal to the last digit. Left unchanged.
 * @returns Fewer, longer lines that cover the same course. Where three lines meet, two of them go on.
 */
export function chainLines(lines: readonly Position[][]): Position[][] {
  const byEnd = new Map<string, Set<number>>()
  lines.forEach((line, index) => {
    for (const end of endsOf(line)) byEnd.set(end, (byEnd.get(end) ?? new Set()).add(index))
  })
  const isUsed = new Set<number>()
  const extend = (chain: Position[]): Position[] => {
    for (;;) {
      const end = key(chain.at(-1)!)
      const next = [...(byEnd.get(end) ?? [])].find((index) => !isUsed.has(index))
      if (next === undefined) return chain
      isUsed.add(next)
      const line = lines[next]!
      chain.push(...(key(line[0]!) === end ? line : line.toReversed()).slice(1))
    }
  }
  const chains: Position[][] = []
  lines.forEach((line, index) => {
    if (isUsed.has(index)) return
    isUsed.add(index)
    chains.push(extend(extend([...line]).reverse()).reverse())
  })
  return chains
}

function endsOf(line: Position[]): string[] {
  return [key(line[0]!), key(line.at(-1)!)]
}

export function key(position: Position): string {
  return `${position[0]},${position[1]}`
}

/** One measured figure. With `--json FILE` the rows are written as they are. */
export interface BenchRow {
  bench: string
  row: string
  /** null when it could not be measured: `row` then says why. */
  value: number | null
  unit: string
  /** What it is compared with, in the same unit and the same run. */
  peer: string | null
  peerValue: number | null
  /** value / peerValue: under 1, ours is less. */
  ratio: number | null
  /** Upper limit of the value. */
  goal: number | null
  /** Upper limit of the ratio. */
  goalRatio: number | null
  met: boolean | null
}

interface Measured {
  row: string
  value: number | null
  unit: string
  peer?: { name: string; value: number | null }
  goal?: number
  goalRatio?: number
}

/** Completes a row; goals are met at or under their limits. */
export function benchRow(
  bench: string,
  { row, value, unit, peer, goal = Infinity, goalRatio = Infinity }: Measured,
): BenchRow {
  const peerValue = peer?.value ?? null
  const ratio = value !== null && peerValue ? value / peerValue : null
  const hasGoal = goal < Infinity || (goalRatio < Infinity && ratio !== null)
  return {
    bench,
    row,
    value,
    unit,
    peer: peer?.name ?? null,
    peerValue,
    ratio,
    goal: goal < Infinity ? goal : null,
    goalRatio: goalRatio < Infinity ? goalRatio : null,
    met: hasGoal && value !== null ? value <= goal && (ratio ?? 0) <= goalRatio : null,
  }
}

/** What a `*.bench.ts` file exports as `bench`. */
export interface Bench {
  name: string
  run(tell: (line: string) => void): Promise<BenchRow[]>
}

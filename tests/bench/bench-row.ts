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
  met: boolean | null
}

interface Measured {
  row: string
  value: number | null
  unit: string
  peer?: { name: string; value: number | null }
  goal?: number
}

/** Completes a row; a goal is met at or under its limit. */
export function benchRow(bench: string, { row, value, unit, peer, goal }: Measured): BenchRow {
  const peerValue = peer?.value ?? null
  return {
    bench,
    row,
    value,
    unit,
    peer: peer?.name ?? null,
    peerValue,
    ratio: value !== null && peerValue ? value / peerValue : null,
    goal: goal ?? null,
    met: goal === undefined || value === null ? null : value <= goal,
  }
}

/** What a `*.bench.ts` file exports as `bench`. */
export interface Bench {
  name: string
  run(tell: (line: string) => void): Promise<BenchRow[]>
}

/**
 * Zeros and ones as the lengths of their runs, the first of zeros (0 where a one comes first): short where they change
 * seldom.
 */
export function toRunLengths(bits: Uint8Array): number[] {
  const runs: number[] = []
  let bit = 0
  let start = 0
  bits.forEach((value, i) => {
    if (value === bit) return
    runs.push(i - start)
    bit = value
    start = i
  })
  return [...runs, bits.length - start]
}

/** The zeros and ones of `toRunLengths`. */
export function fromRunLengths(runs: readonly number[]): Uint8Array {
  const bits = new Uint8Array(runs.reduce((sum, run) => sum + run, 0))
  let at = 0
  runs.forEach((run, i) => {
    bits.fill(i % 2, at, at + run)
    at += run
  })
  return bits
}

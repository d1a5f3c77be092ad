/** Milliseconds of each of `runs` calls, after one that is not counted. */
export async function timed(runs: number, work: (run: number) => unknown): Promise<number[]> {
  await work(0)
  const milliseconds: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    await work(run)
    milliseconds.push(performance.now() - start)
  }
  return milliseconds
}

/** Value below which the asked share (0–1) of the values lies, by the nearest rank. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]) => quantile(values, 0.5)

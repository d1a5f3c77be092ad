import { existsSync, readFileSync } from 'node:fs'

/**
 * Processor time of this process in one call, all its threads together. Engines are compared by it, since other work on
 * the machine lengthens the hours of the clock for whoever runs the longest.
 */
export async function cpuMs<T>(work: () => T | Promise<T>): Promise<{ ms: number; result: T }> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return { ms: (user + system) / 1000, result }
}

/** Processor times of `runs` calls, after one that is not counted. */
export async function cpuTimed(runs: number, work: (run: number) => unknown): Promise<number[]> {
  await work(0)
  const times: number[] = []
  for (let run = 0; run < runs; run++) times.push((await cpuMs(() => work(run))).ms)
  return times
}

/** Processor time that another process of one thread has used so far; on systems that do not tell, the clock. */
export function cpuMsOfProcess(pid: number): number {
  const file = `/proc/${pid}/schedstat`
  if (!existsSync(file)) return performance.now()
  return Number(readFileSync(file, 'utf8').split(' ')[0]) / 1e6
}

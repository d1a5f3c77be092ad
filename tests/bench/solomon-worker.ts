import { parentPort, workerData } from 'node:worker_threads'
import { solomonProblem, solveWithin } from './solomon.ts'

/** What a second core does: the same instances with another seed. */
export interface SolomonWork {
  names: readonly string[]
  seconds: number
  seed: number
  starts: number
}

const { names, seconds, seed, starts } = workerData as SolomonWork

function threadSeconds(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1e6
}

parentPort!.postMessage(
  names.map((name) => solveWithin(solomonProblem(name), seconds, seed, starts, threadSeconds).cost),
)

import { parentPort, workerData } from 'node:worker_threads'
import type { CoverageNetwork } from '@borne/geodata/coverage/coverage-types'
import { measureCandidates } from '@borne/geodata/coverage/measure-candidates'
import { measureTimeGrid } from '@borne/geodata/coverage/measure-time-grid'
import { rankCriticalLinks } from '@borne/geodata/coverage/rank-critical-links'
import { unpackRoads } from '@borne/geodata/road-network/pack-graph'
import { attachHierarchy } from '@borne/geodata/road-network/prepared'
import { loadHighs } from '@borne/geodata/siting/load-highs'
import { solveSiting } from '@borne/geodata/siting/solve-siting'
import type { CoverageTask, FromWorker } from './coverage-task.ts'
import { tellSiting } from './tell-siting.ts'

/** Computes one task of `workerData`, and ends. */
const task = workerData as CoverageTask
const post = (message: FromWorker) => parentPort!.postMessage(message)
const { graph, hierarchy } = unpackRoads(task.packed.buffer)
attachHierarchy(graph, hierarchy)
await run({ graph, ...task.beside }, task)

async function run(network: CoverageNetwork, { posts, question, work }: CoverageTask): Promise<void> {
  if (work.kind === 'critical-links') {
    const deadline = performance.now() + work.seconds * 1000
    const isTimeUp = () => performance.now() > deadline
    post({
      kind: 'critical-links',
      answer: rankCriticalLinks(network, posts, question, { mayClose: work.mayClose, isTimeUp }),
    })
    return
  }
  if (work.kind === 'time-grid') {
    post({ kind: 'time-grid', answer: measureTimeGrid(network, posts, question, work) })
    return
  }
  await solve(network, posts, question, work)
}

type Siting = CoverageTask['work'] & { kind: 'siting' }

async function solve(
  network: CoverageNetwork,
  posts: CoverageTask['posts'],
  question: CoverageTask['question'],
  { candidates, ask }: Siting,
): Promise<void> {
  const startedAt = performance.now()
  const { demand, model, count, budget, seconds, unknownPopulation } = ask
  const measured = measureCandidates(network, candidates, question, { demand, posts, unknownPopulation })
  const answer = solveSiting(
    {
      model,
      weights: measured.demand.map(({ weight }) => weight),
      seconds: measured.seconds,
      fixedSeconds: measured.fixedSeconds,
      costs: measured.candidates.map(({ cost }) => cost),
      count,
      budget,
      withinSeconds: model === 'covering' ? question.minutes * 60 : null,
      unreachedSeconds: null,
      curveTo: null,
    },
    {
      solver: await loadHighs(),
      seconds,
      tell: (found) =>
        post({ kind: 'siting', answer: tellSiting({ candidates, measured, ask, startedAt }, found) }),
    },
  )
  if (answer.kind === 'refused') post({ kind: 'refused', refusal: answer.refusal })
}

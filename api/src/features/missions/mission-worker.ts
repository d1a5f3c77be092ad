import { parentPort } from 'node:worker_threads'
import type { MissionRoads } from '@borne/geodata/itinerary/open-travel'
import { unpackRoads } from '@borne/geodata/road-network/pack-graph'
import { attachHierarchy } from '@borne/geodata/road-network/prepared'
import { answerCourses, answerExplain, answerPlan, answerTime } from './answer-mission.ts'
import { conditionsKey, type FromWorker, type MissionTask, type ToWorker } from './mission-task.ts'

let graph: MissionRoads['graph'] | null = null
let borders: MissionRoads['borders'] = []

/** Plans and times missions away from the thread that answers people. */
parentPort!.on('message', ({ roads, task, stop }: ToWorker) => {
  if (roads) {
    const unpacked = unpackRoads(roads.packed.buffer)
    attachHierarchy(unpacked.graph, unpacked.hierarchy)
    graph = unpacked.graph
    borders = roads.borders
  }
  const post = (message: FromWorker) => parentPort!.postMessage(message)
  try {
    answer({ graph: graph!, borders, conditionsOf: openConditions(task) }, task, stop, post)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    post({ kind: 'refused', reason: error.message })
  }
})

function openConditions({ conditions }: MissionTask): MissionRoads['conditionsOf'] {
  return (date, profileId) => {
    const found = conditions.get(conditionsKey(date, profileId))
    if (!found) throw new RangeError(`no roads for ${profileId} on ${date}`)
    return found
  }
}

function answer(
  roads: MissionRoads,
  { question, work }: MissionTask,
  stop: Int32Array,
  post: (message: FromWorker) => void,
): void {
  if (work.kind === 'time') {
    post({ kind: 'timed', answer: answerTime(roads, question, work.plan) })
    return
  }
  if (work.kind === 'courses') {
    post({ kind: 'drawn', answer: answerCourses(roads, question, work.itinerary) })
    return
  }
  if (work.kind === 'explain') {
    post({ kind: 'explained', answer: answerExplain(roads, question, work) })
    return
  }
  const last = answerPlan(roads, question, {
    ...work,
    isStopped: () => Atomics.load(stop, 0) !== 0,
    tell: (better) => post({ kind: 'better', answer: better }),
  })
  post({ kind: 'last', answer: last })
}

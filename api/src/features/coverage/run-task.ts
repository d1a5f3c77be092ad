import type { TimeGrid } from '@borne/geodata/coverage/measure-time-grid'
import type { RankedLinks } from '@borne/geodata/coverage/rank-critical-links'
import { closuresOn } from '@borne/geodata/road-state/closures-on'
import type { SitingRefusal } from '@borne/geodata/siting/types'
import { problem } from '../../platform/problems.ts'
import { type CoverageAsked, questionOf } from './ask-coverage.ts'
import type { CoverageTask, FromWorker } from './coverage-task.ts'
import type { CoverageWorkers } from './coverage-workers.ts'
import type { SitingAnswer } from './siting-contract.ts'

/** What is measured: of a question, or of a record. */
type Measured = Pick<CoverageAsked, 'question' | 'posts' | 'roads'>

export interface Run<A extends Measured = CoverageAsked> {
  readonly workers: CoverageWorkers
  readonly asked: A
  readonly signal: AbortSignal
}

/** Links that lose border when they close; closures that do not act on the day may come too. */
export async function rankLinks({ asked, ...run }: Run, seconds: number): Promise<RankedLinks> {
  const { date } = asked.roads.ground
  const acting = new Set(date === null ? [] : closuresOn(asked.closures, date).map(({ id }) => id))
  const mayClose = asked.closures.filter(({ id }) => !acting.has(id))
  const work = { kind: 'critical-links', mayClose, seconds } as const
  const answers = await runTask(run, taskOf(asked, work))
  return answerOf<'critical-links'>(answers)
}

export async function layGrid({ asked, ...run }: Run, cellMetres: number): Promise<TimeGrid> {
  const { isInRegion } = asked.roads.network
  return answerOf<'time-grid'>(
    await runTask(run, taskOf(asked, { kind: 'time-grid', cellMetres, isInRegion })),
  )
}

/**
 * Where posts should stand: the last answer; `onAnswer` hears each.
 *
 * @throws problems `coverage-siting-…` where there is none.
 */
export async function sitePosts(
  { asked, ...run }: Run<Measured>,
  work: CoverageTask['work'] & { kind: 'siting' },
  {
    keepPosts,
    onAnswer,
  }: { readonly keepPosts: boolean; readonly onAnswer?: (answer: SitingAnswer) => void },
): Promise<SitingAnswer> {
  const task = taskOf(asked, work)
  const messages = await runTask(run, { ...task, posts: keepPosts ? task.posts : [] }, (message) => {
    if (message.kind === 'siting') onAnswer?.(message.answer)
  })
  const refused = messages.find((message) => message.kind === 'refused')
  if (refused) throw refuseSiting(refused.refusal)
  return answerOf<'siting'>(messages)
}

function taskOf(asked: Measured, work: CoverageTask['work']): CoverageTask {
  const { packed, borders, settlements, crossings } = asked.roads.network
  return {
    packed,
    beside: { borders, settlements, crossings },
    posts: asked.posts,
    question: { ...questionOf(asked), state: null },
    work,
  }
}

async function runTask(
  { workers, signal }: Omit<Run, 'asked'>,
  task: CoverageTask,
  onMessage?: (message: FromWorker) => void,
): Promise<FromWorker[]> {
  const messages: FromWorker[] = []
  await workers.run(task, {
    signal,
    onMessage: (message) => {
      messages.push(message)
      onMessage?.(message)
    },
  })
  return messages
}

type AnswerOf<K extends FromWorker['kind']> = Extract<FromWorker, { kind: K; answer: unknown }>['answer']

/** The last answer, which is of the kind that was asked for. */
function answerOf<K extends FromWorker['kind']>(messages: readonly FromWorker[]): AnswerOf<K> {
  const last = messages.at(-1)
  if (!last || !('answer' in last)) throw problem('coverage-stopped')
  return last.answer as AnswerOf<K>
}

function refuseSiting(refusal: SitingRefusal): Error {
  switch (refusal.code) {
    case 'no-candidates':
      return problem('coverage-siting-no-candidates', {}, { field: 'candidates' })
    case 'no-demand':
      return problem('coverage-siting-no-demand', {}, { field: 'demand' })
    case 'no-limit':
      return problem('coverage-siting-no-limit', {}, { field: 'count' })
    case 'budget-too-small': {
      const { budget, cheapest } = refusal
      return problem('coverage-siting-budget-too-small', { budget, cheapest }, { field: 'budget' })
    }
    case 'too-large': {
      const { cells, most } = refusal
      return problem('coverage-siting-too-large', { cells, most }, { field: 'candidates' })
    }
    default:
      return new Error(`a siting problem that should not come about: ${JSON.stringify(refusal)}`)
  }
}

import { applyChanges } from '@borne/geodata/coverage/apply-changes'
import type {
  ChangedGround,
  CoverageQuestion as MeasuredQuestion,
  StartPost,
} from '@borne/geodata/coverage/coverage-types'
import type { RoadAddition } from '@borne/geodata/road-network/types'
import type { RoadClosure } from '@borne/geodata/road-state/types'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { StateUsed } from '../../contract-kit/network.ts'
import { problem } from '../../platform/problems.ts'
import type { RoadNetwork } from '../../platform/road-network.ts'
import { type RoadQuestion, readDay } from '../../platform/road-state.ts'
import { loadClosures } from '../../platform/road-state-queries.ts'
import { getScenario } from './change-scenario.ts'
import { checkChanges, namedBy, unknownThing } from './check-changes.ts'
import { findContractPosts, findStartPosts } from './queries.ts'
import { type AskedCoverage, type CoverageChange, CoverageQuestion } from './question-contract.ts'

/** A question with all that answers it, as the caller may see it. */
export interface CoverageAsked {
  readonly question: CoverageQuestion
  readonly changes: readonly CoverageChange[]
  readonly posts: readonly StartPost[]
  /** Roads that the changes build. */
  readonly additions: readonly RoadAddition[]
  /** Closures that are known, those that the changes make among them. */
  readonly closures: readonly RoadClosure[]
  /** Changes that change nothing. */
  readonly idle: ChangedGround['idle']
  readonly roads: RoadQuestion
  /** Without the roads that are built. */
  readonly network: RoadNetwork
}

interface At {
  readonly app: FastifyInstance
  readonly request: FastifyRequest
}

/** @throws problems of the question, of its scenario and of its changes. */
export async function askCoverage({ app, request }: At, asked: AskedCoverage): Promise<CoverageAsked> {
  const { db } = request
  const { question, changes } = await readAsked(request, asked)
  const date = readDay(question.network.date)
  const network = await app.roadNetwork.getFor(request.caller?.accountId, date ?? undefined)
  await checkChanges(db, question, changes, network.bbox)
  const stored = await findStartPosts(db)
  const closures = date === null ? [] : await loadClosures(db)
  const applied = applyChanges(
    {
      posts: stored,
      usedPostIds:
        question.postIds ?? stored.filter((post) => post.isOperational).map(({ postId }) => postId),
      contractPosts: await findContractPosts(db, namedBy(question, changes).contractIds),
      closures,
    },
    changes,
    date,
  )
  const [refused] = applied.refused
  if (refused) throw refuseChange(changes, refused)
  const { additions } = applied
  const supposed = additions.length > 0 ? await app.roadNetwork.suppose(network, additions) : network
  const isAsStored = JSON.stringify(applied.closures) === JSON.stringify(closures)
  const roads = isAsStored
    ? await app.roadStates.ask(request, question.network, supposed)
    : await app.roadStates.suppose(request, question.network, supposed, applied.closures)
  const posts = applied.posts.map(toStartPost)
  return {
    question,
    changes,
    posts,
    additions,
    closures: applied.closures,
    idle: applied.idle,
    roads,
    network,
  }
}

/** Without what is known of it besides. */
function toStartPost({
  postId,
  name,
  position,
  isPositionUnconfirmed,
  isDemonstration,
}: StartPost): StartPost {
  return { postId, name, position, isPositionUnconfirmed, isDemonstration }
}

async function readAsked(
  { db }: FastifyRequest,
  { question, scenarioId, changes = [] }: AskedCoverage,
): Promise<Pick<CoverageAsked, 'question' | 'changes'>> {
  if (scenarioId === undefined) return { question: question ?? CoverageQuestion.parse({}), changes }
  const scenario = await getScenario(db, scenarioId)
  return { question: question ?? scenario.question, changes: [...scenario.changes, ...changes] }
}

/** Of what `checkChanges` lets through: what depends on the day, and on the other changes. */
function refuseChange(
  changes: readonly CoverageChange[],
  { index, reason }: ChangedGround['refused'][number],
): Error {
  const field = `changes.${index}`
  const number = index + 1
  switch (reason) {
    case 'needs-day':
      return problem('coverage-change-needs-day', { number }, { field })
    case 'place-known':
      return problem('coverage-change-place-known', { number }, { field })
    case 'road-unfit':
      return problem('coverage-road-too-short', { number, count: 0 }, { field })
    default:
      return unknownThing(changes[index]!, index)
  }
}

/** What geodata measures with, besides the network and the posts. */
export function questionOf({
  question,
  roads,
}: Pick<CoverageAsked, 'question' | 'roads'>): MeasuredQuestion<StateUsed> {
  const { minutes, access, includeUnconfirmed } = question
  const { options, state, network } = roads
  return { minutes, access, includeUnconfirmed, options, state, office: network.start.position }
}

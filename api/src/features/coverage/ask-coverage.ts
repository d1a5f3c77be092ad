import { applyChanges } from '@borne/geodata/coverage/apply-changes'
import type { CoverageQuestion as MeasuredQuestion, StartPost } from '@borne/geodata/coverage/coverage-types'
import type { RoadAddition } from '@borne/geodata/road-network/types'
import type { RoadClosure } from '@borne/geodata/road-state/types'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { StateUsed } from '../../contract-kit/network.ts'
import { problem } from '../../platform/problems.ts'
import { type RoadQuestion, readDay } from '../../platform/road-state.ts'
import { loadClosures } from '../../platform/road-state-queries.ts'
import { getScenario } from './change-scenario.ts'
import { checkChanges, namedBy } from './check-changes.ts'
import { findContractPosts, findCountries, findStartPosts } from './queries.ts'
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
  readonly roads: RoadQuestion
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
  if (refused) throw refuseChange(refused)
  const additions = await placeAdditions(request, applied.additions)
  const supposed = additions.length > 0 ? await app.roadNetwork.suppose(network, additions) : network
  const isAsStored = JSON.stringify(applied.closures) === JSON.stringify(closures)
  const roads = isAsStored
    ? await app.roadStates.ask(request, question.network, supposed)
    : await app.roadStates.suppose(request, question.network, supposed, applied.closures)
  return { question, changes, posts: applied.posts, additions, closures: applied.closures, roads }
}

async function readAsked(
  { db }: FastifyRequest,
  { question, scenarioId, changes = [] }: AskedCoverage,
): Promise<Pick<CoverageAsked, 'question' | 'changes'>> {
  if (scenarioId === undefined) return { question: question ?? CoverageQuestion.parse({}), changes }
  const scenario = await getScenario(db, scenarioId)
  return { question: question ?? scenario.question, changes: [...scenario.changes, ...changes] }
}

/** A road of unknown country would count as abroad. */
async function placeAdditions(
  { db }: FastifyRequest,
  additions: readonly RoadAddition[],
): Promise<RoadAddition[]> {
  if (additions.length === 0) return []
  const countries = await findCountries(
    db,
    additions.map(({ coordinates }) => coordinates),
  )
  return additions.map((addition, index) => ({ ...addition, iso3: countries[index] ?? null }))
}

function refuseChange({ index, reason }: { readonly index: number; readonly reason: string }): Error {
  const field = `changes.${index}`
  if (reason === 'needs-day') return problem('coverage-change-needs-day', { number: index + 1 }, { field })
  return problem('coverage-change-unfit', { number: index + 1, reason }, { field })
}

/** What geodata measures with, besides the network and the posts. */
export function questionOf({ question, roads }: CoverageAsked): MeasuredQuestion<StateUsed> {
  const { minutes, access, includeUnconfirmed } = question
  const { options, state, network } = roads
  return { minutes, access, includeUnconfirmed, options, state, office: network.start.position }
}

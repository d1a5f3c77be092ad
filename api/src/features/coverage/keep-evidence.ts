import { randomUUID } from 'node:crypto'
import { compareCoverage } from '@borne/geodata/coverage/compare-coverage'
import type {
  CoverageDifference,
  CoverageFigures as MeasuredFigures,
  StartPost,
} from '@borne/geodata/coverage/coverage-types'
import { measureCoverage } from '@borne/geodata/coverage/measure-coverage'
import type { RoadState } from '@borne/geodata/road-state/conditions'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import { checkText } from '../../platform/check-text.ts'
import { CODE_VERSION } from '../../platform/code-version.ts'
import type { Db } from '../../platform/db.ts'
import { digestNetwork, digestOf } from '../../platform/digest-network.ts'
import { problem } from '../../platform/problems.ts'
import { ROAD_ATTRIBUTION } from '../../platform/road-network.ts'
import { askCoverage, type CoverageAsked, questionOf } from './ask-coverage.ts'
import { chooseCandidates } from './choose-candidates.ts'
import type { CoverageWorkers } from './coverage-workers.ts'
import type { CoverageEvidence, CoverageFigures, EvidenceSubject } from './evidence-contract.ts'
import { findEvidence, insertEvidence, type KeptGround, type StoredEvidence } from './evidence-queries.ts'
import type { AskedCoverage, CoverageChange } from './question-contract.ts'
import { type Run as SitingRun, sitePosts } from './run-task.ts'
import type { KeptSiting, SitingFields } from './siting-contract.ts'

interface At {
  readonly app: FastifyInstance
  readonly request: FastifyRequest
  readonly workers: CoverageWorkers
  /** Whoever asked has hung up. */
  readonly signal: AbortSignal
}

/**
 * Measures, and keeps the figures with all that they were made from.
 *
 * @throws problem `coverage-no-posts`; those of a siting.
 */
export async function keepEvidence(
  { app, request, workers, signal }: At,
  { name, subject, ...input }: AskedCoverage & { readonly name: string; readonly subject: EvidenceSubject },
): Promise<CoverageEvidence> {
  checkText({ name, subject })
  const { db } = request
  const asked = await askCoverage({ app, request }, input)
  const own = measureFor(asked, name)
  const other =
    subject.kind === 'comparison'
      ? measureFor(await askCoverage({ app, request }, subject.against), subject.againstName)
      : null
  const run = { workers, asked, signal }
  const siting = subject.kind === 'siting' ? await keepSiting(db, run, subject.siting) : null
  const madeBy = request.caller.accountId
  const id = randomUUID()
  const against = other && { id: randomUUID(), ...other.written }
  await db.transaction(async () => {
    if (other && against)
      await insertEvidence(
        db,
        against.id,
        { ...against, madeBy, siting: null, againstId: null },
        other.ground,
      )
    const postIds = [...new Set([...own.written.postIds, ...(against?.postIds ?? [])])]
    const isDemonstration = own.written.isDemonstration || (against?.isDemonstration ?? false)
    const kept = { ...own.written, postIds, isDemonstration, madeBy, siting, againstId: against?.id ?? null }
    await insertEvidence(db, id, kept, own.ground)
  })
  return tellEvidence(await getEvidence(db, id))
}

function measureFor(asked: CoverageAsked, name: string) {
  const { question, changes, posts, additions, network, roads } = asked
  const { roads: _drawn, ...measured } = measureCoverage(roads.network, posts, questionOf(asked))
  const used = measured.posts.filter(({ isUsed }) => isUsed)
  if (used.length === 0) throw problem('coverage-no-posts')
  const figures: CoverageFigures = { ...measured, attribution: ROAD_ATTRIBUTION }
  const ground = keepGround(roads.ground)
  const digests = digestNetwork(network)
  const written = {
    name,
    question,
    changes: [...changes],
    posts,
    postIds: inRegister(posts, changes),
    additions,
    figures,
    inputs: {
      network: { ...network.version, digest: digests.roads },
      settlementsDigest: digests.settlements,
      geometryVersion: figures.geometryVersion,
      borderDigest: digests.border,
      groundDigest: digestOf(ground),
      codeVersion: CODE_VERSION,
    },
    isDemonstration: used.some(({ isDemonstration }) => isDemonstration),
  }
  return { written, ground }
}

async function keepSiting(
  db: Db,
  run: SitingRun,
  fields: z.output<typeof SitingFields>,
): Promise<KeptSiting> {
  const { model, demand, count, budget, seconds, unknownPopulation, keepPosts } = fields
  const candidates = await chooseCandidates(db, run.asked.network, fields)
  const ask = { model, demand, count, budget, seconds, unknownPopulation }
  const { computeMilliseconds: _, ...answer } = await sitePosts(
    run,
    { kind: 'siting', candidates, ask },
    { keepPosts },
  )
  return { candidates, ask, keepsPosts: keepPosts, answer }
}

/** @throws problem `coverage-evidence-not-found`, also for what the caller may not see. */
export async function getEvidence(db: Db, evidenceId: string): Promise<StoredEvidence> {
  const evidence = await findEvidence(db, evidenceId)
  if (!evidence) throw problem('coverage-evidence-not-found', { evidenceId })
  return evidence
}

export function tellEvidence({ posts: _, additions: __, ...evidence }: StoredEvidence): CoverageEvidence {
  return evidence
}

/** What differs from the measure that a record is compared with; null: it is of no comparison. */
export async function compareWith(
  db: Db,
  { against, figures }: CoverageEvidence,
): Promise<CoverageDifference | null> {
  if (!against) return null
  const other = await getEvidence(db, against.id)
  return compareCoverage(asMeasured(other.figures), asMeasured(figures))
}

/** JSON keeps positions as plain arrays. */
const asMeasured = (figures: CoverageFigures) => figures as unknown as MeasuredFigures<unknown>

/** Without the places that the changes open: who sees the posts sees the figures. */
function inRegister(posts: readonly StartPost[], changes: readonly CoverageChange[]): string[] {
  const places = new Set(changes.flatMap((change) => ('placeId' in change ? [change.placeId] : [])))
  return posts.flatMap(({ postId }) => (places.has(postId) ? [] : [postId]))
}

function keepGround({ learned, ...ground }: RoadState): KeptGround {
  const kept = { ...ground, learned: [...(learned ?? [])] }
  return JSON.parse(JSON.stringify(kept)) as KeptGround
}

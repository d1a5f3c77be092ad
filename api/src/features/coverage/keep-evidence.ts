import { randomUUID } from 'node:crypto'
import type { StartPost } from '@borne/geodata/coverage/coverage-types'
import { measureCoverage } from '@borne/geodata/coverage/measure-coverage'
import type { RoadState } from '@borne/geodata/road-state/conditions'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { digestNetwork, digestOf } from '../../platform/digest-network.ts'
import { problem } from '../../platform/problems.ts'
import { ROAD_ATTRIBUTION } from '../../platform/road-network.ts'
import { VERSION } from '../../platform/version.ts'
import { askCoverage, questionOf } from './ask-coverage.ts'
import type { CoverageEvidence, CoverageFigures } from './evidence-contract.ts'
import { findEvidence, insertEvidence, type KeptGround, type StoredEvidence } from './evidence-queries.ts'
import type { AskedCoverage, CoverageChange } from './question-contract.ts'

interface At {
  readonly app: FastifyInstance
  readonly request: FastifyRequest
}

/** Measures, and keeps the figures with all that they were made from. @throws problem `coverage-no-posts`. */
export async function keepEvidence(
  { app, request }: At,
  { name, ...input }: AskedCoverage & { readonly name: string },
): Promise<CoverageEvidence> {
  checkText({ name })
  const asked = await askCoverage({ app, request }, input)
  const { question, changes, posts, additions, network, roads } = asked
  const { roads: _drawn, ...measured } = measureCoverage(roads.network, posts, questionOf(asked))
  const used = measured.posts.filter(({ isUsed }) => isUsed)
  if (used.length === 0) throw problem('coverage-no-posts')
  const figures: CoverageFigures = { ...measured, attribution: ROAD_ATTRIBUTION }
  const ground = keepGround(roads.ground)
  const digests = digestNetwork(network)
  const { db } = request
  const id = randomUUID()
  await db.transaction(() =>
    insertEvidence(
      db,
      id,
      {
        name,
        madeBy: request.caller.accountId,
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
          codeVersion: VERSION,
        },
        isDemonstration: used.some(({ isDemonstration }) => isDemonstration),
      },
      ground,
    ),
  )
  return tellEvidence(await getEvidence(db, id))
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

/** Without the places that the changes open: who sees the posts sees the figures. */
function inRegister(posts: readonly StartPost[], changes: readonly CoverageChange[]): string[] {
  const places = new Set(changes.flatMap((change) => ('placeId' in change ? [change.placeId] : [])))
  return posts.flatMap(({ postId }) => (places.has(postId) ? [] : [postId]))
}

function keepGround({ learned, ...ground }: RoadState): KeptGround {
  const kept = { ...ground, learned: [...(learned ?? [])] }
  return JSON.parse(JSON.stringify(kept)) as KeptGround
}

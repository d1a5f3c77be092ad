import { measureCoverage } from '@borne/geodata/coverage/measure-coverage'
import type { FastifyInstance } from 'fastify'
import { CODE_VERSION } from '../../platform/code-version.ts'
import type { Db } from '../../platform/db.ts'
import { digestNetwork, digestOf } from '../../platform/digest-network.ts'
import { problem } from '../../platform/problems.ts'
import type { RoadNetwork } from '../../platform/road-network.ts'
import { stableText } from '../../platform/stable-text.ts'
import { questionOf } from './ask-coverage.ts'
import type { CoverageWorkers } from './coverage-workers.ts'
import type { RecomputedEvidence } from './evidence-contract.ts'
import { findGround, type StoredEvidence } from './evidence-queries.ts'
import { getEvidence } from './keep-evidence.ts'
import { sitePosts } from './run-task.ts'

const MOST_DIFFERENCES = 50

interface At {
  readonly app: FastifyInstance
  readonly db: Db
  readonly workers: CoverageWorkers
  readonly signal: AbortSignal
}

/** Measures again from the record alone, and tells what differs and which of its inputs are others now. */
export async function recomputeEvidence(at: At, evidenceId: string): Promise<RecomputedEvidence> {
  const startedAt = performance.now()
  const evidence = await getEvidence(at.db, evidenceId)
  const parts = [await measureAgain(at, evidence)]
  if (evidence.against) {
    const against = await measureAgain(at, await getEvidence(at.db, evidence.against.id))
    parts.push({ ...against, differences: under('against', against.differences) })
  }
  const differences = parts.flatMap((part) => part.differences)
  return {
    isSame: differences.length === 0,
    differences: differences.toSorted(byDepth).slice(0, MOST_DIFFERENCES),
    changedInputs: [...new Set(parts.flatMap((part) => part.changedInputs))],
    computeMilliseconds: Math.round(performance.now() - startedAt),
  }
}

type Part = Pick<RecomputedEvidence, 'differences' | 'changedInputs'>

async function measureAgain({ app, db, workers, signal }: At, evidence: StoredEvidence): Promise<Part> {
  const { question, inputs, additions, posts, siting } = evidence
  const ground = await findGround(db, inputs.groundDigest)
  if (!ground) throw problem('coverage-evidence-not-found', { evidenceId: evidence.id })
  const network =
    (await app.roadNetwork.getVersion(inputs.network.id)) ??
    (await app.roadNetwork.get(ground.date ?? undefined))
  const supposed = additions.length > 0 ? await app.roadNetwork.suppose(network, additions) : network
  const roads = app.roadStates.replay(question.network, supposed, {
    ...ground,
    learned: new Map(ground.learned),
  })
  const asked = { question, posts, roads }
  const { roads: _drawn, ...figures } = measureCoverage(supposed, posts, questionOf(asked))
  const { attribution: _said, ...was } = evidence.figures
  const differences = compareFigures(was, JSON.parse(JSON.stringify(figures)))
  if (siting) {
    const { candidates, ask, keepsPosts } = siting
    const work = { kind: 'siting', candidates, ask } as const
    const { computeMilliseconds: _took, ...answer } = await sitePosts({ workers, asked, signal }, work, {
      keepPosts: keepsPosts,
    })
    differences.push(...under('siting', compareFigures(siting.answer, JSON.parse(JSON.stringify(answer)))))
  }
  return { differences, changedInputs: findChanged(evidence, network, digestOf(ground)) }
}

function under(part: string, differences: readonly Difference[]): Difference[] {
  return differences.map((difference) => ({ ...difference, figure: `${part}.${difference.figure}` }))
}

function findChanged(
  { inputs }: StoredEvidence,
  network: RoadNetwork,
  groundDigest: string,
): RecomputedEvidence['changedInputs'] {
  const now = digestNetwork(network)
  const isSame = {
    roads: now.roads === inputs.network.digest,
    settlements: now.settlements === inputs.settlementsDigest,
    border: now.border === inputs.borderDigest,
    ground: groundDigest === inputs.groundDigest,
    code: CODE_VERSION === inputs.codeVersion,
  }
  const names = Object.keys(isSame) as (keyof typeof isSame)[]
  return names.filter((name) => !isSame[name])
}

type Difference = RecomputedEvidence['differences'][number]

/** Sums before what they are made of. */
function byDepth(a: Difference, b: Difference): number {
  const depthOf = ({ figure }: Difference) => figure.split('.').length
  return depthOf(a) - depthOf(b)
}

/** Where two JSON values differ, by the path to there. */
function compareFigures(was: unknown, is: unknown, path = ''): Difference[] {
  if (isContainer(was) && isContainer(is) && Array.isArray(was) === Array.isArray(is)) {
    const names = new Set([...Object.keys(was), ...Object.keys(is)])
    return [...names].flatMap((name) =>
      compareFigures(was[name], is[name], path === '' ? name : `${path}.${name}`),
    )
  }
  const [before, after] = [tell(was), tell(is)]
  return before === after ? [] : [{ figure: path, was: before, is: after }]
}

function isContainer(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

/** Null where there is nothing. */
function tell(value: unknown): string | null {
  return value === undefined || value === null ? null : stableText(value).slice(0, 200)
}

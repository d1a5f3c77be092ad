import { measureCoverage } from '@borne/geodata/coverage/measure-coverage'
import type { FastifyInstance } from 'fastify'
import type { Db } from '../../platform/db.ts'
import { digestNetwork, digestOf } from '../../platform/digest-network.ts'
import { problem } from '../../platform/problems.ts'
import type { RoadNetwork } from '../../platform/road-network.ts'
import { stableText } from '../../platform/stable-text.ts'
import { timed } from '../../platform/timed.ts'
import { VERSION } from '../../platform/version.ts'
import type { RecomputedEvidence } from './evidence-contract.ts'
import { findGround, type StoredEvidence } from './evidence-queries.ts'
import { getEvidence } from './keep-evidence.ts'

const MOST_DIFFERENCES = 50

/** Measures again from the record alone, and tells what differs and which of its inputs are others now. */
export async function recomputeEvidence(
  app: FastifyInstance,
  db: Db,
  evidenceId: string,
): Promise<RecomputedEvidence> {
  const evidence = await getEvidence(db, evidenceId)
  const { question, inputs, additions, posts } = evidence
  const ground = await findGround(db, inputs.groundDigest)
  if (!ground) throw problem('coverage-evidence-not-found', { evidenceId })
  const { network: version } = inputs
  const network =
    (await app.roadNetwork.getVersion(version.id)) ?? (await app.roadNetwork.get(ground.date ?? undefined))
  const supposed = additions.length > 0 ? await app.roadNetwork.suppose(network, additions) : network
  return timed(() => {
    const roads = app.roadStates.replay(question.network, supposed, {
      ...ground,
      learned: new Map(ground.learned),
    })
    const { minutes, access, includeUnconfirmed } = question
    const { options, state } = roads
    const office = network.start.position
    const measured = measureCoverage(supposed, posts, {
      minutes,
      access,
      includeUnconfirmed,
      options,
      state,
      office,
    })
    const { roads: _drawn, ...figures } = measured
    const { attribution: _said, ...was } = evidence.figures
    const differences = compareFigures(was, JSON.parse(JSON.stringify(figures)))
    return {
      isSame: differences.length === 0,
      differences: differences.toSorted(byDepth).slice(0, MOST_DIFFERENCES),
      changedInputs: findChanged(evidence, network, digestOf(ground)),
    }
  })
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
    code: VERSION === inputs.codeVersion,
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

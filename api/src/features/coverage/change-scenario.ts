import { randomUUID } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import { checkText } from '../../platform/check-text.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { readDay } from '../../platform/road-state.ts'
import { checkChanges, findBroken, namedBy } from './check-changes.ts'
import { CoverageQuestion } from './question-contract.ts'
import type { CoverageScenario } from './scenario-contract.ts'
import {
  archiveScenario,
  findKnown,
  findScenario,
  findScenarios,
  insertScenario,
  type StoredScenario,
  updateScenario,
  type WrittenScenario,
} from './scenario-queries.ts'

/** Where a scenario is asked for: the database on behalf of the caller, and the roads that it is about. */
export interface ScenarioAt {
  readonly db: Db
  readonly app: Pick<FastifyInstance, 'roadNetwork'>
}
type Input = Omit<WrittenScenario, 'postIds' | 'contractIds'>

/** @throws problem `coverage-scenario-not-found`, also for what the caller may not see. */
export async function getScenario(db: Db, scenarioId: string): Promise<StoredScenario> {
  const scenario = await findScenario(db, scenarioId)
  if (!scenario) throw problem('coverage-scenario-not-found', { scenarioId })
  // What an older release kept gets the defaults of what came since.
  return { ...scenario, question: CoverageQuestion.parse(scenario.question) }
}

export async function describeScenario(db: Db, scenarioId: string): Promise<CoverageScenario> {
  return withBroken(db, await getScenario(db, scenarioId))
}

export async function listScenarios(
  db: Db,
  filter: { readonly includeArchived: boolean },
): Promise<CoverageScenario[]> {
  const items: CoverageScenario[] = []
  for (const stored of await findScenarios(db, filter)) {
    items.push(await withBroken(db, { ...stored, question: CoverageQuestion.parse(stored.question) }))
  }
  return items
}

async function withBroken(db: Db, scenario: StoredScenario): Promise<CoverageScenario> {
  const { question, changes } = scenario
  const named = namedBy(question, changes)
  const isNamed = named.postIds.length + named.contractIds.length + named.closureIds.length > 0
  return { ...scenario, brokenChanges: isNamed ? findBroken(changes, await findKnown(db, named)) : [] }
}

export async function createScenario(at: ScenarioAt, input: Input): Promise<CoverageScenario> {
  const written = await checkScenario(at, input)
  const { db } = at
  return db.transaction(async () => {
    const id = randomUUID()
    await insertScenario(db, id, written)
    return describeScenario(db, id)
  })
}

/** @throws problem `coverage-scenario-changed-meanwhile` with the current one, when `version` is no longer it. */
export async function changeScenario(
  at: ScenarioAt,
  id: string,
  { version, ...input }: Input & { readonly version: number },
): Promise<CoverageScenario> {
  const { db } = at
  await getScenario(db, id)
  const written = await checkScenario(at, input)
  return db.transaction(async () => {
    if (!(await updateScenario(db, { id, version }, written))) throw await changedMeanwhile(db, id, version)
    return describeScenario(db, id)
  })
}

/** Out of the lists, or back: nothing is deleted. @throws as `changeScenario`. */
export function setArchived(
  db: Db,
  { id, version }: { readonly id: string; readonly version: number },
  isArchived: boolean,
): Promise<CoverageScenario> {
  return db.transaction(async () => {
    await getScenario(db, id)
    if (!(await archiveScenario(db, { id, version }, isArchived)))
      throw await changedMeanwhile(db, id, version)
    return describeScenario(db, id)
  })
}

export async function duplicateScenario(at: ScenarioAt, id: string, name: string): Promise<CoverageScenario> {
  const { note, question, changes } = await getScenario(at.db, id)
  return createScenario(at, { name, note, question, changes })
}

async function checkScenario({ db, app }: ScenarioAt, input: Input): Promise<WrittenScenario> {
  checkText(input)
  const { question, changes } = input
  const { bbox } = await app.roadNetwork.get(readDay(question.network.date) ?? undefined)
  await checkChanges(db, question, changes, bbox)
  const { postIds, contractIds } = namedBy(question, changes)
  return { ...input, postIds, contractIds }
}

async function changedMeanwhile(db: Db, id: string, version: number): Promise<Error> {
  const current = await describeScenario(db, id)
  return problem(
    'coverage-scenario-changed-meanwhile',
    { yours: version, current: current.version, name: current.name },
    { extra: { current } },
  )
}

import { readFile } from 'node:fs/promises'
import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { namedBy } from './check-changes.ts'
import { CoverageChanges, CoverageQuestion } from './question-contract.ts'

const FILE = new URL('../../../demo/coverage.json', import.meta.url)
const REFERENCE = /"@contract:([\w-]+)"/g

interface DemonstrationScenario {
  readonly key: string
  readonly name: string
  readonly note: string
  readonly question: unknown
  readonly changes: readonly { readonly contractId?: string }[]
}

/**
 * Adds the fictional scenarios that are not there yet; those that are stay as people left them.
 *
 * @returns How many were added. One whose works contracts are not there is left out.
 */
export async function loadDemonstrationScenarios(db: Db): Promise<{ added: number }> {
  const scenarios = await readScenarios(db)
  return db.transaction(async () => {
    let added = 0
    for (const { key, name, note, ...told } of scenarios) {
      if (told.changes.some(({ contractId }) => contractId?.startsWith('@'))) continue
      const question = CoverageQuestion.parse(told.question)
      const changes = CoverageChanges.parse(told.changes)
      const { postIds, contractIds } = namedBy(question, changes)
      added += await db.run(sql`
        insert into coverage_scenario (demonstration_key, name, note, question, changes, post_ids, contract_ids)
        values (${key}, ${name}, ${note}, ${JSON.stringify(question)}::jsonb, ${JSON.stringify(changes)}::jsonb,
                ${postIds}::uuid[], ${contractIds}::uuid[])
        on conflict (demonstration_key) do nothing`)
    }
    return { added }
  })
}

/** Takes the fictional scenarios away, and the figures that were measured from fictional posts. */
export function removeDemonstrationScenarios(db: Db): Promise<void> {
  return db.transaction(async () => {
    await db.run(sql`delete from coverage_scenario where demonstration_key is not null`)
    await db.run(sql`delete from coverage_evidence where is_demonstration`)
    await db.run(sql`
      delete from coverage_ground ground
       where not exists (select from coverage_evidence evidence where evidence.ground_digest = ground.digest)`)
  })
}

/** With the ids of the contracts that are there in the place of their keys. */
async function readScenarios(db: Db): Promise<readonly DemonstrationScenario[]> {
  const rows = await db.many<{ key: string; id: string }>(sql`
    select demonstration_key as key, id from works_contract where demonstration_key is not null order by key`)
  const ids = new Map(rows.map(({ key, id }) => [key, id]))
  const text = (await readFile(FILE, 'utf8')).replaceAll(REFERENCE, (reference, key: string) =>
    ids.has(key) ? JSON.stringify(ids.get(key)) : reference,
  )
  return (JSON.parse(text) as { scenarios: DemonstrationScenario[] }).scenarios
}

import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { CoverageChange, CoverageQuestion } from './question-contract.ts'
import type { CoverageScenario } from './scenario-contract.ts'

export type StoredScenario = Omit<CoverageScenario, 'brokenChanges'>
export interface WrittenScenario {
  readonly name: string
  readonly note: string
  readonly question: CoverageQuestion
  readonly changes: readonly CoverageChange[]
  /** Those that question and changes name. */
  readonly postIds: readonly string[]
  readonly contractIds: readonly string[]
}

function findWhere(db: Db, condition: Sql): Promise<StoredScenario[]> {
  return db.many<StoredScenario>(sql`
    select scenario.id, scenario.name, scenario.note, scenario.question, scenario.changes,
           scenario.archived_at is not null       as "isArchived",
           scenario.demonstration_key is not null as "isDemonstration",
           scenario.version,
           ${instant(sql`scenario.updated_at`)}   as "updatedAt"
      from coverage_scenario scenario
     where ${condition}
     order by scenario.archived_at is not null, scenario.name collate "und-x-icu", scenario.id`)
}

export function findScenarios(
  db: Db,
  { includeArchived }: { readonly includeArchived: boolean },
): Promise<StoredScenario[]> {
  return findWhere(db, sql`${includeArchived} or scenario.archived_at is null`)
}

export async function findScenario(db: Db, scenarioId: string): Promise<StoredScenario | undefined> {
  return (await findWhere(db, sql`scenario.id = ${scenarioId}`))[0]
}

export async function insertScenario(db: Db, id: string, written: WrittenScenario): Promise<void> {
  await db.run(sql`
    insert into public.coverage_scenario (id, name, note, question, changes, post_ids, contract_ids)
    values (${id}, ${written.name}, ${written.note}, ${JSON.stringify(written.question)}::jsonb,
            ${JSON.stringify(written.changes)}::jsonb, ${written.postIds}::uuid[], ${written.contractIds}::uuid[])`)
}

interface At {
  readonly id: string
  readonly version: number
}

/** Returns false when the version is no longer the one named. */
export async function updateScenario(
  db: Db,
  { id, version }: At,
  written: WrittenScenario,
): Promise<boolean> {
  const count = await db.run(sql`
    update public.coverage_scenario
       set name = ${written.name}, note = ${written.note}, question = ${JSON.stringify(written.question)}::jsonb,
           changes = ${JSON.stringify(written.changes)}::jsonb, post_ids = ${written.postIds}::uuid[],
           contract_ids = ${written.contractIds}::uuid[], version = version + 1, updated_at = now()
     where id = ${id} and version = ${version}`)
  return count === 1
}

/** As `updateScenario`. */
export async function archiveScenario(db: Db, { id, version }: At, isArchived: boolean): Promise<boolean> {
  const count = await db.run(sql`
    update public.coverage_scenario
       set archived_at = case when ${isArchived} then now() end, version = version + 1,
           updated_at = now()
     where id = ${id} and version = ${version}`)
  return count === 1
}

export interface Named {
  readonly postIds: readonly string[]
  readonly contractIds: readonly string[]
  readonly closureIds: readonly string[]
}

/** Those of the ids that there are, as the caller sees it. */
export function findKnown(db: Db, { postIds, contractIds, closureIds }: Named): Promise<Named> {
  return db.one<Named>(sql`
    select array(select id from border_post where id = any(${postIds}::uuid[]) order by id) as "postIds",
           array(select id from works_contract where id = any(${contractIds}::uuid[]) order by id) as "contractIds",
           array(select id from road_closure where id = any(${closureIds}::uuid[]) order by id) as "closureIds"`)
}

import type { WorksSummary } from '@borne/geodata/works/results'
import type { ContractTerms, WorksContract } from '@borne/geodata/works/types'
import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { WorksContractDetail, WorksContractInput } from './contract.ts'

/** A contract as it is stored; what it names stands by its id. */
export interface StoredContract extends WorksContract {
  readonly reference: string
  readonly title: string
  readonly projectId: string
  readonly contractorId: string | null
  readonly version: number
  readonly isArchived: boolean
  readonly isDemonstration: boolean
  readonly updatedAt: string
}
export interface SummarisedContract extends StoredContract {
  readonly summary: WorksSummary
}
export interface Linked {
  readonly contractId: string
  readonly id: string
  readonly name: string
}

type ContractValues = [
  id: string,
  reference: string,
  title: string,
  projectId: string,
  contractorId: string | null,
  currency: WorksContract['currency'],
  amountMinor: number,
  taxPpm: number,
  durationDays: number,
  penaltyPerDayPpm: number,
  penaltyCapPpm: number,
  retentionPpm: number,
  advancePpm: number,
  advanceRecoveryFromPpm: number,
  advanceRecoveryToPpm: number,
  guaranteeMonths: number,
  version: number,
  isArchived: boolean,
  isDemonstration: boolean,
  updatedAt: string,
]

/** As one JSON value, without names: of thousands of rows, cells and names cost more on their way than what they hold. */
function contractValues(): Sql {
  return sql`json_build_array(
    contract.id, contract.reference, contract.title, contract.project_id, contract.contractor_id,
    contract.currency, contract.amount_minor, contract.tax_ppm, contract.duration_days,
    contract.penalty_per_day_ppm, contract.penalty_cap_ppm, contract.retention_ppm, contract.advance_ppm,
    contract.advance_recovery_from_ppm, contract.advance_recovery_to_ppm, contract.guarantee_months,
    contract.version, contract.archived_at is not null, contract.demonstration_key is not null,
    ${instant(sql`contract.updated_at`)})`
}

function contractOf(values: ContractValues): StoredContract {
  return {
    id: values[0],
    reference: values[1],
    title: values[2],
    projectId: values[3],
    contractorId: values[4],
    currency: values[5],
    amountMinor: values[6],
    taxPpm: values[7],
    durationDays: values[8],
    terms: {
      penaltyPerDayPpm: values[9],
      penaltyCapPpm: values[10],
      retentionPpm: values[11],
      advancePpm: values[12],
      advanceRecoveryFromPpm: values[13],
      advanceRecoveryToPpm: values[14],
      guaranteeMonths: values[15],
    },
    version: values[16],
    isArchived: values[17],
    isDemonstration: values[18],
    updatedAt: values[19],
  }
}

/** Every contract that the caller sees, by reference. */
export async function findStoredContracts(
  db: Db,
  { includeArchived }: { includeArchived: boolean },
): Promise<StoredContract[]> {
  const { contracts } = await db.one<{ contracts: ContractValues[] }>(sql`
    select coalesce(json_agg(${contractValues()} order by contract.reference, contract.id), '[]') as contracts
      from works_contract contract
     where ${includeArchived} or contract.archived_at is null`)
  return contracts.map(contractOf)
}

/** When the summary of each contract was written. Joined to the contracts, its policy would be asked row by row. */
export async function findSummaryTimes(db: Db): Promise<[contractId: string, at: string][]> {
  const { times } = await db.one<{ times: [string, string][] }>(sql`
    select coalesce(json_agg(json_build_array(contract_id, updated_at)), '[]') as times from works_summary`)
  return times
}

export async function findSummaries(
  db: Db,
  contractIds: readonly string[],
): Promise<[string, WorksSummary][]> {
  const { summaries } = await db.one<{ summaries: [string, WorksSummary][] }>(sql`
    select coalesce(json_agg(json_build_array(contract_id, value)), '[]') as summaries
      from works_summary
     where contract_id = any(${contractIds}::uuid[])`)
  return summaries
}

export async function findContract(db: Db, contractId: string): Promise<StoredContract | undefined> {
  const found = await db.maybeOne<{ contract: ContractValues }>(sql`
    select ${contractValues()} as contract from works_contract contract where contract.id = ${contractId}`)
  return found && contractOf(found.contract)
}

/** Posts of the contracts in the order that they were given. */
export async function findContractPosts(db: Db, contractId: string | null = null): Promise<Linked[]> {
  const { links } = await db.one<{ links: [contractId: string, id: string, name: string][] }>(sql`
    select coalesce(json_agg(json_build_array(link.contract_id, post.id, post.name)
                             order by link.contract_id, link.ordinal), '[]') as links
      from works_contract_post link
      join border_post post on post.id = link.post_id
     where link.contract_id = ${contractId}::uuid or ${contractId}::uuid is null`)
  return links.map(([contractId, id, name]) => ({ contractId, id, name }))
}

type ProjectFacts = Pick<WorksContractDetail, 'programme' | 'project' | 'donors'>

/** Projects by their ids, with their programmes and donors. */
export async function findProjectFacts(db: Db): Promise<Map<string, ProjectFacts>> {
  const projects = await db.many<Pick<ProjectFacts, 'programme' | 'project'>>(sql`
    select json_build_object('id', project.id, 'name', project.name)     as project,
           json_build_object('id', programme.id, 'name', programme.name) as programme
      from project
      join programme on programme.id = project.programme_id`)
  const contributions = Map.groupBy(await findContributions(db), ({ projectId }) => projectId)
  return new Map(
    projects.map((facts) => {
      const given = contributions.get(facts.project.id) ?? []
      return [facts.project.id, { ...facts, donors: given.map(({ donor }) => donor) }]
    }),
  )
}

/** The largest first. In one question with the projects, their policies would be planned within each other. */
function findContributions(
  db: Db,
): Promise<{ readonly projectId: string; readonly donor: ProjectFacts['donors'][number] }[]> {
  return db.many(sql`
    select contribution.project_id as "projectId",
           json_build_object('id', donor.id, 'code', donor.code, 'name', donor.name,
                             'sharePpm', contribution.share_ppm) as donor
      from donor_contribution contribution
      join donor on donor.id = contribution.donor_id
     order by contribution.share_ppm desc nulls last, donor.code`)
}

export async function findContractorNames(db: Db): Promise<Map<string, string>> {
  const rows = await db.many<{ id: string; name: string }>(sql`select id, name from contractor`)
  return new Map(rows.map(({ id, name }) => [id, name]))
}

/** Holds the contract until the transaction ends: what is recorded on it is judged one after the other. */
export async function lockContract(db: Db, contractId: string): Promise<void> {
  await db.run(sql`
    select contract_id from public.works_summary where contract_id = ${contractId} for update`)
}

type StatedContract = Omit<WorksContractInput, 'postIds'>

export async function insertContract(
  db: Db,
  contractId: string,
  stated: StatedContract,
  demonstrationKey: string | null = null,
): Promise<void> {
  const terms: ContractTerms = stated.terms
  await db.run(sql`
    insert into public.works_contract
      (id, reference, title, project_id, contractor_id, currency, amount_minor, tax_ppm, duration_days,
       penalty_per_day_ppm, penalty_cap_ppm, retention_ppm, advance_ppm, advance_recovery_from_ppm,
       advance_recovery_to_ppm, guarantee_months ${demonstrationKey === null ? sql`` : sql`, demonstration_key`})
    values (${contractId}, ${stated.reference}, ${stated.title}, ${stated.projectId}, ${stated.contractorId},
            ${stated.currency}, ${stated.amountMinor}, ${stated.taxPpm}, ${stated.durationDays},
            ${terms.penaltyPerDayPpm}, ${terms.penaltyCapPpm}, ${terms.retentionPpm}, ${terms.advancePpm},
            ${terms.advanceRecoveryFromPpm}, ${terms.advanceRecoveryToPpm}, ${terms.guaranteeMonths}
            ${demonstrationKey === null ? sql`` : sql`, ${demonstrationKey}`})`)
}

/** Returns false when the version is no longer the current one. */
export async function updateContract(
  db: Db,
  { id, version }: { id: string; version: number },
  stated: StatedContract,
): Promise<boolean> {
  const { terms } = stated
  const changed = await db.run(sql`
    update public.works_contract
       set reference = ${stated.reference},
           title = ${stated.title},
           project_id = ${stated.projectId},
           contractor_id = ${stated.contractorId},
           currency = ${stated.currency},
           amount_minor = ${stated.amountMinor},
           tax_ppm = ${stated.taxPpm},
           duration_days = ${stated.durationDays},
           penalty_per_day_ppm = ${terms.penaltyPerDayPpm},
           penalty_cap_ppm = ${terms.penaltyCapPpm},
           retention_ppm = ${terms.retentionPpm},
           advance_ppm = ${terms.advancePpm},
           advance_recovery_from_ppm = ${terms.advanceRecoveryFromPpm},
           advance_recovery_to_ppm = ${terms.advanceRecoveryToPpm},
           guarantee_months = ${terms.guaranteeMonths},
           version = version + 1,
           updated_at = now()
     where id = ${id} and version = ${version}`)
  return changed === 1
}

export async function setContractArchived(
  db: Db,
  { id, version }: { id: string; version: number },
  isArchived: boolean,
): Promise<boolean> {
  const changed = await db.run(sql`
    update public.works_contract
       set archived_at = ${isArchived ? sql`now()` : sql`null`}, version = version + 1, updated_at = now()
     where id = ${id} and version = ${version}`)
  return changed === 1
}

/** Replaces the posts of a contract. Those that the caller does not see stay. */
export async function writeContractPosts(
  db: Db,
  contractId: string,
  postIds: readonly string[],
): Promise<void> {
  await db.run(sql`delete from public.works_contract_post where contract_id = ${contractId}`)
  await db.run(sql`
    insert into public.works_contract_post (contract_id, post_id, ordinal)
    select ${contractId}::uuid, post_id, ordinality
      from unnest(${postIds}::uuid[]) with ordinality as given (post_id, ordinality)`)
}

export async function findUnseenPost(db: Db, postIds: readonly string[]): Promise<string | undefined> {
  const found = await db.many<{ postId: string }>(sql`
    select post_id as "postId" from unnest(${postIds}::uuid[]) as given (post_id)
     where not exists (select from border_post post where post.id = given.post_id)
     limit 1`)
  return found[0]?.postId
}

export async function insertSummary(db: Db, contractId: string, summary: WorksSummary): Promise<void> {
  await db.run(sql`
    insert into public.works_summary (contract_id, value)
    values (${contractId}, ${JSON.stringify(summary)}::json)`)
}

export async function writeSummary(db: Db, contractId: string, summary: WorksSummary): Promise<void> {
  await db.run(sql`
    update public.works_summary set value = ${JSON.stringify(summary)}::json, updated_at = clock_timestamp()
     where contract_id = ${contractId}`)
}

import { summariseWorks } from '@borne/geodata/works/summarise-works'
import type { Db } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import {
  buildDemonstrationWorks,
  DEMONSTRATION_FIRM,
  type DemonstrationContract,
  type DemonstrationWorks,
} from './demonstration-works.ts'
import { findEvents } from './event-queries.ts'
import { insertContract, insertSummary } from './queries.ts'
import { findCalendars, findChecklists } from './settings-queries.ts'

/** Marks the identifiers of the demonstration's posts. */
const POST_PREFIX = 'demonstration:'

/** Ids of the parties by the keys of the demonstration. */
interface PartyIds {
  readonly projects: ReadonlyMap<string, string>
  readonly contractors: ReadonlyMap<string, string>
}

/**
 * Adds the fictional works that are not there yet, on the posts and accounts of the demonstration; those that are stay as people
 * left them.
 *
 * @returns How many contracts were added. One whose posts are not there is left out.
 */
export async function loadDemonstrationWorks(db: Db): Promise<{ added: number }> {
  const checklists = await findChecklists(db)
  const items = checklists.map(({ id, items }) => [id, items.map((item) => item.id)] as const)
  const works = await buildDemonstrationWorks(Object.fromEntries(items))
  const known = await findKnown(db)
  const missing = works.contracts.filter(({ key }) => !known.has(key))
  if (missing.length === 0) return { added: 0 }
  return db.transaction(async () => {
    const parties = await addParties(db, works)
    await addRates(db, works.rates)
    await db.run(sql`
      update account set contractor_id = ${parties.contractors.get(DEMONSTRATION_FIRM) ?? null}
       where is_demonstration and role = 'contractor' and contractor_id is null`)
    let added = 0
    for (const contract of missing) if (await addContract(db, contract, parties)) added += 1
    return { added }
  })
}

/**
 * Takes the fictional works away: contracts on which no real account has recorded anything are deleted, the others archived.
 * To be called before their posts and accounts go.
 */
export async function removeDemonstrationWorks(db: Db): Promise<{ deleted: number; archived: number }> {
  return db.transaction(async () => {
    const deleted = await db.run(sql`
      delete from works_contract contract
       where demonstration_key is not null
         and not exists (select from works_event event
                           join account on account.id = event.recorded_by
                          where event.contract_id = contract.id and not account.is_demonstration)`)
    const archived = await db.run(sql`
      update works_contract set archived_at = now(), version = version + 1, updated_at = now()
       where demonstration_key is not null and archived_at is null`)
    await db.run(sql`
      delete from project where is_demonstration
         and not exists (select from works_contract contract where contract.project_id = project.id)`)
    await db.run(sql`
      delete from programme where is_demonstration
         and not exists (select from project where project.programme_id = programme.id)`)
    await db.run(sql`
      delete from donor where is_demonstration
         and not exists (select from donor_contribution given where given.donor_id = donor.id)`)
    await db.run(sql`
      delete from contractor where is_demonstration
         and not exists (select from works_contract contract where contract.contractor_id = contractor.id)`)
    await db.run(sql`delete from currency_rate where is_demonstration`)
    return { deleted, archived }
  })
}

async function findKnown(db: Db): Promise<Set<string>> {
  const rows = await db.many<{ key: string }>(sql`
    select demonstration_key as key from works_contract where demonstration_key is not null`)
  return new Set(rows.map(({ key }) => key))
}

/** Adds the parties that are not there; those of the same name are taken as they are. */
async function addParties(db: Db, works: DemonstrationWorks): Promise<PartyIds> {
  await db.run(sql`
    insert into programme (name, is_demonstration)
    select name, true from jsonb_to_recordset(${JSON.stringify(works.programmes)}::jsonb) as given(name text)
    on conflict do nothing`)
  await db.run(sql`
    insert into donor (code, name, is_demonstration)
    select code, name, true from jsonb_to_recordset(${JSON.stringify(works.donors)}::jsonb) as given(code text, name text)
    on conflict do nothing`)
  await db.run(sql`
    insert into contractor (name, contact, is_demonstration)
    select name, contact, true
      from jsonb_to_recordset(${JSON.stringify(works.contractors)}::jsonb) as given(name text, contact text)
    on conflict do nothing`)
  const programmes = await idsByName(db, 'programme')
  const donors = await idsByName(db, 'donor')
  const contractors = await idsByName(db, 'contractor')
  const projects = new Map<string, string>()
  for (const project of works.projects) {
    const programme = works.programmes.find(({ key }) => key === project.programmeKey)!
    projects.set(
      project.key,
      await addProject(db, project, { programmeId: programmes.get(programme.name)!, donors, works }),
    )
  }
  return {
    projects,
    contractors: new Map(works.contractors.map(({ key, name }) => [key, contractors.get(name)!])),
  }
}

const NAMES = {
  programme: sql`select id, name from programme`,
  donor: sql`select id, code as name from donor`,
  contractor: sql`select id, name from contractor`,
} as const

async function idsByName(db: Db, table: keyof typeof NAMES): Promise<Map<string, string>> {
  const rows = await db.many<{ id: string; name: string }>(NAMES[table])
  return new Map(rows.map(({ id, name }) => [name, id]))
}

async function addProject(
  db: Db,
  { name, currency, contributions }: DemonstrationWorks['projects'][number],
  {
    programmeId,
    donors,
    works,
  }: {
    programmeId: string
    donors: ReadonlyMap<string, string>
    works: DemonstrationWorks
  },
): Promise<string> {
  const added = await db.maybeOne<{ id: string }>(sql`
    insert into project (programme_id, name, currency, is_demonstration)
    values (${programmeId}, ${name}, ${currency}, true)
    on conflict do nothing
    returning id`)
  if (!added) {
    const known = await db.one<{ id: string }>(sql`
      select id from project where programme_id = ${programmeId} and name = ${name}`)
    return known.id
  }
  const shares = contributions.map(({ donorKey, ...share }) => ({
    ...share,
    donorId: donors.get(works.donors.find(({ key }) => key === donorKey)!.code),
  }))
  await db.run(sql`
    insert into donor_contribution (project_id, donor_id, share_ppm, amount_minor)
    select ${added.id}::uuid, given."donorId", given."sharePpm", given."amountMinor"
      from jsonb_to_recordset(${JSON.stringify(shares)}::jsonb)
        as given("donorId" uuid, "sharePpm" int, "amountMinor" bigint)`)
  return added.id
}

async function addRates(db: Db, rates: DemonstrationWorks['rates']): Promise<void> {
  await db.run(sql`
    insert into currency_rate (currency, valid_from, mru_micro, source, is_demonstration)
    select currency, "validFrom", "mruMicro", source, true
      from jsonb_to_recordset(${JSON.stringify(rates)}::jsonb)
        as given(currency text, "validFrom" date, "mruMicro" bigint, source text)
    on conflict do nothing`)
}

/** Returns false where one of its posts is not in the register. */
async function addContract(
  db: Db,
  { key, projectKey, contractorKey, postKeys, events, ...contract }: DemonstrationContract,
  { projects, contractors }: PartyIds,
): Promise<boolean> {
  const posts = await db.many<{ id: string }>(sql`
    select post.id
      from unnest(${postKeys.map((postKey) => POST_PREFIX + postKey)}::text[]) with ordinality as given (external_id, place)
      join border_post post on post.external_id = given.external_id
     order by given.place`)
  if (posts.length < postKeys.length) return false
  const contractorId = contractorKey === null ? null : contractors.get(contractorKey)!
  const stated = { ...contract, projectId: projects.get(projectKey)!, contractorId }
  await insertContract(db, contract.id, stated, key)
  await db.run(sql`
    insert into works_contract_post (contract_id, post_id, ordinal)
    select ${contract.id}::uuid, post_id, ordinality
      from unnest(${posts.map(({ id }) => id)}::uuid[]) with ordinality as given (post_id, ordinality)`)
  // `recordedBy` is a role: it stands for the demonstration's account of that role.
  await db.run(sql`
    insert into works_event (id, contract_id, kind, happened_on, recorded_at, recorded_by, replaces, about, payload)
    select given.id, ${contract.id}::uuid, given.kind, given."happenedOn", given."recordedAt", account.id,
           given.replaces, given.about, given.payload
      from jsonb_to_recordset(${JSON.stringify(events)}::jsonb)
        as given(id uuid, ordinal bigint, kind text, "happenedOn" date, "recordedAt" timestamptz, "recordedBy" text,
                 replaces uuid, about uuid, payload jsonb)
      left join account on account.is_demonstration and account.role = given."recordedBy"
     order by given.ordinal`)
  const recorded = await findEvents(db, contract.id)
  await insertSummary(db, contract.id, summariseWorks(contract, recorded, await findCalendars(db)))
  return true
}

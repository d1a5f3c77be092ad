import type { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'
import type { ContractorInput, DonorInput, ProgrammeInput, ProjectInput } from './settings-contract.ts'
import type { PartyTable } from './settings-queries.ts'

async function insertOne(db: Db, insert: Sql): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`${insert} returning id`)
  return id
}

/** `set` is what of the row is written. */
function updater<Input>(target: Sql, set: (input: Input) => Sql): PartyTable<Input>['update'] {
  return async (db, { id, version }, input) => {
    const written = await db.run(sql`
      update ${target} set ${set(input)}, version = version + 1 where id = ${id} and version = ${version}`)
    return written === 1
  }
}

export const DONORS: PartyTable<z.infer<typeof DonorInput>> = {
  target: sql`public.donor`,
  insert: (db, { code, name }) =>
    insertOne(db, sql`insert into public.donor (code, name) values (${code}, ${name})`),
  update: updater(sql`public.donor`, ({ code, name }) => sql`code = ${code}, name = ${name}`),
}
export const CONTRACTORS: PartyTable<z.infer<typeof ContractorInput>> = {
  target: sql`public.contractor`,
  insert: (db, { name, contact }) =>
    insertOne(db, sql`insert into public.contractor (name, contact) values (${name}, ${contact})`),
  update: updater(sql`public.contractor`, ({ name, contact }) => sql`name = ${name}, contact = ${contact}`),
}
export const PROGRAMMES: PartyTable<z.infer<typeof ProgrammeInput>> = {
  target: sql`public.programme`,
  insert: (db, { name }) => insertOne(db, sql`insert into public.programme (name) values (${name})`),
  update: updater(sql`public.programme`, ({ name }) => sql`name = ${name}`),
}

type Project = z.infer<typeof ProjectInput>
const updateProject = updater<Project>(
  sql`public.project`,
  ({ programmeId, name, currency }) =>
    sql`programme_id = ${programmeId}, name = ${name}, currency = ${currency}`,
)
export const PROJECTS: PartyTable<Project> = {
  target: sql`public.project`,
  insert: async (db, project) => {
    const id = await insertOne(
      db,
      sql`insert into public.project (programme_id, name, currency)
          values (${project.programmeId}, ${project.name}, ${project.currency})`,
    )
    await writeContributions(db, id, project)
    return id
  },
  update: async (db, at, project) => {
    if (!(await updateProject(db, at, project))) return false
    await writeContributions(db, at.id, project)
    return true
  },
}

async function writeContributions(db: Db, projectId: string, { contributions }: Project): Promise<void> {
  await db.run(sql`delete from public.donor_contribution where project_id = ${projectId}`)
  await db.run(sql`
    insert into public.donor_contribution (project_id, donor_id, share_ppm, amount_minor)
    select ${projectId}::uuid, given."donorId", given."sharePpm", given."amountMinor"
      from jsonb_to_recordset(${JSON.stringify(contributions)}::jsonb)
        as given("donorId" uuid, "sharePpm" int, "amountMinor" bigint)`)
}

import { Role } from '../../contract-kit/access.ts'
import type { Config } from '../config.ts'
import type { Db } from '../db.ts'
import { problem } from '../problems.ts'
import { sql } from '../sql.ts'
import { isLoopback } from './same-origin.ts'

/** Named after their role: they stand for nobody. */
const NAMES: Readonly<Record<Role, string>> = {
  administrator: 'Administrateur (démonstration)',
  coordinator: 'Coordination (démonstration)',
  'focal-point': 'Point focal (démonstration)',
  contractor: 'Entreprise (démonstration)',
  partner: 'Partenaire (démonstration)',
  viewer: 'Lecture (démonstration)',
}
/** Posts that the demonstration names on the accounts that see named posts only. */
const NAMED_POSTS: Partial<Record<Role, readonly string[]>> = {
  contractor: ['demonstration:gouraye', 'demonstration:ghabou', 'demonstration:boully'],
  partner: [
    'demonstration:el-melgue',
    'demonstration:gouraye',
    'demonstration:diaguily',
    'demonstration:ould-yenge',
  ],
}

/** One account for each role, entered by one click. Adds those that are missing. */
export async function loadDemonstrationAccounts(db: Db): Promise<void> {
  await db.transaction(async () => {
    for (const role of Role.options) {
      await db.run(sql`
        insert into account (email, name, role, sub_office_id, is_demonstration)
        values (${`${role}@demonstration.invalid`}, ${NAMES[role]}, ${role},
                ${role === 'focal-point' ? sql`(select id from sub_office where is_default)` : sql`null`}, true)
        on conflict (email) do nothing`)
      await db.run(sql`
        insert into account_post (account_id, post_id)
        select account.id, post.id
          from account, border_post post
         where account.is_demonstration and account.role = ${role}
           and post.external_id = any(${NAMED_POSTS[role] ?? []}::text[])
        on conflict do nothing`)
    }
  })
}

export async function removeDemonstrationAccounts(db: Db): Promise<void> {
  await db.run(sql`delete from account where is_demonstration`)
}

/** @throws problem `demonstration-exposed` where other machines could enter without a password. */
export async function refuseExposedDemonstration(db: Db, { host, publicUrl }: Config): Promise<void> {
  // Behind a proxy of this machine, everybody comes from this machine.
  const exposed = [host, ...(publicUrl ? [new URL(publicUrl).hostname] : [])].find(
    (name) => !isLoopback(name),
  )
  if (exposed === undefined) return
  const { found } = await db.one<{ found: boolean }>(
    sql`select exists (select from account where is_demonstration) as found`,
  )
  if (found) throw problem('demonstration-exposed', { host: exposed })
}

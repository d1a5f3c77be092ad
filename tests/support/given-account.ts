import type { Role } from '../../api/src/contract-kit/access.ts'
import { hashPassword } from '../../api/src/platform/access/passwords.ts'
import { openSession } from '../../api/src/platform/access/sessions.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'

export interface GivenAccount {
  readonly id: string
  readonly email: string
  readonly role: Role
}
interface AccountFacts {
  readonly role?: Role
  readonly email?: string
  readonly subOfficeId?: string
  readonly postIds?: readonly string[]
  readonly password?: string
  readonly contractorId?: string
}

let lastNumber = 0

/** An account as an administrator opens it; a focal point belongs to Sélibaby unless told otherwise. */
export async function account(db: Db, facts: AccountFacts = {}): Promise<GivenAccount> {
  const { role = 'administrator', postIds = [], password, contractorId = null } = facts
  const email = facts.email ?? `${role}-${++lastNumber}@example.org`
  const subOffice = facts.subOfficeId ?? (role === 'focal-point' ? 'selibaby' : null)
  const passwordHash = password ? await hashPassword(password) : null
  const { id } = await db.one<{ id: string }>(sql`
    insert into account (email, name, role, sub_office_id, password_hash, contractor_id)
    values (${email}, ${`Compte ${email}`}, ${role}, ${subOffice}, ${passwordHash}, ${contractorId})
    returning id`)
  await db.run(sql`
    insert into account_post (account_id, post_id) select ${id}::uuid, post from unnest(${postIds}::uuid[]) as post`)
  return { id, email, role }
}

/** The cookie of a new session of the account. */
export async function cookieOf(db: Db, { id }: GivenAccount): Promise<string> {
  const origin = { address: '127.0.0.1', agent: 'test' }
  const token = await openSession(db, { accountId: id, awaitsSecondFactor: false, origin })
  return `borne=${token}`
}

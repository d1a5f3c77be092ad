import type { Role } from '../../contract-kit/access.ts'
import type { Db } from '../db.ts'
import { type Sql, sql } from '../sql.ts'

/** What sign-in needs of an account, secrets included: read by the owner of the tables only. */
export interface AccountSecrets {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: Role
  readonly passwordHash: string | null
  readonly totpSecret: string | null
  readonly totpPendingSecret: string | null
  readonly isDemonstration: boolean
}

/** Accounts of people who have left are not found. */
function findSecrets(db: Db, condition: Sql): Promise<AccountSecrets | undefined> {
  return db.maybeOne<AccountSecrets>(sql`
    select account.id, account.email, account.name, account.role,
           account.password_hash       as "passwordHash",
           account.totp_secret         as "totpSecret",
           account.totp_pending_secret as "totpPendingSecret",
           account.is_demonstration    as "isDemonstration"
      from account
     where account.left_at is null and ${condition}`)
}

export function findAccountByEmail(db: Db, email: string): Promise<AccountSecrets | undefined> {
  return findSecrets(db, sql`account.email = ${email}`)
}

export function findAccountById(db: Db, accountId: string): Promise<AccountSecrets | undefined> {
  return findSecrets(db, sql`account.id = ${accountId}`)
}

export function findDemonstrationAccount(db: Db, role: Role): Promise<AccountSecrets | undefined> {
  return findSecrets(db, sql`account.is_demonstration and account.role = ${role}`)
}

export function findAccountByIdentity(
  db: Db,
  issuer: string,
  subject: string,
): Promise<AccountSecrets | undefined> {
  return findSecrets(
    db,
    sql`account.id = (select account_id from account_identity where issuer = ${issuer} and subject = ${subject})`,
  )
}

export async function setPassword(db: Db, accountId: string, passwordHash: string): Promise<void> {
  await db.run(sql`
    update account set password_hash = ${passwordHash}, version = version + 1 where id = ${accountId}`)
}

/** Whether anybody at all could sign in. */
export async function hasAccounts(db: Db): Promise<boolean> {
  const { found } = await db.one<{ found: boolean }>(sql`select exists (select from account) as found`)
  return found
}

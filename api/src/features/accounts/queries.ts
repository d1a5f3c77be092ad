import type { Db } from '../../platform/db.ts'
import { instant } from '../../platform/instant.ts'
import { sql } from '../../platform/sql.ts'
import type { AccessSettings, Account, AccountInput, OwnAccount, SubOffice } from './contract.ts'

/** What the rows of secret tables tell of an account, for its administrator. */
interface AccountProofs {
  readonly id: string
  readonly hasPassword: boolean
  readonly hasSecondFactor: boolean
  readonly lastSeenAt: string | null
}

export type StatedAccount = Omit<Account, 'hasPassword' | 'hasSecondFactor' | 'lastSeenAt'>

/** Accounts that the caller may see; those of people who have left last. */
export function findAccounts(db: Db, accountId: string | null = null): Promise<StatedAccount[]> {
  return db.many(sql`
    select account.id,
           account.email,
           account.name,
           account.role,
           account.sub_office_id             as "subOfficeId",
           array(select named.post_id from account_post named
                  where named.account_id = account.id order by named.post_id) as "postIds",
           account.contractor_id             as "contractorId",
           account.is_demonstration          as "isDemonstration",
           ${instant(sql`account.created_at`)}   as "createdAt",
           ${instant(sql`account.left_at`)}      as "leftAt",
           ${instant(sql`account.forgotten_at`)} as "forgottenAt",
           account.version
      from account
     where account.id = ${accountId}::uuid or ${accountId}::uuid is null
     order by account.left_at is not null, account.name collate "und-x-icu", account.id`)
}

/** Asked of the owner of the tables: no caller reads secrets, and of them only this much is told. */
export function findProofs(systemDb: Db, accountId: string | null): Promise<AccountProofs[]> {
  return systemDb.many<AccountProofs>(sql`
    select account.id,
           account.password_hash is not null as "hasPassword",
           account.totp_secret is not null   as "hasSecondFactor",
           (select ${instant(sql`max(session.last_seen_at)`)} from session where session.account_id = account.id)
             as "lastSeenAt"
      from account
     where account.id = ${accountId}::uuid or ${accountId}::uuid is null`)
}

export function findSubOffices(db: Db): Promise<SubOffice[]> {
  return db.many<SubOffice>(
    sql`select id, name from sub_office order by is_default desc, name collate "und-x-icu"`,
  )
}

export async function isContractor(db: Db, contractorId: string): Promise<boolean> {
  return (await db.maybeOne(sql`select id from contractor where id = ${contractorId}`)) !== undefined
}

export async function insertAccount(db: Db, input: AccountInput): Promise<string> {
  const { id } = await db.one<{ id: string }>(sql`
    insert into public.account (email, name, role, sub_office_id, contractor_id)
    values (${input.email}, ${input.name}, ${input.role}, ${input.subOfficeId}, ${input.contractorId ?? null})
    returning id`)
  await namePosts(db, id, input.postIds)
  return id
}

/** Returns false when the version is no longer the current one. */
export async function updateAccount(
  db: Db,
  accountId: string,
  version: number,
  input: AccountInput,
): Promise<boolean> {
  const changed = await db.run(sql`
    update public.account
       set email = ${input.email},
           name = ${input.name},
           role = ${input.role},
           sub_office_id = ${input.subOfficeId},
           contractor_id = ${input.contractorId ?? null},
           version = ${version + 1}
     where id = ${accountId}
       and exists (select from account seen where seen.id = ${accountId} and seen.version = ${version})`)
  if (changed === 0) return false
  await namePosts(db, accountId, input.postIds)
  return true
}

async function namePosts(db: Db, accountId: string, postIds: readonly string[]): Promise<void> {
  await db.run(sql`delete from public.account_post where account_id = ${accountId}`)
  await db.run(sql`
    insert into public.account_post (account_id, post_id)
    select ${accountId}::uuid, id from border_post where id = any(${postIds}::uuid[])`)
}

export async function setLeft(db: Db, accountId: string, version: number, hasLeft: boolean): Promise<void> {
  await db.run(sql`
    update public.account
       set left_at = ${hasLeft ? sql`now()` : sql`null`}, version = ${version + 1}
     where id = ${accountId}`)
}

/** One change of accounts at a time: two administrators must not take the role from each other at once. */
export async function lockAccounts(systemDb: Db): Promise<void> {
  await systemDb.run(sql`select pg_advisory_xact_lock(hashtext('borne accounts'))`)
}

export async function countOtherAdministrators(db: Db, accountId: string): Promise<number> {
  const { count } = await db.one<{ count: number }>(sql`
    select count(*) as count
      from account
     where role = 'administrator' and left_at is null and not is_demonstration and id <> ${accountId}`)
  return count
}

export async function findOwnAccount(
  systemDb: Db,
  accountId: string,
  sessionId: string,
): Promise<Omit<OwnAccount, 'calendarAddresses'> | undefined> {
  const found = await systemDb.maybeOne<{ account: Omit<OwnAccount, 'calendarAddresses'> }>(sql`
    select json_build_object(
             'id', account.id,
             'email', account.email,
             'name', account.name,
             'role', account.role,
             'subOfficeName', (select name from sub_office where id = account.sub_office_id),
             'postCount', case when account.role in ('contractor', 'partner')
                          then (select count(*) from account_post where account_id = account.id) end,
             'hasPassword', account.password_hash is not null,
             'secondFactor', json_build_object(
               'isOn', account.totp_secret is not null,
               'isRequired', (select value ? account.role from setting where name = 'second-factor-roles'),
               'recoveryCodesLeft',
                 (select count(*) from recovery_code where account_id = account.id and used_at is null)),
             'sessions', (select coalesce(json_agg(json_build_object(
                 'id', session.id,
                 'isCurrent', session.id = ${sessionId}::uuid,
                 'createdAt', ${instant(sql`session.created_at`)},
                 'lastSeenAt', ${instant(sql`session.last_seen_at`)},
                 'expiresAt', ${instant(sql`session.expires_at`)},
                 'address', session.address,
                 'agent', session.agent) order by session.last_seen_at desc, session.id), '[]')
               from session
              where session.account_id = account.id and session.ended_at is null
                -- An account of the demonstration is shared: its visitors are strangers to each other.
                and (not account.is_demonstration or session.id = ${sessionId}::uuid)
                and session.expires_at > now() and not session.awaits_second_factor)) as account
      from account
     where account.id = ${accountId}`)
  return found?.account
}

const SETTING_NAMES: Readonly<Record<keyof AccessSettings, string>> = {
  secondFactorRoles: 'second-factor-roles',
  auditPersonDays: 'audit-person-days',
  leftAccountDays: 'left-account-days',
}

export async function findSettings(db: Db): Promise<AccessSettings> {
  const rows = await db.many<{ name: string; value: unknown }>(
    sql`select name, value from setting order by name`,
  )
  const byName = new Map(rows.map(({ name, value }) => [name, value]))
  return Object.fromEntries(
    Object.entries(SETTING_NAMES).map(([key, name]) => [key, byName.get(name)]),
  ) as AccessSettings
}

export async function writeSettings(db: Db, settings: AccessSettings): Promise<void> {
  for (const [key, name] of Object.entries(SETTING_NAMES)) {
    const value = JSON.stringify(settings[key as keyof AccessSettings])
    await db.run(
      sql`update public.setting set value = ${value}::jsonb, changed_at = now() where name = ${name}`,
    )
  }
}

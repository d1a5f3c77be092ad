import type { Role } from '../../contract-kit/access.ts'
import type { Db } from '../db.ts'
import { instant } from '../instant.ts'
import { type Sql, sql } from '../sql.ts'
import { type Caller, callerOf, type Origin } from './caller.ts'
import { newToken, sha256 } from './tokens.ts'

export interface CalendarAddress {
  readonly id: string
  readonly name: string
  readonly createdAt: string
  readonly lastUsedAt: string | null
}

/** An address that no program has read for so long closes by itself. */
export const UNUSED_DAYS = 180
export const MOST_CALENDAR_ADDRESSES = 10

/** Neither revoked nor forgotten by the programs that read it. */
const LIVES: Sql = sql`
  address.revoked_at is null
  and coalesce(address.last_used_at, address.created_at) > now() - make_interval(days => ${UNUSED_DAYS})`

/** Where a calendar program reads the missions: whoever knows it needs no password. */
export function calendarUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/api/calendar/${token}.ics`
}

/** The living addresses of an account, the latest first. */
export function findCalendarAddresses(systemDb: Db, accountId: string): Promise<CalendarAddress[]> {
  return systemDb.many<CalendarAddress>(sql`
    select address.id,
           address.name,
           ${instant(sql`address.created_at`)}   as "createdAt",
           ${instant(sql`address.last_used_at`)} as "lastUsedAt"
      from calendar_address address
     where address.account_id = ${accountId} and ${LIVES}
     order by address.created_at desc, address.id`)
}

/** Makes an address; its token is kept nowhere else. */
export async function makeCalendarAddress(
  systemDb: Db,
  accountId: string,
  name: string,
): Promise<{ id: string; token: string }> {
  const token = newToken()
  const { id } = await systemDb.one<{ id: string }>(sql`
    insert into calendar_address (account_id, token_sha256, name)
    values (${accountId}, ${sha256(token)}, ${name})
    returning id`)
  return { id, token }
}

/** Returns false where the account has no such address. */
export async function revokeCalendarAddress(
  systemDb: Db,
  accountId: string,
  addressId: string,
): Promise<boolean> {
  const revoked = await systemDb.run(sql`
    update calendar_address set revoked_at = now()
     where id = ${addressId} and account_id = ${accountId} and revoked_at is null`)
  return revoked === 1
}

interface AddressRow {
  readonly addressId: string
  readonly accountId: string
  readonly name: string
  readonly role: Role
  readonly subOfficeId: string | null
  readonly contractorId: string | null
  readonly postIds: string[]
}

/**
 * On whose behalf a calendar program asks, in what the account is at this moment; nobody once it has left, and as long as
 * its role requires a second factor that it does not have. That the address is in use is noted, at most once a minute.
 */
export async function findCalendarCaller(
  systemDb: Db,
  token: string,
  origin: Origin,
): Promise<Caller | undefined> {
  const found = await systemDb.maybeOne<AddressRow>(sql`
    select address.id            as "addressId",
           account.id            as "accountId",
           account.name,
           account.role,
           account.sub_office_id as "subOfficeId",
           account.contractor_id as "contractorId",
           array(select named.post_id from account_post named
                  where named.account_id = account.id order by named.post_id) as "postIds"
      from calendar_address address
      join account on account.id = address.account_id
     where address.token_sha256 = ${sha256(token)}
       and ${LIVES}
       and account.left_at is null
       and not account.is_demonstration
       and (account.totp_secret is not null
            or not (select setting.value ? account.role from setting where setting.name = 'second-factor-roles'))`)
  if (!found) return undefined
  const { addressId, ...facts } = found
  await systemDb.run(sql`
    update calendar_address set last_used_at = now()
     where id = ${addressId} and coalesce(last_used_at, '-infinity') < now() - interval '1 minute'`)
  return callerOf({ ...facts, ...origin })
}

/** Why a token opens nothing: it was made by nobody, or its address is closed. */
export async function explainCalendarToken(
  systemDb: Db,
  token: string,
): Promise<'calendar-unknown' | 'calendar-closed'> {
  const found = await systemDb.maybeOne(
    sql`select 1 as found from calendar_address where token_sha256 = ${sha256(token)}`,
  )
  return found ? 'calendar-closed' : 'calendar-unknown'
}

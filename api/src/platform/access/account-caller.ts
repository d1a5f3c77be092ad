import type { Role } from '../../contract-kit/access.ts'
import type { Db } from '../db.ts'
import { sql } from '../sql.ts'
import { type Caller, callerOf, type Origin } from './caller.ts'

/**
 * On whose behalf goes on what an account has begun, in what the account is at this moment; nobody once it has left, and as
 * long as its role requires a second factor that it does not have.
 */
export async function findAccountCaller(
  systemDb: Db,
  accountId: string,
  origin: Origin,
): Promise<Caller | undefined> {
  const facts = await systemDb.maybeOne<{
    accountId: string
    name: string
    role: Role
    subOfficeId: string | null
    contractorId: string | null
    postIds: string[]
  }>(sql`
    select account.id            as "accountId",
           account.name,
           account.role,
           account.sub_office_id as "subOfficeId",
           account.contractor_id as "contractorId",
           array(select named.post_id from account_post named
                  where named.account_id = account.id order by named.post_id) as "postIds"
      from account
     where account.id = ${accountId}
       and account.left_at is null
       and (account.totp_secret is not null or account.is_demonstration
            or not (select setting.value ? account.role from setting where setting.name = 'second-factor-roles'))`)
  return facts && callerOf({ ...facts, ...origin })
}

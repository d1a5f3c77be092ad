import type { Db } from '../db.ts'
import { sql } from '../sql.ts'
import { newToken, sha256 } from './tokens.ts'

export type LinkPurpose = 'set-up' | 'invitation' | 'reset'

const HOURS: Readonly<Record<LinkPurpose, number>> = { 'set-up': 24, invitation: 7 * 24, reset: 2 }

export interface OneTimeLink {
  readonly id: string
  readonly purpose: LinkPurpose
  readonly accountId: string | null
  readonly email: string
  readonly name: string
}

/** Makes a link and closes the earlier ones of the same purpose: only the latest opens. */
export async function makeLink(
  db: Db,
  purpose: LinkPurpose,
  accountId: string | null,
): Promise<{ token: string; expiresAt: string }> {
  const token = newToken()
  return db.transaction(async () => {
    await db.run(sql`
      update one_time_link
         set used_at = now()
       where used_at is null and account_id is not distinct from ${accountId}::uuid`)
    const { expiresAt } = await db.one<{ expiresAt: Date }>(sql`
      insert into one_time_link (token_sha256, purpose, account_id, expires_at)
      values (${sha256(token)}, ${purpose}, ${accountId}, now() + make_interval(hours => ${HOURS[purpose]}))
      returning expires_at as "expiresAt"`)
    return { token, expiresAt: expiresAt.toISOString() }
  })
}

/** Whom an unused link that has not expired is for. */
export function findLink(db: Db, token: string): Promise<OneTimeLink | undefined> {
  return db.maybeOne<OneTimeLink>(sql`
    select link.id,
           link.purpose,
           link.account_id           as "accountId",
           coalesce(account.email, '') as email,
           coalesce(account.name, '')  as name
      from one_time_link link
      left join account on account.id = link.account_id
     where link.token_sha256 = ${sha256(token)}
       and link.used_at is null
       and link.expires_at > now()
       and account.left_at is null`)
}

/** Closes a link. Of two who use it at once, one is told false. */
export async function takeLink(db: Db, linkId: string): Promise<boolean> {
  return (
    (await db.run(sql`update one_time_link set used_at = now() where id = ${linkId} and used_at is null`)) ===
    1
  )
}

/** Where a person opens it. The token stands after `#`, which browsers send to nobody. */
export function linkUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/link#${token}`
}

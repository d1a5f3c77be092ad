import type { Db } from '../db.ts'
import { problem } from '../problems.ts'
import { sql } from '../sql.ts'
import { sha256 } from './tokens.ts'

/** After so many failures each further one doubles the wait. One address may serve a whole office. */
const FREE_FAILURES = { account: 5, address: 30 } as const
const LONGEST_WAIT_SECONDS = 900
const FORGOTTEN_AFTER_HOURS = 24

type Kind = keyof typeof FREE_FAILURES
type Buckets = readonly (readonly [Kind, string])[]

/**
 * Counts an attempt as a failure before it is judged, so that attempts made at once cannot slip through, and
 * refuses it when the account or the address has to wait. An account that does not exist waits alike.
 *
 * @returns what to call when the attempt succeeded: the account's failures are forgotten, the address gets its
 *   attempt back.
 * @throws problem `sign-in-slowed` with the seconds to wait.
 */
export async function takeAttempt(
  db: Db,
  account: string | null,
  address: string,
): Promise<() => Promise<void>> {
  const buckets: Buckets = [...(account ? [['account', account] as const] : []), ['address', address]]
  for (const [kind, name] of buckets) await count(db, kind, name)
  return async () => {
    if (account) await db.run(sql`delete from sign_in_failure where bucket = ${bucketOf('account', account)}`)
    await db.run(sql`
      update sign_in_failure set failures = greatest(failures - 1, 0), blocked_until = now()
       where bucket = ${bucketOf('address', address)}`)
  }
}

async function count(db: Db, kind: Kind, name: string): Promise<void> {
  const free = FREE_FAILURES[kind]
  const counted = await db.maybeOne(sql`
    insert into sign_in_failure as known (bucket, failures, last_at, blocked_until)
    values (${bucketOf(kind, name)}, 1, now(), now())
    on conflict (bucket) do update
       set failures = case when known.last_at < now() - make_interval(hours => ${FORGOTTEN_AFTER_HOURS})
                           then 1 else known.failures + 1 end,
           last_at = now(),
           blocked_until = now() + make_interval(secs => case when known.failures < ${free} then 0
             else least(power(2, least(known.failures - ${free}, 20)), ${LONGEST_WAIT_SECONDS}) end)
     where known.blocked_until <= now()
    returning 1 as counted`)
  if (counted) return
  const { seconds } = await db.one<{ seconds: number }>(sql`
    select greatest(ceil(extract(epoch from blocked_until - now())), 1)::int as seconds
      from sign_in_failure
     where bucket = ${bucketOf(kind, name)}`)
  throw problem('sign-in-slowed', { seconds }, { extra: { retryAfterSeconds: seconds } })
}

function bucketOf(kind: Kind, name: string): string {
  return sha256(`${kind} ${name}`)
}

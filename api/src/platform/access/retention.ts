import { appendAudit, LOCAL_AUTHOR } from '../audit.ts'
import type { Db } from '../db.ts'
import { type Sql, sql } from '../sql.ts'
import { UNUSED_DAYS } from './calendar-addresses.ts'

const EVERY_MS = 3_600_000
/** Sessions, links and addresses of calendars that are over are kept so long, to tell an expired one from a forged one. */
const OVER_DAYS = 30

export interface Forgotten {
  readonly persons: number
  readonly accounts: number
}

/**
 * Forgets what the settings say is old: names and addresses in the journal, the names of accounts that have left. What
 * was done stays on the journal, and its chain of digests stays whole.
 */
export function applyRetention(systemDb: Db): Promise<Forgotten> {
  return systemDb.transaction(async () => {
    await forgetWhatIsOver(systemDb)
    const accounts = await forgetAccounts(systemDb)
    const persons = await systemDb.run(sql`
      delete from audit_person person
       using audit_event event
       where event.seq = person.seq
         and (event.at < now() - ${days('audit-person-days')}
              or event.account_id in (select id from account where forgotten_at is not null))`)
    if (accounts + persons > 0) {
      const detail = { accounts, persons }
      await appendAudit(systemDb, LOCAL_AUTHOR, { action: 'change', subject: 'retention', detail })
    }
    return { persons, accounts }
  })
}

async function forgetAccounts(systemDb: Db): Promise<number> {
  const rows = await systemDb.many<{ id: string }>(sql`
    update account
       set email = id || '@forgotten.invalid',
           name = 'Compte ' || left(id::text, 8),
           password_hash = null,
           totp_secret = null,
           totp_pending_secret = null,
           forgotten_at = now(),
           version = version + 1
     where forgotten_at is null and left_at < now() - ${days('left-account-days')}
    returning id`)
  const ids = rows.map(({ id }) => id)
  await systemDb.run(sql`delete from account_identity where account_id = any(${ids}::uuid[])`)
  await systemDb.run(sql`delete from recovery_code where account_id = any(${ids}::uuid[])`)
  await systemDb.run(sql`delete from account_post where account_id = any(${ids}::uuid[])`)
  await systemDb.run(sql`delete from session where account_id = any(${ids}::uuid[])`)
  await systemDb.run(sql`delete from calendar_address where account_id = any(${ids}::uuid[])`)
  return ids.length
}

async function forgetWhatIsOver(systemDb: Db): Promise<void> {
  await systemDb.run(sql`
    delete from session where least(ended_at, expires_at) < now() - make_interval(days => ${OVER_DAYS})`)
  await systemDb.run(
    sql`delete from one_time_link where expires_at < now() - make_interval(days => ${OVER_DAYS})`,
  )
  await systemDb.run(sql`
    delete from calendar_address
     where least(revoked_at, coalesce(last_used_at, created_at) + make_interval(days => ${UNUSED_DAYS}))
           < now() - make_interval(days => ${OVER_DAYS})`)
  await systemDb.run(sql`delete from sign_in_failure where last_at < now() - interval '1 day'`)
}

function days(setting: string): Sql {
  return sql`make_interval(days => (select (value #>> '{}')::int from setting where name = ${setting}))`
}

/** Applies the retention now and every hour; returns what stops it. */
export function startRetention(systemDb: Db, log: (error: Error) => void): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve()
  const attempt = (): void => {
    running = applyRetention(systemDb).catch(log)
  }
  attempt()
  const timer = setInterval(attempt, EVERY_MS)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await running
  }
}

import type { Role } from '../../contract-kit/access.ts'
import type { Db } from '../db.ts'
import { sql } from '../sql.ts'
import { type Caller, callerOf, type Origin, viewedAs } from './caller.ts'
import { newToken, sha256 } from './tokens.ts'

/** Without a request for so long, or so long after sign-in whatever happens, a session is over. */
export const IDLE_HOURS = 12
export const LONGEST_HOURS = 7 * 24
/** How long a code is waited for after the password. */
const SECOND_FACTOR_MINUTES = 10
const NOTE_SEEN_AFTER_MS = 60_000

export type SessionStage = 'full' | 'second-factor' | 'enrolment'

export interface Session {
  readonly id: string
  readonly email: string
  readonly stage: SessionStage
  readonly isViewingAs: boolean
  readonly isDemonstration: boolean
  /** The person in their own role. */
  readonly own: Caller
  /** The person as whom the app is looked at: the same, unless «Voir comme…» is on. */
  readonly caller: Caller
}

interface SessionRow {
  tokenSha256: string
  id: string
  awaitsSecondFactor: boolean
  viewRole: Role | null
  viewPostIds: string[] | null
  lastSeenAt: Date
  accountId: string
  email: string
  name: string
  role: Role
  subOfficeId: string | null
  isDemonstration: boolean
  mustEnrol: boolean
  postIds: string[]
  contractorId: string | null
}
export type FoundSession = Omit<SessionRow, 'tokenSha256'>

/** Living sessions by the digest of their token. */
export async function findSessions(db: Db, digests: readonly string[]): Promise<Map<string, FoundSession>> {
  const rows = await db.many<SessionRow>(sql`
    select token_sha256         as "tokenSha256",
           id,
           awaits_second_factor as "awaitsSecondFactor",
           view_role            as "viewRole",
           view_post_ids        as "viewPostIds",
           last_seen_at         as "lastSeenAt",
           account_id           as "accountId",
           email,
           name,
           role,
           sub_office_id        as "subOfficeId",
           is_demonstration     as "isDemonstration",
           must_enrol           as "mustEnrol",
           post_ids             as "postIds",
           contractor_id        as "contractorId"
      from living_sessions(${digests}::text[], ${IDLE_HOURS})`)
  return new Map(rows.map(({ tokenSha256, ...row }) => [tokenSha256, row]))
}

/** Why a token opens nothing: it was made by nobody, or its session is over. */
export async function explainToken(db: Db, digest: string): Promise<'session-unknown' | 'session-over'> {
  const found = await db.maybeOne(sql`select 1 as found from session where token_sha256 = ${digest}`)
  return found ? 'session-over' : 'session-unknown'
}

export function sessionOf(row: FoundSession, origin: Origin): Session {
  const own = callerOf({ ...row, ...origin })
  const isViewingAs = row.viewRole !== null
  const stage = row.awaitsSecondFactor ? 'second-factor' : row.mustEnrol ? 'enrolment' : 'full'
  const caller = row.viewRole ? viewedAs(own, row.viewRole, row.viewPostIds ?? []) : own
  return {
    id: row.id,
    email: row.email,
    stage,
    isViewingAs,
    isDemonstration: row.isDemonstration,
    own,
    caller,
  }
}

/** Notes that the session is in use, at most once a minute. */
export async function noteSeen(db: Db, { id, lastSeenAt }: FoundSession): Promise<void> {
  if (Date.now() - lastSeenAt.getTime() < NOTE_SEEN_AFTER_MS) return
  await db.run(sql`update session set last_seen_at = now() where id = ${id}`)
}

interface NewSession {
  readonly accountId: string
  readonly awaitsSecondFactor: boolean
  readonly origin: Origin
  /** The session that this one takes the place of: a token never outlives a sign-in. */
  readonly replaces?: string | undefined
}

/** Opens a session and returns its token, which is kept nowhere else. */
export async function openSession(db: Db, asked: NewSession): Promise<string> {
  const token = newToken()
  const lifetime = asked.awaitsSecondFactor
    ? sql`make_interval(mins => ${SECOND_FACTOR_MINUTES})`
    : sql`make_interval(hours => ${LONGEST_HOURS})`
  await db.transaction(async () => {
    if (asked.replaces) await endSession(db, asked.replaces)
    await db.run(sql`
      insert into session (token_sha256, account_id, awaits_second_factor, expires_at, address, agent)
      values (${sha256(token)}, ${asked.accountId}, ${asked.awaitsSecondFactor}, now() + ${lifetime},
              ${asked.origin.address}, ${asked.origin.agent})`)
  })
  return token
}

/** Returns how many were open: one or none. */
export function endSession(db: Db, sessionId: string): Promise<number> {
  return db.run(sql`update session set ended_at = now() where id = ${sessionId} and ended_at is null`)
}

/** Signs an account out everywhere, but for one session when it is named. */
export async function endSessionsOf(
  db: Db,
  accountId: string,
  except: string | null = null,
): Promise<number> {
  return db.run(sql`
    update session
       set ended_at = now()
     where account_id = ${accountId} and ended_at is null and id is distinct from ${except}::uuid`)
}

import type { FastifyReply, FastifyRequest } from 'fastify'
import { type AccountSecrets, findAccountByEmail, findAccountById } from '../../platform/access/accounts.ts'
import { isPasswordRight } from '../../platform/access/passwords.ts'
import { takeCode } from '../../platform/access/second-factor.ts'
import { setSessionCookie } from '../../platform/access/session-cookie.ts'
import {
  endSession,
  findSessions,
  openSession,
  type Session,
  sessionOf,
} from '../../platform/access/sessions.ts'
import { takeAttempt } from '../../platform/access/sign-in-throttle.ts'
import { sha256 } from '../../platform/access/tokens.ts'
import { appendAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import type { SignInInput } from './contract.ts'

export type SignInMethod = 'password' | 'second-factor' | 'demonstration' | 'openid' | 'link'

/**
 * Judges an e-mail and a password. An unknown account, one without a password and a wrong password are told apart
 * neither by the words nor by the time.
 *
 * @throws problem `sign-in-refused` or `sign-in-slowed`.
 */
export async function signInByPassword(
  db: Db,
  request: FastifyRequest,
  { email, password }: SignInInput,
): Promise<AccountSecrets> {
  const succeeded = await takeAttempt(db, email, request.ip)
  const account = await findAccountByEmail(db, email)
  if (!(await isPasswordRight(password, account?.passwordHash ?? null)) || !account) {
    await request.noteRefusal('session', { reason: 'password', accountId: account?.id ?? null })
    throw problem('sign-in-refused')
  }
  if (!account.totpSecret) await succeeded()
  return account
}

/** Opens a session for who proved to be the account, in the place of the one that the request came with. */
export async function openFor(
  db: Db,
  request: FastifyRequest,
  reply: FastifyReply,
  account: AccountSecrets,
  method: SignInMethod,
): Promise<Session> {
  const { origin } = request
  const awaitsSecondFactor = account.totpSecret !== null && method !== 'second-factor'
  const token = await db.transaction(async () => {
    const opened = await openSession(db, {
      accountId: account.id,
      awaitsSecondFactor,
      origin,
      replaces: request.session?.id,
    })
    if (!awaitsSecondFactor) {
      const author = { accountId: account.id, role: account.role, name: account.name, ...origin }
      await appendAudit(db, author, { action: 'sign-in', subject: 'session', detail: { method } })
    }
    return opened
  })
  setSessionCookie(reply, request.server.config, token)
  const digest = sha256(token)
  const found = (await findSessions(db, [digest])).get(digest)
  if (!found) throw problem('sign-in-required')
  return sessionOf(found, origin)
}

/** @throws problem `code-refused`, `sign-in-slowed`; `sign-in-required` when no password came before. */
export async function signInBySecondFactor(
  db: Db,
  request: FastifyRequest,
  code: string,
): Promise<AccountSecrets> {
  const { session } = request
  if (session?.stage !== 'second-factor') throw problem('sign-in-required')
  const account = await findAccountById(db, session.own.accountId)
  if (!account?.totpSecret) throw problem('sign-in-required')
  const succeeded = await takeAttempt(db, account.email, request.ip)
  const kind = await takeCode(db, { id: account.id, totpSecret: account.totpSecret }, code)
  if (!kind) {
    await request.noteRefusal('session', { reason: 'code', accountId: account.id })
    throw problem('code-refused')
  }
  await succeeded()
  return account
}

export async function signOut(db: Db, session: Session): Promise<void> {
  await db.transaction(async () => {
    await endSession(db, session.id)
    await appendAudit(db, session.own, { action: 'sign-out', subject: 'session' })
  })
}

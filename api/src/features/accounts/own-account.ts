import type { FastifyRequest } from 'fastify'
import { type AccountSecrets, findAccountById, setPassword } from '../../platform/access/accounts.ts'
import { authorOf, sessionIn } from '../../platform/access/gate.ts'
import { checkPassword, hashPassword, isPasswordRight } from '../../platform/access/passwords.ts'
import {
  enrolmentUri,
  newSecret,
  replaceRecoveryCodes,
  stepOfCode,
  takeCode,
} from '../../platform/access/second-factor.ts'
import { endSession, endSessionsOf } from '../../platform/access/sessions.ts'
import { takeAttempt } from '../../platform/access/sign-in-throttle.ts'
import { appendAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { sql } from '../../platform/sql.ts'
import type { Enrolment } from './contract.ts'

/** The account of whoever asks, with its secrets. Accounts of the demonstration are shared and change nothing. */
export async function openOwn(db: Db, request: FastifyRequest): Promise<AccountSecrets> {
  const account = await findAccountById(db, sessionIn(request).own.accountId)
  if (!account) throw problem('sign-in-required')
  if (account.isDemonstration) throw problem('account-of-demonstration')
  return account
}

/** Sets another password for who knows the present one; every other session ends. */
export async function changeOwnPassword(
  db: Db,
  request: FastifyRequest,
  { current, next }: { current: string; next: string },
): Promise<void> {
  const account = await openOwn(db, request)
  const succeeded = await takeAttempt(db, account.email, request.ip)
  if (!(await isPasswordRight(current, account.passwordHash))) {
    await request.noteRefusal('account', { reason: 'password' })
    throw problem('sign-in-refused', {}, { field: 'current' })
  }
  await succeeded()
  checkPassword(next, account)
  const passwordHash = await hashPassword(next)
  await db.transaction(async () => {
    await setPassword(db, account.id, passwordHash)
    await endSessionsOf(db, account.id, sessionIn(request).id)
    await note(db, request, account.id, ['password'])
  })
}

/** Makes a secret that counts once a code of it was given. */
export async function beginEnrolment(db: Db, request: FastifyRequest): Promise<Enrolment> {
  const account = await openOwn(db, request)
  if (account.totpSecret) throw problem('second-factor-on')
  const secret = newSecret()
  await db.run(sql`update account set totp_pending_secret = ${secret} where id = ${account.id}`)
  return { secret, uri: enrolmentUri(secret, account.email) }
}

/** Turns the second factor on, and returns the recovery codes, which are shown this once. */
export async function confirmEnrolment(db: Db, request: FastifyRequest, code: string): Promise<string[]> {
  const account = await openOwn(db, request)
  const secret = account.totpPendingSecret
  if (!secret || account.totpSecret) throw problem('second-factor-off')
  const succeeded = await takeAttempt(db, account.email, request.ip)
  const step = stepOfCode(secret, code)
  if (step === undefined) return refuseCode(request)
  await succeeded()
  return db.transaction(async () => {
    await db.run(sql`
      update account
         set totp_secret = ${secret}, totp_pending_secret = null, totp_last_step = ${step}
       where id = ${account.id}`)
    await endSessionsOf(db, account.id, sessionIn(request).id)
    await note(db, request, account.id, ['secondFactor'])
    return replaceRecoveryCodes(db, account.id)
  })
}

export async function turnSecondFactorOff(db: Db, request: FastifyRequest, code: string): Promise<void> {
  const account = await proveSecondFactor(db, request, code)
  await db.transaction(async () => {
    await removeSecondFactor(db, account.id)
    await note(db, request, account.id, ['secondFactor'])
  })
}

export async function renewRecoveryCodes(db: Db, request: FastifyRequest, code: string): Promise<string[]> {
  const account = await proveSecondFactor(db, request, code)
  return db.transaction(async () => {
    await note(db, request, account.id, ['recoveryCodes'])
    return replaceRecoveryCodes(db, account.id)
  })
}

export async function removeSecondFactor(db: Db, accountId: string): Promise<void> {
  await db.run(sql`
    update account set totp_secret = null, totp_pending_secret = null where id = ${accountId}`)
  await db.run(sql`delete from recovery_code where account_id = ${accountId}`)
}

async function proveSecondFactor(db: Db, request: FastifyRequest, code: string): Promise<AccountSecrets> {
  const account = await openOwn(db, request)
  if (!account.totpSecret) throw problem('second-factor-off')
  const succeeded = await takeAttempt(db, account.email, request.ip)
  const kind = await takeCode(db, { id: account.id, totpSecret: account.totpSecret }, code)
  if (!kind) return refuseCode(request)
  await succeeded()
  return account
}

async function refuseCode(request: FastifyRequest): Promise<never> {
  await request.noteRefusal('account', { reason: 'code' })
  throw problem('code-refused', {}, { field: 'code' })
}

/** Ends one of the caller's sessions; another person's is as unknown as one that never was. */
export async function endOwnSession(db: Db, request: FastifyRequest, sessionId: string): Promise<void> {
  const { own, id, isDemonstration } = sessionIn(request)
  const isOwn = await db.maybeOne(sql`
    select 1 as found from session
     where id = ${sessionId} and account_id = ${own.accountId} and ended_at is null`)
  if (!isOwn || (isDemonstration && sessionId !== id)) throw problem('session-not-found', { sessionId })
  await db.transaction(async () => {
    await endSession(db, sessionId)
    await appendAudit(db, authorOf(request), { action: 'sign-out', subject: 'session', subjectId: sessionId })
  })
}

export async function endAllOwnSessions(db: Db, request: FastifyRequest): Promise<void> {
  const { own, id, isDemonstration } = sessionIn(request)
  await db.transaction(async () => {
    const ended = isDemonstration ? await endSession(db, id) : await endSessionsOf(db, own.accountId)
    await appendAudit(db, authorOf(request), { action: 'sign-out', subject: 'session', detail: { ended } })
  })
}

async function note(
  db: Db,
  request: FastifyRequest,
  accountId: string,
  fields: readonly string[],
): Promise<void> {
  await appendAudit(db, authorOf(request), {
    action: 'change',
    subject: 'account',
    subjectId: accountId,
    detail: { fields },
  })
}

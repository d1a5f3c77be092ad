import type { FastifyRequest } from 'fastify'
import type { z } from 'zod'
import {
  type AccountSecrets,
  findAccountById,
  hasAccounts,
  setPassword,
} from '../../platform/access/accounts.ts'
import { findLink, type OneTimeLink, takeLink } from '../../platform/access/one-time-links.ts'
import { checkPassword, hashPassword } from '../../platform/access/passwords.ts'
import { endSessionsOf } from '../../platform/access/sessions.ts'
import { takeAttempt } from '../../platform/access/sign-in-throttle.ts'
import { appendAudit } from '../../platform/audit.ts'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { sql } from '../../platform/sql.ts'
import type { UseLinkInput } from './contract.ts'

/** @throws problem `link-refused`: unknown, used and expired links are told alike. */
export async function openLink(db: Db, request: FastifyRequest, token: string): Promise<OneTimeLink> {
  const succeeded = await takeAttempt(db, null, request.ip)
  const link = await findLink(db, token)
  if (!link) {
    await request.noteRefusal('link', { reason: 'link' })
    throw problem('link-refused')
  }
  await succeeded()
  return link
}

/** Sets the password that a link is for; a set-up link makes the first administrator. Every earlier session ends. */
export async function useLink(
  db: Db,
  request: FastifyRequest,
  input: z.infer<typeof UseLinkInput>,
): Promise<AccountSecrets> {
  const link = await openLink(db, request, input.token)
  const email = link.purpose === 'set-up' ? input.email : link.email
  const name = link.purpose === 'set-up' ? input.name : link.name
  if (!email) throw problem('validation-failed', { fields: 'email' }, { field: 'email' })
  if (!name) throw problem('validation-failed', { fields: 'name' }, { field: 'name' })
  checkPassword(input.password, { email, name })
  const passwordHash = await hashPassword(input.password)
  return db.transaction(async () => {
    if (!(await takeLink(db, link.id))) throw problem('link-refused')
    const accountId = link.accountId ?? (await makeFirstAdministrator(db, email, name))
    await setPassword(db, accountId, passwordHash)
    await endSessionsOf(db, accountId)
    const account = await findAccountById(db, accountId)
    if (!account) throw problem('link-refused')
    const author = { accountId, role: account.role, name: account.name, ...request.origin }
    await appendAudit(db, author, {
      action: 'change',
      subject: 'account',
      subjectId: accountId,
      detail: { fields: ['password'], by: link.purpose },
    })
    return account
  })
}

async function makeFirstAdministrator(db: Db, email: string, name: string): Promise<string> {
  if (await hasAccounts(db)) throw problem('link-refused')
  const { id } = await db.one<{ id: string }>(sql`
    insert into account (email, name, role) values (${email}, ${name}, 'administrator') returning id`)
  return id
}

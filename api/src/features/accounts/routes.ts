import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { authorOf } from '../../platform/access/gate.ts'
import { sendLink } from '../../platform/access/mail.ts'
import { linkUrl, makeLink } from '../../platform/access/one-time-links.ts'
import { endSessionsOf } from '../../platform/access/sessions.ts'
import { appendAudit } from '../../platform/audit.ts'
import { preferredLanguage } from '../../platform/problems.ts'
import {
  type AccountsAt,
  changeAccount,
  createAccount,
  getAccount,
  listAccounts,
  note,
  openForChange,
  setAccountLeft,
} from './change-account.ts'
import {
  AccessSettings,
  Account,
  AccountChangeInput,
  AccountInput,
  AccountParams,
  Accounts,
  HandedLink,
  NewAccount,
  SubOffices,
} from './contract.ts'
import { removeSecondFactor } from './own-account.ts'
import { ownAccountRoutes } from './own-account-routes.ts'
import { findSettings, findSubOffices, writeSettings } from './queries.ts'

const tags = ['accounts']
const config = { permission: 'accounts.manage' } as const
const VersionInput = z.object({ version: z.number().int() })

export const accountsRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  await app.register(ownAccountRoutes)
  await app.register(manageRoutes)
  await app.register(proofRoutes)
  await app.register(settingRoutes)
}

const manageRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/accounts',
    {
      config: { ...config, audit: { action: 'read', subject: 'accounts' } },
      schema: {
        tags,
        summary: 'Every account, those of people who have left last',
        response: { 200: Accounts },
      },
    },
    async (request) => ({ items: await listAccounts(at(request)) }),
  )

  app.post(
    '/accounts',
    {
      config,
      schema: {
        tags,
        summary: 'Opens an account; its person chooses the password by the one-time link',
        body: AccountInput,
        response: { 201: NewAccount },
      },
    },
    async (request, reply) => {
      const account = await createAccount(at(request), request.body)
      return reply.code(201).send({ account, link: await handLink(request, account) })
    },
  )

  app.patch(
    '/accounts/:accountId',
    {
      config,
      schema: {
        tags,
        summary: 'Changes an account; a new role, scope or address ends its sessions',
        params: AccountParams,
        body: AccountChangeInput,
        response: { 200: Account },
      },
    },
    (request) => changeAccount(at(request), request.params.accountId, request.body),
  )

  for (const { action, summary, hasLeft } of [
    {
      action: 'leave',
      summary: 'The person has left: signed out everywhere, no sign-in any more',
      hasLeft: true,
    },
    { action: 'return', summary: 'The person has come back', hasLeft: false },
  ]) {
    app.post(
      `/accounts/:accountId/${action}`,
      {
        config,
        schema: { tags, summary, params: AccountParams, body: VersionInput, response: { 200: Account } },
      },
      (request) => setAccountLeft(at(request), request.params.accountId, request.body.version, hasLeft),
    )
  }
}

const proofRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/accounts/:accountId/links',
    {
      config,
      schema: {
        tags,
        summary: 'A one-time link for a new password, to hand over or sent by mail; earlier ones are closed',
        params: AccountParams,
        response: { 201: HandedLink },
      },
    },
    async (request, reply) => {
      const account = await openForChange(at(request), request.params.accountId)
      return reply.code(201).send(await handLink(request, account))
    },
  )

  app.delete(
    '/accounts/:accountId/second-factor',
    {
      config,
      schema: {
        tags,
        summary: 'Takes a lost second factor away',
        params: AccountParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { accountId } = request.params
      await openForChange(at(request), accountId)
      await app.systemDb.transaction(async () => {
        await removeSecondFactor(app.systemDb, accountId)
        await endSessionsOf(app.systemDb, accountId)
        await note({ ...at(request), db: app.systemDb }, accountId, { fields: ['secondFactor'] })
      })
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/accounts/:accountId/sessions',
    {
      config,
      schema: {
        tags,
        summary: 'Signs an account out everywhere',
        params: AccountParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { accountId } = request.params
      await getAccount(at(request), accountId)
      await app.systemDb.transaction(async () => {
        const ended = await endSessionsOf(app.systemDb, accountId)
        await note({ ...at(request), db: app.systemDb }, accountId, { sessionsEnded: ended })
      })
      return reply.code(204).send(null)
    },
  )
}

const settingRoutes: FastifyPluginAsyncZod = async (app) => {
  const settings = { permission: 'settings.manage' } as const

  app.get(
    '/sub-offices',
    {
      config: { permission: 'account.own' },
      schema: {
        tags,
        summary: 'Sub-offices to which posts and focal points belong',
        response: { 200: SubOffices },
      },
    },
    async ({ db }) => ({ items: await findSubOffices(db) }),
  )

  app.get(
    '/settings/access',
    {
      config: settings,
      schema: { tags, summary: 'Second factor by role, and retention', response: { 200: AccessSettings } },
    },
    ({ db }) => findSettings(db),
  )

  app.put(
    '/settings/access',
    {
      config: settings,
      schema: {
        tags,
        summary: 'Sets the second factor by role, and retention',
        body: AccessSettings,
        response: { 200: AccessSettings },
      },
    },
    (request) => {
      const { db, body } = request
      return db.transaction(async () => {
        await writeSettings(db, body)
        const detail = { ...body }
        await appendAudit(db, authorOf(request), { action: 'change', subject: 'settings', detail })
        return findSettings(db)
      })
    },
  )
}

function at(request: FastifyRequest): AccountsAt {
  return { db: request.db, systemDb: request.server.systemDb, author: authorOf(request) }
}

/** An invitation as long as there is no password, a reset afterwards. */
async function handLink(request: FastifyRequest, account: Account): Promise<HandedLink> {
  const { systemDb, config: settings } = request.server
  const purpose = account.hasPassword ? 'reset' : 'invitation'
  const { token, expiresAt } = await systemDb.transaction(async () => {
    await appendAudit(systemDb, authorOf(request), {
      action: 'share',
      subject: 'link',
      subjectId: account.id,
      detail: { purpose },
    })
    return makeLink(systemDb, purpose, account.id)
  })
  const url = linkUrl(settings.publicUrl ?? `${request.protocol}://${request.host}`, token)
  const language = preferredLanguage(request.headers['accept-language'])
  const isSent =
    settings.mail !== undefined &&
    (await sendLink(settings.mail, { to: account.email, purpose, url, language }).then(
      () => true,
      (error: Error) => {
        request.log.error({ err: error }, 'mail not sent')
        return false
      },
    ))
  return { purpose, url, expiresAt, isSent }
}

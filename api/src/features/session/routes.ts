import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { findAccountByEmail, findDemonstrationAccount } from '../../platform/access/accounts.ts'
import { sessionIn } from '../../platform/access/gate.ts'
import { sendLink } from '../../platform/access/mail.ts'
import { linkUrl, makeLink } from '../../platform/access/one-time-links.ts'
import { isLoopback } from '../../platform/access/same-origin.ts'
import { clearSessionCookie } from '../../platform/access/session-cookie.ts'
import type { Session } from '../../platform/access/sessions.ts'
import { takeAttempt } from '../../platform/access/sign-in-throttle.ts'
import { preferredLanguage, problem } from '../../platform/problems.ts'
import {
  DemonstrationInput,
  ForgottenPasswordInput,
  LinkDescription,
  LinkInput,
  SecondFactorInput,
  SessionState,
  SignInInput,
  UseLinkInput,
  ViewAsInput,
} from './contract.ts'
import { describeSession, hasOneClickAccounts } from './describe-session.ts'
import { openIdRoutes } from './openid-routes.ts'
import { openFor, signInByPassword, signInBySecondFactor, signOut } from './sign-in.ts'
import { openLink, useLink } from './use-link.ts'
import { viewAs, viewAsOneself } from './view-as.ts'

const tags = ['session']
const state = { 200: SessionState }
const open = { permission: 'public' } as const

export const sessionRoutes: FastifyPluginAsyncZod = async (app) => {
  app.addHook('onSend', async (_request, reply) => {
    reply.header('cache-control', 'no-store')
  })
  await app.register(signInRoutes)
  await app.register(linkRoutes)
  await app.register(viewAsRoutes)
  await app.register(openIdRoutes)
}

const signInRoutes: FastifyPluginAsyncZod = async (app) => {
  const db = app.systemDb
  const describe = (session: Session | null) => describeSession(db, app.config, session)

  app.get(
    '/session',
    {
      config: open,
      schema: { tags, summary: 'Who is signed in, and by which doors one comes in', response: state },
    },
    ({ session }) => describe(session),
  )

  app.post(
    '/session',
    {
      config: open,
      schema: {
        tags,
        summary: 'Signs in by e-mail and password; a second factor may be awaited',
        body: SignInInput,
        response: state,
      },
    },
    async (request, reply) => {
      const account = await signInByPassword(db, request, request.body)
      return describe(await openFor(db, request, reply, account, 'password'))
    },
  )

  app.post(
    '/session/second-factor',
    {
      config: open,
      schema: { tags, summary: 'Completes a sign-in by a code', body: SecondFactorInput, response: state },
    },
    async (request, reply) => {
      const account = await signInBySecondFactor(db, request, request.body.code)
      return describe(await openFor(db, request, reply, account, 'second-factor'))
    },
  )

  app.post(
    '/session/demonstration',
    {
      config: open,
      schema: {
        tags,
        summary: 'Enters the demonstration as a role, on this machine only',
        body: DemonstrationInput,
        response: state,
      },
    },
    async (request, reply) => {
      const isFromHere = isLoopback(request.ip.replace(/^::ffff:/, '')) && isLoopback(request.hostname)
      const isOpen = hasOneClickAccounts(app.config) && isFromHere
      const account = isOpen ? await findDemonstrationAccount(db, request.body.role) : undefined
      if (!account) throw problem('sign-in-refused')
      return describe(await openFor(db, request, reply, account, 'demonstration'))
    },
  )

  app.delete(
    '/session',
    { config: open, schema: { tags, summary: 'Signs out', response: { 204: z.null() } } },
    async (request, reply) => {
      if (request.session) await signOut(db, request.session)
      clearSessionCookie(reply, app.config)
      return reply.code(204).send(null)
    },
  )
}

const linkRoutes: FastifyPluginAsyncZod = async (app) => {
  const db = app.systemDb

  app.post(
    '/links/inspect',
    {
      config: open,
      schema: {
        tags,
        summary: 'What a one-time link is for',
        body: LinkInput,
        response: { 200: LinkDescription },
      },
    },
    async (request) => {
      const { purpose, email, name } = await openLink(db, request, request.body.token)
      return { purpose, email, name }
    },
  )

  app.post(
    '/links/use',
    {
      config: open,
      schema: {
        tags,
        summary: 'Sets the password that a one-time link is for, and signs in',
        body: UseLinkInput,
        response: state,
      },
    },
    async (request, reply) => {
      const account = await useLink(db, request, request.body)
      return describeSession(db, app.config, await openFor(db, request, reply, account, 'link'))
    },
  )

  app.post(
    '/password-resets',
    {
      config: open,
      schema: {
        tags,
        summary:
          'Sends a link for a new password by mail, where an account and a mail server exist; always answers alike',
        body: ForgottenPasswordInput,
        response: { 202: z.null() },
      },
    },
    async (request, reply) => {
      await takeAttempt(db, `reset ${request.body.email}`, request.ip)
      // Not awaited: the time of the answer must not tell whether the account exists.
      void mailReset(request).catch((error: Error) => request.log.error({ err: error }, 'mail not sent'))
      return reply.code(202).send(null)
    },
  )

  async function mailReset(request: FastifyRequest<{ Body: { email: string } }>): Promise<void> {
    const { mail } = app.config
    const account = mail && (await findAccountByEmail(db, request.body.email))
    if (!mail || !account || account.isDemonstration) return
    const { token } = await makeLink(db, 'reset', account.id)
    const url = linkUrl(publicUrlOf(request), token)
    const language = preferredLanguage(request.headers['accept-language'])
    await sendLink(mail, { to: account.email, purpose: 'reset', url, language })
  }

  /** The configured one: a mail must not carry a name that the asker chose. */
  function publicUrlOf(request: FastifyRequest): string {
    return app.config.publicUrl ?? `${request.protocol}://${request.host}`
  }
}

const viewAsRoutes: FastifyPluginAsyncZod = async (app) => {
  const db = app.systemDb
  const config = { permission: 'view-as', asSelf: true } as const

  app.put(
    '/session/view-as',
    {
      config,
      schema: {
        tags,
        summary: 'Shows the app as another role sees it, read-only',
        body: ViewAsInput,
        response: state,
      },
    },
    async (request) => describeSession(db, app.config, await viewAs(db, sessionIn(request), request.body)),
  )

  app.delete(
    '/session/view-as',
    { config, schema: { tags, summary: 'Back to one’s own view', response: state } },
    async (request) => describeSession(db, app.config, await viewAsOneself(db, sessionIn(request))),
  )
}

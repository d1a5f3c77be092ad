import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { findCalendarAddresses } from '../../platform/access/calendar-addresses.ts'
import { sessionIn } from '../../platform/access/gate.ts'
import { clearSessionCookie } from '../../platform/access/session-cookie.ts'
import { problem } from '../../platform/problems.ts'
import { calendarAddressRoutes } from './calendar-address-routes.ts'
import {
  ChangePasswordInput,
  CodeInput,
  Enrolment,
  OwnAccount,
  RecoveryCodes,
  SessionParams,
} from './contract.ts'
import {
  beginEnrolment,
  changeOwnPassword,
  confirmEnrolment,
  endAllOwnSessions,
  endOwnSession,
  renewRecoveryCodes,
  turnSecondFactorOff,
} from './own-account.ts'
import { findOwnAccount } from './queries.ts'

const tags = ['account']
const config = { permission: 'account.own' } as const
const nothing = { 204: z.null() }

/** What everyone may do with the own account. */
export const ownAccountRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(secondFactorRoutes)
  await app.register(calendarAddressRoutes)
  const db = app.systemDb

  app.get(
    '/account',
    {
      config,
      schema: { tags, summary: 'The own account with its open sessions', response: { 200: OwnAccount } },
    },
    async (request) => {
      const session = sessionIn(request)
      const { accountId } = session.own
      const account = await findOwnAccount(db, accountId, session.id)
      if (!account) throw problem('sign-in-required')
      return { ...account, calendarAddresses: await findCalendarAddresses(db, accountId) }
    },
  )

  app.put(
    '/account/password',
    {
      config,
      schema: {
        tags,
        summary: 'Changes the own password; every other session ends',
        body: ChangePasswordInput,
        response: nothing,
      },
    },
    async (request, reply) => {
      await changeOwnPassword(db, request, request.body)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/account/sessions/:sessionId',
    {
      config,
      schema: { tags, summary: 'Ends one of the own sessions', params: SessionParams, response: nothing },
    },
    async (request, reply) => {
      await endOwnSession(db, request, request.params.sessionId)
      return reply.code(204).send(null)
    },
  )

  app.delete(
    '/account/sessions',
    { config, schema: { tags, summary: 'Signs out everywhere, here too', response: nothing } },
    async (request, reply) => {
      await endAllOwnSessions(db, request)
      clearSessionCookie(reply, app.config)
      return reply.code(204).send(null)
    },
  )
}

const secondFactorRoutes: FastifyPluginAsyncZod = async (app) => {
  const db = app.systemDb
  const path = '/account/second-factor'

  app.post(
    path,
    { config, schema: { tags, summary: 'Begins to enrol an authenticator', response: { 200: Enrolment } } },
    (request) => beginEnrolment(db, request),
  )

  app.put(
    path,
    {
      config,
      schema: {
        tags,
        summary: 'Turns the second factor on by a first code',
        body: CodeInput,
        response: { 200: RecoveryCodes },
      },
    },
    async (request) => ({ codes: await confirmEnrolment(db, request, request.body.code) }),
  )

  app.delete(
    path,
    {
      config,
      schema: { tags, summary: 'Turns the second factor off by a code', body: CodeInput, response: nothing },
    },
    async (request, reply) => {
      await turnSecondFactorOff(db, request, request.body.code)
      return reply.code(204).send(null)
    },
  )

  app.post(
    '/account/recovery-codes',
    {
      config,
      schema: {
        tags,
        summary: 'New recovery codes in the place of the earlier ones',
        body: CodeInput,
        response: { 200: RecoveryCodes },
      },
    },
    async (request) => ({ codes: await renewRecoveryCodes(db, request, request.body.code) }),
  )
}

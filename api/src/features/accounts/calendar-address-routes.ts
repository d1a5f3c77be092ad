import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  calendarUrl,
  findCalendarAddresses,
  MOST_CALENDAR_ADDRESSES,
  makeCalendarAddress,
  revokeCalendarAddress,
} from '../../platform/access/calendar-addresses.ts'
import { authorOf, sessionIn } from '../../platform/access/gate.ts'
import { appendAudit } from '../../platform/audit.ts'
import { problem } from '../../platform/problems.ts'
import { CalendarAddressInput, CalendarAddressParams, NewCalendarAddress } from './contract.ts'
import { openOwn } from './own-account.ts'

const tags = ['account']
const subject = 'calendar-address'

/** The secret addresses of the own calendar of missions: made, shown once, revoked. */
export const calendarAddressRoutes: FastifyPluginAsyncZod = async (app) => {
  const db = app.systemDb

  app.post(
    '/account/calendar-addresses',
    {
      config: { permission: 'missions.read' },
      schema: {
        tags,
        summary: 'Makes a secret address under which a calendar program reads the missions that one sees',
        body: CalendarAddressInput,
        response: { 201: NewCalendarAddress },
      },
    },
    async (request, reply) => {
      const account = await openOwn(db, request)
      const { id, token } = await db.transaction(async () => {
        const living = await findCalendarAddresses(db, account.id)
        if (living.length >= MOST_CALENDAR_ADDRESSES)
          throw problem('calendar-addresses-many', { most: MOST_CALENDAR_ADDRESSES })
        const made = await makeCalendarAddress(db, account.id, request.body.name)
        const detail = { purpose: 'calendar' }
        await appendAudit(db, authorOf(request), { action: 'share', subject, subjectId: made.id, detail })
        return made
      })
      const origin = app.config.publicUrl ?? `${request.protocol}://${request.host}`
      return reply.code(201).send({ id, url: calendarUrl(origin, token) })
    },
  )

  app.delete(
    '/account/calendar-addresses/:addressId',
    {
      config: { permission: 'account.own' },
      schema: {
        tags,
        summary: 'Closes one of the own addresses of the calendar for good',
        params: CalendarAddressParams,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { addressId } = request.params
      const { accountId } = sessionIn(request).own
      await db.transaction(async () => {
        if (!(await revokeCalendarAddress(db, accountId, addressId)))
          throw problem('calendar-address-not-found', { addressId })
        const detail = { action: 'revoked' }
        await appendAudit(db, authorOf(request), { action: 'change', subject, subjectId: addressId, detail })
      })
      return reply.code(204).send(null)
    },
  )
}

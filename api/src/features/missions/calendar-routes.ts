import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { explainCalendarToken, findCalendarCaller } from '../../platform/access/calendar-addresses.ts'
import type { Caller } from '../../platform/access/caller.ts'
import { countByMinute } from '../../platform/count-by-minute.ts'
import { problem } from '../../platform/problems.ts'
import { writeFeed } from './calendar-feed.ts'

const READINGS_A_MINUTE = 60
const CalendarParams = z.object({ file: z.string().max(100) })

/** The calendar of missions, for programs that cannot sign in: the address itself is the proof. */
export const calendarRoutes: FastifyPluginAsyncZod = async (app) => {
  const countOf = countByMinute()

  app.get(
    '/calendar/:file',
    {
      config: { permission: 'public' },
      schema: {
        tags: ['missions'],
        summary:
          'The missions that an account sees, as iCalendar, at its secret address `<token>.ics`; a wrong, a revoked and an unused address are refused alike',
        params: CalendarParams,
        response: { 200: z.any() },
      },
    },
    async (request, reply) => {
      const { count, secondsLeft } = countOf(request.ip)
      if (count > READINGS_A_MINUTE)
        throw problem(
          'calendar-slowed',
          { seconds: secondsLeft },
          { extra: { retryAfterSeconds: secondsLeft } },
        )
      const caller = await findReader(request)
      const origin = app.config.publicUrl ?? `${request.protocol}://${request.host}`
      return reply
        .type('text/calendar; charset=utf-8')
        .header('cache-control', 'private, no-cache')
        .send(await writeFeed(app.systemDb.as(caller), origin))
    },
  )
}

/** @throws problem `calendar-refused`, whatever closes the address. */
async function findReader(request: FastifyRequest<{ Params: { file: string } }>): Promise<Caller> {
  const { systemDb } = request.server
  const token = /^([\w-]{43})\.ics$/.exec(request.params.file)?.[1] ?? ''
  const caller = await findCalendarCaller(systemDb, token, request.origin)
  if (caller?.permissions.includes('missions.read')) return caller
  // A program asks a closed address again every hour, for years: the journal is not filled with it.
  const reason = caller ? 'calendar-closed' : await explainCalendarToken(systemDb, token)
  if (reason === 'calendar-unknown') await request.noteRefusal('calendar', { reason })
  throw problem('calendar-refused')
}

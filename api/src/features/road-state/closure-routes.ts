import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  type ClosuresAt,
  changeClosure,
  confirmClosure,
  getClosure,
  judge,
  liftClosure,
  reportClosure,
  thisDay,
} from './change-closure.ts'
import {
  Closure,
  ClosureChangeInput,
  ClosureChanges,
  ClosureInput,
  ClosureParams,
  Closures,
  ClosuresQuery,
  VersionInput,
} from './contract.ts'
import { countClosures, findClosureChanges, findClosures } from './queries.ts'

const tags = ['roads']

export const closureRoutes: FastifyPluginAsyncZod = async (app) => {
  const at = ({ db, caller }: FastifyRequest): ClosuresAt => ({
    db,
    caller,
    getRoads: () => app.roadNetwork.get(),
  })

  app.get(
    '/closures',
    {
      config: { permission: 'roads.read' },
      schema: {
        tags,
        summary: 'Closures of roads as they stand on a day, the latest first',
        querystring: ClosuresQuery,
        response: { 200: Closures },
      },
    },
    async ({ db, query: { date = thisDay(), includePast, limit, offset } }) => {
      const closures = await findClosures(db, { date, includePast, limit, offset })
      const total = await countClosures(db, date, includePast)
      return { items: closures.map((closure) => judge(closure, date)), total, limit, offset, date }
    },
  )

  app.post(
    '/closures',
    {
      config: { permission: 'closures.report' },
      schema: {
        tags,
        summary:
          'Reports a closure: a point, a line or an area. Sent again under the same id, it is kept once',
        body: ClosureInput,
        response: { 200: Closure, 201: Closure },
      },
    },
    async (request, reply) => {
      const { closure, isNew } = await reportClosure(at(request), request.body)
      return reply
        .code(isNew ? 201 : 200)
        .header('location', `/api/closures/${closure.id}`)
        .send(closure)
    },
  )

  app.patch(
    '/closures/:closureId',
    {
      config: { permission: 'closures.report' },
      schema: {
        tags,
        summary: 'Changes the given fields of the version named; of others’ reports only for the office',
        params: ClosureParams,
        body: ClosureChangeInput,
        response: { 200: Closure },
      },
    },
    (request) => changeClosure(at(request), request.params.closureId, request.body),
  )

  app.post(
    '/closures/:closureId/confirm',
    {
      config: { permission: 'closures.report' },
      schema: {
        tags,
        summary: 'Somebody has seen it again: its confidence is whole from now on',
        params: ClosureParams,
        body: VersionInput,
        response: { 200: Closure },
      },
    },
    (request) => confirmClosure(at(request), request.params.closureId, request.body.version),
  )

  for (const { action, summary, isLifted } of [
    { action: 'lift', summary: 'The road is open again, from today', isLifted: true },
    { action: 'restore', summary: 'Takes a lifting back', isLifted: false },
  ]) {
    app.post(
      `/closures/:closureId/${action}`,
      {
        config: { permission: 'closures.report' },
        schema: { tags, summary, params: ClosureParams, body: VersionInput, response: { 200: Closure } },
      },
      (request) =>
        liftClosure(at(request), request.params.closureId, { version: request.body.version, isLifted }),
    )
  }

  app.get(
    '/closures/:closureId/changes',
    {
      config: { permission: 'closures.manage' },
      schema: {
        tags,
        summary: 'Every change of a closure, the latest first, with what it was before',
        params: ClosureParams,
        response: { 200: ClosureChanges },
      },
    },
    async ({ db, params: { closureId } }) => {
      await getClosure(db, closureId)
      return { items: await findClosureChanges(db, closureId) }
    },
  )
}

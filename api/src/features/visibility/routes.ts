import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { checkRoutes } from './check-routes.ts'
import { VisibilityAudit, VisibilityQuery } from './contract.ts'
import { findDonors } from './donor-queries.ts'
import { donorRoutes } from './donor-routes.ts'
import { visibilityCsv } from './export-visibility.ts'
import { listVisibility } from './list-visibility.ts'

const tags = ['visibility']

export const visibilityRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/visibility',
    {
      config: { permission: 'visibility.read' },
      schema: {
        tags,
        summary:
          'Each post by each donor that pays for it: what was last seen of its plaque, sign and stickers',
        querystring: VisibilityQuery,
        response: { 200: VisibilityAudit },
      },
    },
    ({ db, query }) => listVisibility(db, query),
  )

  app.get(
    '/exports/visibility.csv',
    {
      config: { permission: 'visibility.read', audit: { action: 'export', subject: 'visibility' } },
      schema: {
        tags,
        summary: 'The same as CSV; fictional lines are marked',
        querystring: VisibilityQuery,
        response: { 200: z.any() },
      },
    },
    async ({ db, query }, reply) => {
      const { items } = await listVisibility(db, query)
      const codes = new Map((await findDonors(db)).map(({ donorId, code }) => [donorId, code]))
      const mark = items.some(({ isDemonstration }) => isDemonstration) ? '-DEMONSTRATION' : ''
      return reply
        .type('text/csv; charset=utf-8')
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="visibilite${mark}.csv"`)
        .send(visibilityCsv(items, codes))
    },
  )

  await app.register(checkRoutes)
  await app.register(donorRoutes)
}

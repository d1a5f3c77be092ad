import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { SearchHits, SearchQuery } from './contract.ts'
import { findPlaces } from './find-places.ts'

export const searchRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/search',
    {
      config: { permission: 'posts.read' },
      schema: {
        tags: ['search'],
        summary: 'Posts, administrative units, settlements and places under a name in any spelling or script',
        querystring: SearchQuery,
        response: { 200: SearchHits },
      },
    },
    async ({ db, query }, reply) => {
      reply.header('cache-control', 'private, no-cache')
      return { items: await findPlaces(db, query.q, query.limit) }
    },
  )
}

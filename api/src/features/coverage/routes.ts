import { measureReach, type StartPost } from '@borne/geodata/coverage/measure-reach'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { ROAD_ATTRIBUTION } from '../../platform/road-network.ts'
import { timed } from '../../platform/timed.ts'
import { Reach, ReachQuery } from './contract.ts'
import { findStartPosts } from './queries.ts'

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export const coverageRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/reach',
    {
      config: { permission: 'coverage.read', audit: { action: 'read', subject: 'reach' } },
      schema: {
        tags: ['coverage'],
        summary: 'Roads, border and settlements within the asked minutes of the posts',
        querystring: ReachQuery,
        response: { 200: Reach },
      },
    },
    async (request) => {
      const { db, query } = request
      const { network, options, state } = await app.roadStates.ask(request, query)
      const posts = await startPosts(db, query.posts)
      const reach = await timed(() =>
        measureReach(network, posts, {
          minutes: query.minutes,
          offRoadMetres: query.offRoadMetres,
          includeUnconfirmed: query.includeUnconfirmed === 'true',
          options,
          state,
        }),
      )
      return { ...reach, attribution: ROAD_ATTRIBUTION }
    },
  )
}

async function startPosts(db: Db, asked: string | undefined): Promise<StartPost[]> {
  if (asked === undefined) return findStartPosts(db, null)
  const postIds = asked
    .split(',')
    .map((id) => id.trim().toLowerCase())
    .filter(Boolean)
  const malformed = postIds.find((id) => !UUID.test(id))
  if (malformed) throw problem('reach-post-unknown', { postId: malformed.slice(0, 80) })
  const posts = await findStartPosts(db, postIds)
  const missing = postIds.find((id) => !posts.some(({ postId }) => postId === id))
  if (missing) throw problem('reach-post-unknown', { postId: missing })
  return posts
}

import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { PageQuery } from '../../contract-kit/page.ts'
import { getPost } from './change-post.ts'
import { changeRoutes } from './change-routes.ts'
import { BorderPostDetail, BorderPosts, PostChanges, PostParams, PostsQuery } from './contract.ts'
import { exportRoutes } from './export-routes.ts'
import { photoFileRoutes, photoRoutes } from './photo-routes.ts'
import { findChanges } from './queries.ts'
import { rememberPosts } from './remember-posts.ts'

const tags = ['posts']

export const postsRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(listRoute)

  app.get(
    '/posts/:postId',
    {
      config: {
        permission: 'posts.read',
        audit: { action: 'read', subject: 'post', idFrom: 'postId', ifRestricted: true },
      },
      schema: {
        tags,
        summary: 'Everything about one post',
        params: PostParams,
        response: { 200: BorderPostDetail },
      },
    },
    ({ db, params }) => getPost(db, params.postId),
  )

  app.get(
    '/posts/:postId/changes',
    {
      config: {
        permission: 'posts.history',
        audit: { action: 'read', subject: 'post-changes', idFrom: 'postId' },
      },
      schema: {
        tags,
        summary: 'Every change of a post, the latest first',
        params: PostParams,
        querystring: PageQuery,
        response: { 200: PostChanges },
      },
    },
    async ({ db, params, query }) => {
      await getPost(db, params.postId)
      return { ...(await findChanges(db, params.postId, query)), ...query }
    },
  )

  await app.register(changeRoutes)
  await app.register(photoRoutes)
  await app.register(photoFileRoutes)
  await app.register(exportRoutes)
}

const listRoute: FastifyPluginAsyncZod = async (app) => {
  const posts = rememberPosts()

  app.get(
    '/posts',
    {
      config: { permission: 'posts.read' },
      schema: {
        tags,
        summary: 'Border posts as a FeatureCollection, by name',
        querystring: PostsQuery,
        response: { 200: BorderPosts },
      },
    },
    async (request, reply) => {
      const question = { ...request.query, includeArchived: request.query.includeArchived === 'true' }
      const { caller, db } = request
      const etag = await posts.etagOf(db, caller, question)
      reply
        .header('etag', etag)
        .header('cache-control', 'private, no-cache')
        .header('vary', 'accept-encoding, cookie')
      if (request.headers['if-none-match']?.includes(etag)) return (reply as FastifyReply).code(304).send()
      return reply
        .type('application/geo+json; charset=utf-8')
        .send((await posts.textOf(db, question, etag)) as unknown as BorderPosts)
    },
  )
}

import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { PageQuery } from '../../contract-kit/page.ts'
import { archivePost, changePost, createPost, getPost } from './change-post.ts'
import {
  BorderPostDetail,
  BorderPosts,
  PostChangeInput,
  PostChanges,
  PostInput,
  PostParams,
  PostsQuery,
  PostVersionInput,
} from './contract.ts'
import { exportRoutes } from './export-routes.ts'
import { photoRoutes } from './photo-routes.ts'
import { findChanges } from './queries.ts'
import { rememberPosts } from './remember-posts.ts'

const tags = ['posts']

export const postsRoutes: FastifyPluginAsyncZod = async (app) => {
  const posts = rememberPosts(app.db)

  app.get(
    '/posts',
    {
      schema: {
        tags,
        summary: 'Border posts as a FeatureCollection, by name',
        querystring: PostsQuery,
        response: { 200: BorderPosts },
      },
    },
    async (request, reply) => {
      const question = { ...request.query, includeArchived: request.query.includeArchived === 'true' }
      const etag = await posts.etagOf(question)
      reply
        .header('etag', etag)
        .header('cache-control', 'private, no-cache')
        .header('vary', 'accept-encoding')
      if (request.headers['if-none-match']?.includes(etag)) return (reply as FastifyReply).code(304).send()
      return reply
        .type('application/geo+json; charset=utf-8')
        .send((await posts.textOf(question, etag)) as unknown as BorderPosts)
    },
  )

  app.post(
    '/posts',
    {
      schema: {
        tags,
        summary: 'Adds a post; commune, moughataa and border segment follow from its position',
        body: PostInput,
        response: { 201: BorderPostDetail },
      },
    },
    async ({ body }, reply) => {
      const post = await createPost(app.db, body as PostInput)
      return reply.code(201).header('location', `/api/posts/${post.id}`).send(post)
    },
  )

  app.get(
    '/posts/:postId',
    {
      schema: {
        tags,
        summary: 'Everything about one post',
        params: PostParams,
        response: { 200: BorderPostDetail },
      },
    },
    ({ params }) => getPost(app.db, params.postId),
  )

  app.patch(
    '/posts/:postId',
    {
      schema: {
        tags,
        summary: 'Changes the given fields of the version named; a stale version gets 409 and both versions',
        params: PostParams,
        body: PostChangeInput,
        response: { 200: BorderPostDetail },
      },
    },
    ({ params, body }) => changePost(app.db, params.postId, body as PostChangeInput),
  )

  for (const { action, summary, isArchived } of [
    { action: 'archive', summary: 'Takes a post out of the lists; nothing is deleted', isArchived: true },
    { action: 'restore', summary: 'Puts an archived post back', isArchived: false },
  ]) {
    app.post(
      `/posts/:postId/${action}`,
      {
        schema: {
          tags,
          summary,
          params: PostParams,
          body: PostVersionInput,
          response: { 200: BorderPostDetail },
        },
      },
      ({ params, body }) => archivePost(app.db, params.postId, body.version, isArchived),
    )
  }

  app.get(
    '/posts/:postId/changes',
    {
      schema: {
        tags,
        summary: 'Every change of a post, the latest first',
        params: PostParams,
        querystring: PageQuery,
        response: { 200: PostChanges },
      },
    },
    async ({ params, query }) => {
      await getPost(app.db, params.postId)
      return { ...(await findChanges(app.db, params.postId, query)), ...query }
    },
  )

  await app.register(photoRoutes)
  await app.register(exportRoutes)
}

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { archivePost, changePost, createPost } from './change-post.ts'
import { BorderPostDetail, PostChangeInput, PostInput, PostParams, PostVersionInput } from './contract.ts'

const tags = ['posts']

/** Whatever writes what is stated about a post. */
export const changeRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/posts',
    {
      config: { permission: 'posts.edit' },
      schema: {
        tags,
        summary: 'Adds a post; commune, moughataa and border segment follow from its position',
        body: PostInput,
        response: { 201: BorderPostDetail },
      },
    },
    async ({ db, body }, reply) => {
      const post = await createPost(db, body as PostInput)
      return reply.code(201).header('location', `/api/posts/${post.id}`).send(post)
    },
  )

  app.patch(
    '/posts/:postId',
    {
      config: { permission: 'posts.edit' },
      schema: {
        tags,
        summary: 'Changes the given fields of the version named; a stale version gets 409 and both versions',
        params: PostParams,
        body: PostChangeInput,
        response: { 200: BorderPostDetail },
      },
    },
    ({ db, params, body }) => changePost(db, params.postId, body as PostChangeInput),
  )

  for (const { action, summary, isArchived } of [
    { action: 'archive', summary: 'Takes a post out of the lists; nothing is deleted', isArchived: true },
    { action: 'restore', summary: 'Puts an archived post back', isArchived: false },
  ]) {
    app.post(
      `/posts/:postId/${action}`,
      {
        config: { permission: 'posts.edit' },
        schema: {
          tags,
          summary,
          params: PostParams,
          body: PostVersionInput,
          response: { 200: BorderPostDetail },
        },
      },
      ({ db, params, body }) => archivePost(db, params.postId, body.version, isArchived),
    )
  }
}

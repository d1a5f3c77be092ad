import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PHOTO_FORM_LIMITS, readPhotoForm, sendPhoto } from '../../platform/photos/photo-form.ts'
import { problem } from '../../platform/problems.ts'
import { addPhoto, setPhotoRemoved } from './add-photo.ts'
import { BorderPostDetail, PhotoFileParams, PhotoParams, PostParams } from './contract.ts'
import { findPhotoSha256 } from './photo-queries.ts'

const MAX_CAPTION_CHARACTERS = 500
const tags = ['photos']

export const photoRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: PHOTO_FORM_LIMITS })
  const { filesDir } = app.config

  app.post(
    '/posts/:postId/photos',
    {
      config: { permission: 'posts.edit' },
      schema: {
        tags,
        summary: 'Adds a photo: multipart, fields `file` (JPEG, PNG or WebP, 15 MB) and `caption`',
        consumes: ['multipart/form-data'],
        params: PostParams,
        response: { 201: BorderPostDetail },
      },
    },
    async (request, reply) => {
      const { bytes, fields } = await readPhotoForm(request)
      const caption = fields.caption ?? ''
      if (caption.length > MAX_CAPTION_CHARACTERS)
        throw problem('validation-failed', { fields: 'caption' }, { field: 'caption' })
      const { db, params } = request
      return reply.code(201).send(await addPhoto({ db, filesDir }, params.postId, { bytes, caption }))
    },
  )

  app.delete(
    '/posts/:postId/photos/:photoId',
    {
      config: { permission: 'posts.edit' },
      schema: {
        tags,
        summary: 'Takes a photo from the post; it can be brought back',
        params: PhotoParams,
        response: { 200: BorderPostDetail },
      },
    },
    ({ db, params }) => setPhotoRemoved(db, params.postId, params.photoId, true),
  )

  app.post(
    '/posts/:postId/photos/:photoId/restore',
    {
      config: { permission: 'posts.edit' },
      schema: {
        tags,
        summary: 'Brings a removed photo back',
        params: PhotoParams,
        response: { 200: BorderPostDetail },
      },
    },
    ({ db, params }) => setPhotoRemoved(db, params.postId, params.photoId, false),
  )
}

/** The pictures themselves. */
export const photoFileRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/photos/:photoId/:size',
    {
      config: { permission: 'posts.read' },
      schema: {
        tags,
        summary: 'A photo as WebP, without metadata',
        params: PhotoFileParams,
        response: { 200: z.any() },
      },
    },
    async ({ db, params }, reply) => {
      const sha256 = await findPhotoSha256(db, params.photoId, params.size)
      return sendPhoto(reply, { filesDir: app.config.filesDir, photoId: params.photoId, sha256 })
    },
  )
}

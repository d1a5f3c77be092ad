import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { ProblemError, problem } from '../../platform/problems.ts'
import { addPhoto, setPhotoRemoved, type Upload } from './add-photo.ts'
import { BorderPostDetail, PhotoFileParams, PhotoParams, PostParams } from './contract.ts'
import { findPhotoSha256 } from './photo-queries.ts'
import { filePath } from './store-file.ts'

const MAX_PHOTO_BYTES = 15 * 1024 * 1024
const MAX_CAPTION_CHARACTERS = 500
const tags = ['photos']

export const photoRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: { fileSize: MAX_PHOTO_BYTES, files: 1, fields: 4, parts: 5 } })
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
      const upload = await readUpload(request).catch(refuseBrokenForm)
      return reply.code(201).send(await addPhoto({ db: request.db, filesDir }, request.params.postId, upload))
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

/** The reader of forms throws plain errors at a form without a boundary, or cut short. */
function refuseBrokenForm(error: Error & { code?: string }): never {
  if (error instanceof ProblemError || error.code) throw error
  throw problem('request-refused', {}, { cause: error })
}

/** Reads the form to its end: the caption may stand before or after the file. */
async function readUpload(request: FastifyRequest): Promise<Upload> {
  let bytes: Buffer | undefined
  let caption = ''
  for await (const part of request.parts()) {
    if (part.type === 'file') {
      const content = await part.toBuffer()
      if (part.fieldname === 'file') bytes = content
    } else if (part.fieldname === 'caption') {
      caption = String(part.value ?? '').trim()
    }
  }
  if (!bytes) throw problem('photo-file-missing', {}, { field: 'file' })
  if (caption.length > MAX_CAPTION_CHARACTERS) {
    throw problem('validation-failed', { fields: 'caption' }, { field: 'caption' })
  }
  return { bytes, caption }
}

/** The pictures themselves. A browser may keep one, and asks each time whether it may still show it. */
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
      const path = sha256 && filePath(app.config.filesDir, sha256)
      const found = path ? await stat(path).catch(() => undefined) : undefined
      if (!path || !found) throw problem('photo-not-found', { photoId: params.photoId })
      return reply
        .header('cache-control', 'private, no-cache')
        .header('etag', `"${sha256}"`)
        .header('content-length', found.size)
        .type('image/webp')
        .send(createReadStream(path))
    },
  )
}

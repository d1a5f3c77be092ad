import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { PHOTO_FORM_LIMITS, readPerhapsPhotoForm, sendPhoto } from '../../platform/photos/photo-form.ts'
import { problem } from '../../platform/problems.ts'
import {
  CheckParams,
  CheckPhotoParams,
  ChecksQuery,
  VisibilityCheck,
  VisibilityCheckInput,
  VisibilityChecks,
} from './contract.ts'
import { findChecks, findPhotoSha256 } from './queries.ts'
import { recordCheck } from './record-check.ts'

const tags = ['visibility']
const read = { permission: 'visibility.read' } as const

export const checkRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: PHOTO_FORM_LIMITS })
  const { filesDir } = app.config

  app.get(
    '/visibility/checks',
    {
      config: read,
      schema: {
        tags,
        summary: 'What was seen of a donor’s marks at a post, the latest first',
        querystring: ChecksQuery,
        response: { 200: VisibilityChecks },
      },
    },
    async ({ db, query }) => ({ items: await findChecks(db, query) }),
  )

  app.put(
    '/visibility/checks/:checkId',
    {
      config: { permission: 'visibility.record' },
      schema: {
        tags,
        summary:
          'Keeps what was seen under an id that its recorder chose: multipart, fields `postId`, `donorId`, `what`, `state`, `seenOn`, `note`, and a photo as `file`',
        consumes: ['multipart/form-data'],
        params: CheckParams,
        response: { 200: VisibilityCheck, 201: VisibilityCheck },
      },
    },
    async (request, reply) => {
      const { bytes, fields } = await readPerhapsPhotoForm(request)
      const { db, caller, params } = request
      const told = { checkId: params.checkId, input: readInput(fields), bytes }
      const { check, isNew } = await recordCheck({ db, caller, filesDir }, told)
      return reply.code(isNew ? 201 : 200).send(check)
    },
  )

  app.get(
    '/visibility/checks/:checkId/photo/:size',
    {
      config: read,
      schema: {
        tags,
        summary: 'The photo of a check as WebP, without metadata',
        params: CheckPhotoParams,
        response: { 200: z.any() },
      },
    },
    async ({ db, params: { checkId, size } }, reply) => {
      const sha256 = await findPhotoSha256(db, { checkId, size })
      return sendPhoto(reply, { filesDir, photoId: checkId, sha256 })
    },
  )
}

function readInput(fields: Readonly<Record<string, string>>): VisibilityCheckInput {
  const read = VisibilityCheckInput.safeParse(fields)
  if (read.success) return read.data
  const errors = read.error.issues.map(({ path, code, message }) => ({
    field: path.join('.'),
    code,
    message,
  }))
  throw problem('validation-failed', { fields: errors.map(({ field }) => field).join(', ') }, { errors })
}

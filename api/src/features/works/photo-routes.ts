import multipart from '@fastify/multipart'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Position } from '../../contract-kit/geojson.ts'
import { Instant } from '../../contract-kit/time.ts'
import { PHOTO_FORM_LIMITS, readPhotoForm, sendPhoto } from '../../platform/photos/photo-form.ts'
import { problem } from '../../platform/problems.ts'
import { WorksPhoto, WorksPhotoFileParams, WorksPhotoParams } from './contract.ts'
import { addWorksPhoto, findPhotoSha256, type PhotoFacts } from './works-photos.ts'

const tags = ['works']

export const photoRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: PHOTO_FORM_LIMITS })
  const { filesDir } = app.config

  app.put(
    '/works/contracts/:contractId/photos/:worksPhotoId',
    {
      config: { permission: 'works.propose' },
      schema: {
        tags,
        summary:
          'Adds a photo: multipart, fields `file`, `caption`, `viewpoint`, and `takenAt`, `position` («lon,lat») where the picture does not tell',
        consumes: ['multipart/form-data'],
        params: WorksPhotoParams,
        response: { 200: WorksPhoto, 201: WorksPhoto },
      },
    },
    async (request, reply) => {
      const { bytes, fields } = await readPhotoForm(request)
      const { db, caller, params } = request
      const facts = readFacts(fields)
      const { contractId, worksPhotoId: photoId } = params
      const at = { db, caller, filesDir }
      const { photo, isNew } = await addWorksPhoto(at, { contractId, photoId }, { bytes, facts })
      return reply.code(isNew ? 201 : 200).send(photo)
    },
  )

  app.get(
    '/works/contracts/:contractId/photos/:worksPhotoId/:size',
    {
      config: { permission: 'works.read' },
      schema: {
        tags,
        summary: 'A photo as WebP, without metadata',
        params: WorksPhotoFileParams,
        response: { 200: z.any() },
      },
    },
    async ({ db, params: { contractId, worksPhotoId: photoId, size } }, reply) => {
      const sha256 = await findPhotoSha256(db, { contractId, photoId, size })
      return sendPhoto(reply, { filesDir, photoId, sha256 })
    },
  )
}

const orNull = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable())
const Facts = z.object({
  caption: z.string().max(500).default(''),
  viewpoint: orNull(z.string().max(80)),
  takenAt: orNull(Instant),
  position: orNull(
    z
      .string()
      .transform((text) => text.split(',').map(Number))
      .pipe(Position)
      .refine(([lon, lat]) => Math.abs(lon) <= 180 && Math.abs(lat) <= 90),
  ),
})

function readFacts(fields: Readonly<Record<string, string>>): PhotoFacts {
  const read = Facts.safeParse(fields)
  if (read.success) return read.data
  const errors = read.error.issues.map(({ path, code, message }) => ({
    field: path.join('.'),
    code,
    message,
  }))
  throw problem('validation-failed', { fields: errors.map(({ field }) => field).join(', ') }, { errors })
}

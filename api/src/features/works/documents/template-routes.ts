import { join } from 'node:path'
import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { Instant } from '../../../contract-kit/time.ts'
import { ProblemError, problem } from '../../../platform/problems.ts'
import { DOCUMENT_KINDS } from './document-kinds.ts'
import { readTemplate } from './make-document.ts'
import { fileOf, listTemplates, removeTemplate, replaceTemplate } from './own-templates.ts'

const MOST_BYTES = 10 * 1024 * 1024
const DOCX_MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

const TemplateParams = z.object({ kind: z.enum(DOCUMENT_KINDS) })
const Templates = z.object({
  items: z.array(z.object({ kind: z.enum(DOCUMENT_KINDS), changedAt: Instant.nullable() })),
})

const write = {
  permission: 'works.settings',
  audit: { action: 'change', subject: 'document-template', idFrom: 'kind' },
} as const
const tags = ['works']

/** The texts and the look of the documents, which the office changes in a word processor. */
export const templateRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(multipart, { limits: { fileSize: MOST_BYTES, files: 1, fields: 1, parts: 2 } })
  const folder = join(app.config.dataDir, 'templates')

  app.get(
    '/works/document-templates',
    {
      config: { permission: 'works.settings' },
      schema: {
        tags,
        summary: 'Templates of the documents, and which of them the office has changed',
        response: { 200: Templates },
      },
    },
    async () => ({ items: await listTemplates(folder) }),
  )

  app.get(
    '/works/document-templates/:kind',
    {
      config: { permission: 'works.settings' },
      schema: {
        tags,
        summary: 'The template that counts, as DOCX',
        params: TemplateParams,
        response: { 200: z.any() },
      },
    },
    async ({ params: { kind } }, reply) =>
      reply
        .type(DOCX_MEDIA_TYPE)
        .header('cache-control', 'no-store')
        .header('content-disposition', `attachment; filename="${fileOf(kind)}"`)
        .send(await readTemplate(folder, fileOf(kind))),
  )

  app.put(
    '/works/document-templates/:kind',
    {
      config: write,
      schema: {
        tags,
        summary:
          'Puts a template in the place of the one that counts, once documents can be made from it: multipart, field `file` (DOCX, 10 MB)',
        consumes: ['multipart/form-data'],
        params: TemplateParams,
        response: { 200: Templates },
      },
    },
    async (request) => {
      await replaceTemplate(folder, request.params.kind, await readFile(request))
      return { items: await listTemplates(folder) }
    },
  )

  app.delete(
    '/works/document-templates/:kind',
    {
      config: write,
      schema: {
        tags,
        summary: 'Puts the delivered template back',
        params: TemplateParams,
        response: { 200: Templates },
      },
    },
    async ({ params: { kind } }) => {
      await removeTemplate(folder, kind)
      return { items: await listTemplates(folder) }
    },
  )
}

/** The reader of forms throws plain errors at a form without a boundary, or cut short. */
async function readFile(request: FastifyRequest): Promise<Buffer> {
  const file = await request.file().catch((error: Error & { code?: string }) => {
    if (error instanceof ProblemError || error.code) throw error
    throw problem('request-refused', {}, { cause: error })
  })
  const bytes = await file?.toBuffer().catch((error: Error & { code?: string }) => {
    if (error.code !== 'FST_REQ_FILE_TOO_LARGE') throw error
    throw problem('document-template-large', { most: '10' }, { field: 'file', cause: error })
  })
  if (!bytes || bytes.length === 0) throw problem('document-template-missing', {}, { field: 'file' })
  return bytes
}

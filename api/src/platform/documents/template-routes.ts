import multipart from '@fastify/multipart'
import type { FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Permission } from '../../contract-kit/access.ts'
import { Instant } from '../../contract-kit/time.ts'
import { ProblemError, problem } from '../problems.ts'
import { readTemplate, templateFile } from './make-document.ts'
import { listTemplates, removeTemplate, replaceTemplate } from './own-templates.ts'
import { sendDocument } from './send-document.ts'

const MOST_BYTES = 10 * 1024 * 1024

export interface TemplatesOf {
  /** Where its templates are asked for. */
  readonly path: '/works/document-templates' | '/missions/document-templates'
  readonly kinds: readonly [string, ...string[]]
  readonly permission: Permission
  readonly tag: string
}

/** The texts and the look of a feature's documents, which the office changes in a word processor. */
export function templateRoutes({ path, kinds, permission, tag }: TemplatesOf): FastifyPluginAsyncZod {
  const Kind = z.enum(kinds)
  const params = z.object({ kind: Kind })
  const Templates = z.object({ items: z.array(z.object({ kind: Kind, changedAt: Instant.nullable() })) })
  const read = { permission }
  const write = {
    permission,
    audit: { action: 'change', subject: 'document-template', idFrom: 'kind' },
  } as const
  const tags = [tag]

  return async (app) => {
    await app.register(multipart, { limits: { fileSize: MOST_BYTES, files: 1, fields: 1, parts: 2 } })
    const folder = app.config.templatesDir
    const list = async () => ({ items: await listTemplates(folder, kinds) })

    app.get(
      path,
      {
        config: read,
        schema: {
          tags,
          summary: 'Templates of the documents, and which of them the office has changed',
          response: { 200: Templates },
        },
      },
      list,
    )

    app.get(
      `${path}/:kind`,
      {
        config: read,
        schema: { tags, summary: 'The template that counts, as DOCX', params, response: { 200: z.any() } },
      },
      async ({ params: { kind } }, reply) =>
        sendDocument(reply, await readTemplate(folder, templateFile(kind)), { name: kind, format: 'docx' }),
    )

    app.put(
      `${path}/:kind`,
      {
        config: write,
        schema: {
          tags,
          summary:
            'Puts a template in the place of the one that counts, once documents can be made from it: multipart, field `file` (DOCX, 10 MB)',
          consumes: ['multipart/form-data'],
          params,
          response: { 200: Templates },
        },
      },
      async (request) => {
        await replaceTemplate(folder, request.params.kind, await readFile(request))
        return list()
      },
    )

    app.delete(
      `${path}/:kind`,
      {
        config: write,
        schema: { tags, summary: 'Puts the delivered template back', params, response: { 200: Templates } },
      },
      async ({ params: { kind } }) => {
        await removeTemplate(folder, kind)
        return list()
      },
    )
  }
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

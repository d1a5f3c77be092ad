import { createReadStream } from 'node:fs'
import type { FastifyReply } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import {
  type Language,
  ProblemError,
  preferredLanguage,
  problem,
  problemBody,
} from '../../platform/problems.ts'
import { getBriefing } from './change-briefing.ts'
import { BriefingParams } from './contract.ts'
import { ExportJobs, type KeptExport } from './export/export-jobs.ts'
import { makeExport } from './export/make-export.ts'
import { ExportInput, ExportJob, ExportParams } from './export-contract.ts'

const tags = ['briefings']
const read = { permission: 'briefings.read' } as const
/** It takes nothing but a request for a file. */
const asks = { permission: 'briefings.read', readsOnly: true } as const

const FILES: Readonly<Record<ExportJob['format'], { readonly ending: string; readonly type: string }>> = {
  pptx: {
    ending: 'pptx',
    type: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  },
  'pdf-a4': { ending: 'pdf', type: 'application/pdf' },
  'pdf-wide': { ending: 'pdf', type: 'application/pdf' },
  zip: { ending: 'zip', type: 'application/zip' },
  png: { ending: 'png', type: 'image/png' },
}

/** Files of briefings. They take their time: one asks for one, looks how far it is, and fetches it. */
export const exportRoutes: FastifyPluginAsyncZod = async (app) => {
  const jobs = new ExportJobs((error) => app.log.error({ err: error }, 'export failed'))
  app.addHook('onClose', () => jobs.close())

  app.post(
    '/briefings/:briefingId/exports',
    {
      config: { ...asks, audit: { action: 'export', subject: 'briefing', idFrom: 'briefingId' } },
      schema: {
        tags,
        summary:
          'Asks for a file of the briefing, as its caller sees it or as an audience does; it is begun when one looks how far it is, one at a time',
        params: BriefingParams,
        body: ExportInput,
        response: { 202: ExportJob },
      },
    },
    async ({ db, caller, params: { briefingId }, body, headers }, reply) => {
      const briefing = await getBriefing(db, briefingId)
      const hasMaps = app.chromium.path !== null
      const needsChromium = body.format.startsWith('pdf') || body.format === 'png'
      if (needsChromium && !hasMaps) throw problem('export-needs-chromium')
      const { title } = briefing
      const fileName = nameFile(title[body.language] || title.fr || title.en, body.format)
      const about = { accountId: caller.accountId, briefingId, format: body.format, hasMaps, fileName }
      const job = jobs.start(about, (progress) => makeExport(app, caller, briefing, body, progress))
      return reply.code(202).send(tell(job, preferredLanguage(headers['accept-language'])))
    },
  )
  app.get(
    '/briefings/exports/:exportId',
    {
      config: read,
      schema: { tags, summary: 'How far an export is', params: ExportParams, response: { 200: ExportJob } },
    },
    async ({ caller, params, headers }) =>
      tell(jobs.find(params.exportId, caller.accountId), preferredLanguage(headers['accept-language'])),
  )
  app.get(
    '/briefings/exports/:exportId/file',
    {
      config: read,
      schema: {
        tags,
        summary: 'The file, for an hour after it was made',
        params: ExportParams,
        response: { 200: z.any() },
      },
    },
    async ({ caller, params }, reply) => sendFile(reply, jobs.find(params.exportId, caller.accountId)),
  )
  app.delete(
    '/briefings/exports/:exportId',
    {
      config: asks,
      schema: {
        tags,
        summary: 'Ends an export that is being made, or forgets its file',
        params: ExportParams,
        response: { 200: ExportJob },
      },
    },
    async ({ caller, params, headers }) =>
      tell(jobs.cancel(params.exportId, caller.accountId), preferredLanguage(headers['accept-language'])),
  )
}

function tell(job: KeptExport, language: Language): ExportJob {
  const { failure, expiresAt } = job
  const told = failure === null ? null : problemBody(asProblem(failure), language)
  return {
    ...job,
    withheld: [...job.withheld],
    problem: told && { code: told.code, title: told.title, detail: told.detail },
    expiresAt: expiresAt === null ? null : new Date(expiresAt).toISOString(),
  }
}

function asProblem(failure: unknown): ProblemError {
  return failure instanceof ProblemError ? failure : problem('internal-error')
}

/** @throws the problem that ended it, or `export-not-ready`. */
function sendFile(reply: FastifyReply, { state, path, bytes, format, fileName, failure }: KeptExport) {
  if (state === 'failed') throw asProblem(failure)
  if (state !== 'done' || !path || bytes === null) throw problem('export-not-ready')
  return reply
    .type(FILES[format].type)
    .header('cache-control', 'no-store')
    .header('content-length', bytes)
    .header('content-disposition', `attachment; filename="${fileName}"`)
    .send(createReadStream(path))
}

/** Letters and digits that every system has in its names. */
function nameFile(title: string, format: ExportJob['format']): string {
  const plain = title.normalize('NFD').replace(/\p{M}/gu, '')
  const name = plain
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 60)
  return `${name || 'briefing'}.${FILES[format].ending}`
}

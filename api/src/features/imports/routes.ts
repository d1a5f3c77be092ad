import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { PageQuery } from '../../contract-kit/page.ts'
import { problem } from '../../platform/problems.ts'
import { ImportRejects, ImportRunParams, ImportRuns, ImportRunsQuery } from './contract.ts'
import { findImportRejects, findImportRuns } from './queries.ts'

export const importsRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/import-runs',
    {
      config: { permission: 'imports.read' },
      schema: {
        tags: ['imports'],
        summary: 'Where the data come from: each load with its source, licence, checksum and counts',
        querystring: ImportRunsQuery,
        response: { 200: ImportRuns },
      },
    },
    async ({ db, query }) => ({
      ...(await findImportRuns(db, query)),
      limit: query.limit,
      offset: query.offset,
    }),
  )
  app.get(
    '/import-runs/:importRunId/rejects',
    {
      config: {
        permission: 'imports.rejects',
        audit: { action: 'read', subject: 'import-run', idFrom: 'importRunId' },
      },
      schema: {
        tags: ['imports'],
        summary: 'The rows that an import refused, with the reason of each',
        params: ImportRunParams,
        querystring: PageQuery,
        response: { 200: ImportRejects },
      },
    },
    async ({ db, params, query }) => {
      const found = await findImportRejects(db, params.importRunId, query)
      if (!found) throw problem('import-run-not-found', { importRunId: params.importRunId })
      return { ...found, limit: query.limit, offset: query.offset }
    },
  )
}

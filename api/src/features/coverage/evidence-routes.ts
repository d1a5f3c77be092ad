import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { abortOnClose } from '../../platform/abort-on-close.ts'
import { sendDocument } from '../../platform/documents/send-document.ts'
import type { CoverageWorkers } from './coverage-workers.ts'
import {
  CoverageEvidence,
  CoverageEvidenceFileParams,
  CoverageEvidenceFileQuery,
  CoverageEvidenceInput,
  CoverageEvidenceParams,
  CoverageEvidences,
  RecomputedEvidence,
} from './evidence-contract.ts'
import { evidencePage } from './evidence-page.ts'
import { findEvidences } from './evidence-queries.ts'
import { evidenceCsv, evidenceGeoJson } from './export-evidence.ts'
import { compareWith, getEvidence, keepEvidence, tellEvidence } from './keep-evidence.ts'
import { recomputeEvidence } from './recompute-evidence.ts'

const tags = ['coverage']
const read = { permission: 'coverage.read' } as const

/** Figures that are kept with all that they were made from. */
export function evidenceRoutes(workers: CoverageWorkers): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/coverage/evidence',
      {
        config: read,
        schema: {
          tags,
          summary: 'What was measured and kept, the latest first',
          response: { 200: CoverageEvidences },
        },
      },
      async ({ db }) => ({ items: await findEvidences(db) }),
    )
    app.post(
      '/coverage/evidence',
      {
        config: { permission: 'coverage.plan' },
        schema: {
          tags,
          summary:
            'Measures, and keeps the figures with all that they were made from; also what differs from another measure, or where posts should stand',
          body: CoverageEvidenceInput,
          response: { 201: CoverageEvidence },
        },
      },
      async (request, reply) => {
        const at = { app, request, workers, signal: abortOnClose(reply) }
        return reply.code(201).send(await keepEvidence(at, request.body))
      },
    )
    app.get(
      '/coverage/evidence/:evidenceId',
      {
        config: read,
        schema: {
          tags,
          summary: 'Figures as they were kept',
          params: CoverageEvidenceParams,
          response: { 200: CoverageEvidence },
        },
      },
      async ({ db, params }) => tellEvidence(await getEvidence(db, params.evidenceId)),
    )
    app.post(
      '/coverage/evidence/:evidenceId/recompute',
      {
        config: { ...read, readsOnly: true },
        schema: {
          tags,
          summary:
            'Measures again from the record alone: the same, or what differs and which input is another now',
          params: CoverageEvidenceParams,
          response: { 200: RecomputedEvidence },
        },
      },
      ({ db, params }, reply) =>
        recomputeEvidence({ app, db, workers, signal: abortOnClose(reply) }, params.evidenceId),
    )
    app.get(
      '/coverage/evidence/:evidenceId/export/:format',
      {
        config: {
          permission: 'coverage.read',
          audit: { action: 'export', subject: 'coverage-evidence', idFrom: 'evidenceId' },
        },
        schema: {
          tags,
          summary:
            'Kept figures as GeoJSON, CSV or a page of A4 with the map, each with how they were made; fiction is marked',
          params: CoverageEvidenceFileParams,
          querystring: CoverageEvidenceFileQuery,
          response: { 200: z.any() },
        },
      },
      async ({ db, params: { evidenceId, format }, query: { language } }, reply) => {
        const evidence = tellEvidence(await getEvidence(db, evidenceId))
        const difference = await compareWith(db, evidence)
        const name = `couverture-${evidence.madeAt.slice(0, 10)}${evidence.isDemonstration ? '-DEMONSTRATION' : ''}`
        const content = {
          geojson: () => evidenceGeoJson(evidence, difference),
          csv: () => evidenceCsv(evidence, difference),
          pdf: () => evidencePage(db, evidence, difference, language),
        }[format]
        return sendDocument(reply, await content(), { name, format })
      },
    )
  }
}

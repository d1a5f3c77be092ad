import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import {
  CoverageEvidence,
  CoverageEvidenceInput,
  CoverageEvidenceParams,
  CoverageEvidences,
  RecomputedEvidence,
} from './evidence-contract.ts'
import { findEvidences } from './evidence-queries.ts'
import { getEvidence, keepEvidence, tellEvidence } from './keep-evidence.ts'
import { recomputeEvidence } from './recompute-evidence.ts'

const tags = ['coverage']
const read = { permission: 'coverage.read' } as const

/** Figures that are kept with all that they were made from. */
export const evidenceRoutes: FastifyPluginAsyncZod = async (app) => {
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
        summary: 'Measures, and keeps the figures with all that they were made from',
        body: CoverageEvidenceInput,
        response: { 201: CoverageEvidence },
      },
    },
    async (request, reply) => reply.code(201).send(await keepEvidence({ app, request }, request.body)),
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
      config: read,
      schema: {
        tags,
        summary:
          'Measures again from the record alone: the same, or what differs and which input is another now',
        params: CoverageEvidenceParams,
        response: { 200: RecomputedEvidence },
      },
    },
    ({ db, params }) => recomputeEvidence(app, db, params.evidenceId),
  )
}

import { measureCoverage } from '@borne/geodata/coverage/measure-coverage'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { ROAD_ATTRIBUTION } from '../../platform/road-network.ts'
import { timed } from '../../platform/timed.ts'
import { askCoverage, questionOf } from './ask-coverage.ts'
import { Coverage, CoverageInput } from './measure-contract.ts'

const tags = ['coverage']

/** What posts reach, and what they do not. */
export const measureRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/coverage/measure',
    {
      config: { permission: 'coverage.read', audit: { action: 'read', subject: 'coverage' } },
      schema: {
        tags,
        summary: 'Border, crossings, settlements and roads within the asked minutes of the posts',
        body: CoverageInput,
        response: { 200: Coverage },
      },
    },
    async (request) => {
      const asked = await askCoverage({ app, request }, request.body)
      const measured = await timed(() => measureCoverage(asked.roads.network, asked.posts, questionOf(asked)))
      return { ...measured, attribution: ROAD_ATTRIBUTION }
    },
  )
}

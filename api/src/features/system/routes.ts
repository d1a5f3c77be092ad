import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { sql } from '../../platform/sql.ts'
import { VERSION } from '../../platform/version.ts'
import { Liveness, Readiness, SystemStatus } from './contract.ts'

export const systemRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/system',
    {
      config: { permission: 'system.read' },
      schema: {
        tags: ['system'],
        summary: 'Engine, versions and durability, for the administrator',
        response: { 200: SystemStatus },
      },
    },
    async () => {
      const engine = await app.describeEngine()
      return {
        version: VERSION,
        engine: engine.engine,
        postgresVersion: engine.postgresqlVersion,
        postgisVersion: engine.postgisVersion,
        databaseBytes: engine.databaseBytes,
        lastCheckpointAt: engine.lastCheckpointAt?.toISOString() ?? null,
        survivesPowerCut: engine.survivesPowerCut,
        isDemonstration: app.config.isDemonstration,
        startedAt: app.startedAt.toISOString(),
      }
    },
  )
}

/** For whoever watches over the process; outside `/api`. */
export const healthRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/live',
    {
      config: { permission: 'public' },
      schema: { tags: ['system'], summary: 'The process answers', response: { 200: Liveness } },
    },
    async () => ({ status: 'live' as const }),
  )
  app.get(
    '/ready',
    {
      config: { permission: 'public' },
      schema: {
        tags: ['system'],
        summary: 'The database answers and the road network is loaded',
        response: { 200: Readiness, 503: Readiness },
      },
    },
    async (_request, reply) => {
      const database = await app.systemDb.one(sql`select 1 as ok`).then(
        () => true,
        () => false,
      )
      const checks = [
        { name: 'database', ok: database },
        { name: 'road-network', ok: app.roadNetwork.isLoaded() },
      ]
      const isReady = checks.every(({ ok }) => ok)
      return reply.code(isReady ? 200 : 503).send({ status: isReady ? 'ready' : 'starting', checks })
    },
  )
}

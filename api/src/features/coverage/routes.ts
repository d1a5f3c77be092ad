import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { scenarioRoutes } from './scenario-routes.ts'

export const coverageRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(scenarioRoutes)
}

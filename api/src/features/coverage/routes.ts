import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { CoverageWorkers } from './coverage-workers.ts'
import { evidenceRoutes } from './evidence-routes.ts'
import { measureRoutes } from './measure-routes.ts'
import { scenarioRoutes } from './scenario-routes.ts'
import { sitingRoutes } from './siting-routes.ts'

export const coverageRoutes: FastifyPluginAsyncZod = async (app) => {
  const workers = new CoverageWorkers()
  app.addHook('onClose', () => workers.close())
  await app.register(measureRoutes(workers))
  await app.register(sitingRoutes(workers))
  await app.register(scenarioRoutes)
  await app.register(evidenceRoutes(workers))
}

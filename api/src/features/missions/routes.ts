import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { missionRoutes } from './mission-routes.ts'
import { MissionWorkers } from './mission-workers.ts'
import { planRoutes } from './plan-routes.ts'
import { settingsRoutes } from './settings-routes.ts'

export const missionsRoutes: FastifyPluginAsyncZod = async (app) => {
  const workers = new MissionWorkers()
  app.addHook('onClose', () => workers.close())
  await app.register(settingsRoutes)
  await app.register(planRoutes(workers))
  await app.register(missionRoutes(workers))
}

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { closureRoutes } from './closure-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { settingsRoutes } from './settings-routes.ts'

/** What decides how the roads are on a day: closures, season calendars, vehicles. */
export const roadStateRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(closureRoutes)
  await app.register(settingsRoutes)
  await app.register(exportRoutes)
}

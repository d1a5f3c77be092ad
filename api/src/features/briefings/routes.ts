import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { audienceRoutes } from './audience-routes.ts'
import { briefingRoutes } from './briefing-routes.ts'
import { donorPageRoutes } from './donor-page-routes.ts'
import { exportRoutes } from './export-routes.ts'
import { linkRoutes } from './link-routes.ts'
import { sharedRoutes } from './shared-routes.ts'
import { showingRoutes } from './showing-routes.ts'

export const briefingsRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(briefingRoutes)
  await app.register(audienceRoutes)
  await app.register(donorPageRoutes)
  await app.register(linkRoutes)
  await app.register(sharedRoutes)
  await app.register(showingRoutes)
  await app.register(exportRoutes)
}

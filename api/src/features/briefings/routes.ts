import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { briefingRoutes } from './briefing-routes.ts'

export const briefingsRoutes: FastifyPluginAsyncZod = async (app) => {
  await app.register(briefingRoutes)
}

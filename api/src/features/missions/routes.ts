import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { calendarRoutes } from './calendar-routes.ts'
import { documentRoutes } from './documents/document-routes.ts'
import { DueQuery, DueVisits } from './due-contract.ts'
import { findDue } from './find-due.ts'
import { missionRoutes } from './mission-routes.ts'
import { MissionWorkers } from './mission-workers.ts'
import { planRoutes } from './plan-routes.ts'
import { today } from './record-event.ts'
import { settingsRoutes } from './settings-routes.ts'

export const missionsRoutes: FastifyPluginAsyncZod = async (app) => {
  const workers = new MissionWorkers()
  app.addHook('onClose', () => workers.close())
  await app.register(settingsRoutes)
  await app.register(calendarRoutes)
  app.get(
    '/missions/due',
    {
      config: { permission: 'missions.read' },
      schema: {
        tags: ['missions'],
        summary: 'Posts that are to be visited, with why, the most pressing first',
        querystring: DueQuery,
        response: { 200: DueVisits },
      },
    },
    ({ db, query: { on = today() } }) => findDue(db, on),
  )
  await app.register(planRoutes(workers))
  await app.register(missionRoutes(workers))
  await app.register(documentRoutes(workers))
}

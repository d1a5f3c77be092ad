import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { getBriefing } from './change-briefing.ts'
import { BriefingParams } from './contract.ts'
import { Showing, ShowingInput } from './link-contract.ts'
import { makeShowing } from './make-showing.ts'

/** What a person presents, or looks at as an audience would. */
export const showingRoutes: FastifyPluginAsyncZod = async (app) => {
  app.post(
    '/briefings/:briefingId/showings',
    {
      config: { permission: 'briefings.read', readsOnly: true },
      schema: {
        tags: ['briefings'],
        summary:
          'The briefing as it is shown now: to its caller, or to an audience with what is withheld from it; its key opens the pictures for twelve hours',
        params: BriefingParams,
        body: ShowingInput,
        response: { 200: Showing },
      },
    },
    async ({ db, caller, params, body: { audience } }) =>
      makeShowing(app, caller, await getBriefing(db, params.briefingId), audience),
  )
}

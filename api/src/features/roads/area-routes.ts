import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { ROAD_ATTRIBUTION } from '../../platform/road-network.ts'
import { timed } from '../../platform/timed.ts'
import { IsochroneQuery, Isochrones } from './contract.ts'
import { findIsochrones, findIsochronesByEngine, parseMinutes } from './find-isochrones.ts'
import { placeAsked } from './place-points.ts'

/** What lies in reach of a point, as areas. */
export const areaRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/roads/isochrones',
    {
      config: { permission: 'ways.read' },
      schema: {
        tags: ['roads'],
        summary: 'Areas round the roads that are reached from a point within some minutes',
        querystring: IsochroneQuery,
        response: { 200: Isochrones },
      },
    },
    async (request) => {
      const minutes = parseMinutes(request.query.minutes)
      const question = await app.roadStates.ask(request, request.query)
      const from = placeAsked(question, request.query.from)
      const { roadEngine } = app
      const found = await timed(() =>
        roadEngine
          ? findIsochronesByEngine(roadEngine, question, from, minutes)
          : findIsochrones(question, from, minutes, request.query.reachMetres),
      )
      return { ...found, attribution: ROAD_ATTRIBUTION }
    },
  )
}

import { compareDays } from '@borne/geodata/road-state/compare-days'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { ROAD_ATTRIBUTION } from '../../platform/road-network.ts'
import { timed } from '../../platform/timed.ts'
import { areaRoutes } from './area-routes.ts'
import { Matrix, MatrixBody, Nearest, NearestQuery, RoadDay, RoadDayQuery } from './contract.ts'
import { checkSize, findMatrix } from './find-matrix.ts'
import { findNearestPosts } from './find-nearest-posts.ts'
import { offlineRoutes } from './offline-routes.ts'
import { placeAsked } from './place-points.ts'
import { findPlacedPosts } from './queries.ts'

export const roadsRoutes: FastifyPluginAsyncZod = async (app) => {
  const tags = ['roads']
  await app.register(areaRoutes)
  await app.register(offlineRoutes)

  app.get(
    '/roads/day',
    {
      config: { permission: 'roads.read' },
      schema: {
        tags,
        summary: 'What a day makes of the roads, beside another day',
        querystring: RoadDayQuery,
        response: { 200: RoadDay },
      },
    },
    async (request) => {
      const { against, ...query } = request.query
      const day = await app.roadStates.ask(request, query)
      const { network } = day
      const other = await app.roadStates.ask(request, { ...query, date: against }, network)
      const posts = await findPlacedPosts(request.db)
      const compared = await timed(() => compareDays(network, day, other, posts))
      return { ...compared, attribution: ROAD_ATTRIBUTION }
    },
  )

  app.post(
    '/roads/matrix',
    {
      config: { permission: 'ways.read' },
      schema: {
        tags,
        summary: 'Times and lengths of the ways between all pairs of points',
        body: MatrixBody,
        response: { 200: Matrix },
      },
    },
    async (request) => {
      checkSize(request.body)
      const question = await app.roadStates.ask(request, request.body)
      const posts = await findPlacedPosts(request.db)
      const { roadEngine } = app
      return timed(() => findMatrix(roadEngine, question, request.body, posts))
    },
  )

  app.get(
    '/roads/nearest',
    {
      config: { permission: 'ways.read' },
      schema: {
        tags,
        summary: 'The posts that are soonest reached from a point',
        querystring: NearestQuery,
        response: { 200: Nearest },
      },
    },
    async (request) => {
      const question = await app.roadStates.ask(request, request.query)
      const from = placeAsked(question, request.query.from)
      const posts = await findPlacedPosts(request.db)
      return timed(() => findNearestPosts(question, from, posts, request.query.count))
    },
  )
}

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { problem } from '../../platform/problems.ts'
import { ROAD_ATTRIBUTION } from '../../platform/road-network.ts'
import { timed } from '../../platform/timed.ts'
import { CatchmentQuery, Catchments, IsochroneQuery, Isochrones } from './contract.ts'
import { findIsochrones, findIsochronesByEngine, parseMinutes } from './find-isochrones.ts'
import { placeAsked } from './place-points.ts'
import { findPlacedPosts, type PlacedPost } from './queries.ts'
import { shareCatchments } from './share-catchments.ts'

/** What lies in reach of a point, and which post a road is nearest to. */
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

  app.get(
    '/roads/catchments',
    {
      config: { permission: 'coverage.read' },
      schema: {
        tags: ['roads'],
        summary: 'Roads of Guidimakha by the post that is nearest in time',
        querystring: CatchmentQuery,
        response: { 200: Catchments },
      },
    },
    async (request) => {
      const question = await app.roadStates.ask(request, request.query)
      const posts = choosePosts(await findPlacedPosts(request.db), request.query.posts)
      const shared = await timed(() => shareCatchments(question, posts))
      return { ...shared, attribution: ROAD_ATTRIBUTION }
    },
  )
}

/** Those that are named, else every operational one. */
function choosePosts(posts: readonly PlacedPost[], asked: string | undefined): PlacedPost[] {
  if (asked === undefined) return posts.filter(({ isOperational }) => isOperational)
  const postIds = asked
    .split(',')
    .map((id) => id.trim().toLowerCase())
    .filter(Boolean)
  return postIds.map((postId) => {
    const post = posts.find((one) => one.postId === postId)
    if (!post) throw problem('reach-post-unknown', { postId: postId.slice(0, 80) })
    return post
  })
}

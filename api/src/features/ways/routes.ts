import { findWay } from '@borne/geodata/ways/find-way'
import type { PlacedStop } from '@borne/geodata/ways/types'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Db } from '../../platform/db.ts'
import { problem } from '../../platform/problems.ts'
import { ROAD_ATTRIBUTION } from '../../platform/road-network.ts'
import { timed } from '../../platform/timed.ts'
import { Way, WayQuery } from './contract.ts'
import { findWayByEngine } from './find-way-by-engine.ts'
import { type AskedStop, parseStops } from './parse-stops.ts'
import { findStopPosts } from './queries.ts'

/** The vehicle that crosses where no road does. */
const PIROGUE = 'pirogue'

export const waysRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/ways',
    {
      config: { permission: 'ways.read' },
      schema: {
        tags: ['ways'],
        summary: 'The way along two or more stops, or why none is known',
        querystring: WayQuery,
        response: { 200: Way },
      },
    },
    async (request) => {
      const { db, query } = request
      const question = await app.roadStates.ask(request, query)
      const onward = query.onward
      const byPirogue = onward
        ? {
            before: question,
            boat: await app.roadStates.ask(request, { ...query, vehicle: PIROGUE }, question.network),
            after: await app.roadStates.ask(request, { ...query, vehicle: onward }, question.network),
          }
        : null
      const ask = { by: query.by, alternatives: query.alternatives === 'true', byPirogue }
      const stops = await placeStops(db, parseStops(query.stops, question.network.bbox))
      const { roadEngine } = app
      const way = await timed(() =>
        roadEngine ? findWayByEngine(roadEngine, question, stops) : findWay(question, stops, ask),
      )
      return { ...way, attribution: ROAD_ATTRIBUTION }
    },
  )
}

async function placeStops(db: Db, asked: readonly AskedStop[]): Promise<PlacedStop[]> {
  const postIds = asked.flatMap((stop) => ('postId' in stop ? [stop.postId] : []))
  const posts = postIds.length > 0 ? await findStopPosts(db, postIds) : []
  return asked.map((stop, index) => {
    if ('position' in stop) return pointStop(stop.position)
    const post = posts.find(({ postId }) => postId === stop.postId)
    if (!post) throw problem('stop-post-unknown', { number: index + 1, postId: stop.postId })
    if (!post.position) throw problem('stop-without-position', { name: post.name })
    return { ...post, position: post.position }
  })
}

function pointStop(position: PlacedStop['position']): PlacedStop {
  return {
    postId: null,
    name: null,
    position,
    isPositionUnconfirmed: false,
    uncertaintyMetres: null,
    isDemonstration: false,
  }
}

import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { readDay } from '../../platform/road-state.ts'
import { RoadGraphQuery, RoadInputs } from './contract.ts'
import { gatherInputs } from './gather-inputs.ts'
import { squeezeGraph } from './squeeze-graph.ts'

/** The roads themselves, for a browser that answers questions without the server. */
export const offlineRoutes: FastifyPluginAsyncZod = async (app) => {
  const tags = ['roads']

  app.get(
    '/roads/graph',
    {
      config: { permission: 'roads.read' },
      schema: {
        tags,
        summary: 'The road network in service on a day, graph and hierarchy, as geodata packs them',
        querystring: RoadGraphQuery,
        produces: ['application/octet-stream'],
      },
    },
    async (request, reply) => {
      const network = await app.roadNetwork.get(readDay(request.query.date) ?? undefined)
      const { bytes, encoding, key } = await squeezeGraph(network, request.headers['accept-encoding'])
      reply.header('etag', `"${key}-${encoding ?? 'raw'}"`).header('cache-control', 'private, no-cache')
      reply.header('vary', 'accept-encoding, cookie').type('application/octet-stream')
      if (encoding) reply.header('content-encoding', encoding)
      return reply.send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    },
  )

  app.get(
    '/roads/inputs',
    {
      config: { permission: 'roads.read' },
      schema: {
        tags,
        summary:
          'What answers need beside the graph: calendars, vehicles, closures, corrections, posts, places',
        querystring: RoadGraphQuery,
        response: { 200: RoadInputs },
      },
    },
    async (request) => {
      const network = await app.roadNetwork.get(readDay(request.query.date) ?? undefined)
      const squeezed = await squeezeGraph(network, request.headers['accept-encoding'])
      return {
        network: {
          ...network.version,
          key: squeezed.key,
          graphBytes: network.packed.byteLength,
          wireBytes: squeezed.bytes.byteLength,
        },
        ...(await gatherInputs(app, request.db, network)),
      }
    },
  )
}

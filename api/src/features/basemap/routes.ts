import { createReadStream } from 'node:fs'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Permission } from '../../contract-kit/access.ts'
import { BasemapDescription } from './contract.ts'

const Coordinate = z.coerce.number().int().min(0)
const TilePlace = z.object({ z: Coordinate.max(22), x: Coordinate, y: Coordinate })
const YEAR_SECONDS = 31_536_000

export const basemapRoutes = routesFor('region.read')

/** The same for whoever comes through a door of another kind. */
export const publicBasemapRoutes = routesFor('public')

function routesFor(permission: Permission | 'public'): FastifyPluginAsyncZod {
  const config = { permission }
  return async (app) => {
    app.get(
      '/basemap',
      {
        config,
        schema: {
          tags: ['basemap'],
          summary: 'Version, address and attribution of the basemap, and the outline of the region',
          response: { 200: BasemapDescription },
        },
      },
      async (_request, reply) => {
        reply.header('cache-control', 'no-cache')
        const { description } = await app.basemap()
        return { ...description, tiles: `${app.prefix}/basemap/{z}/{x}/{y}.mvt?v=${description.version}` }
      },
    )

    app.get(
      '/basemap/:z(^\\d+)/:x(^\\d+)/:y(^\\d+).mvt',
      {
        config,
        schema: {
          tags: ['basemap'],
          summary: 'One vector tile; with the present version in `v` it may be kept for a year',
          params: TilePlace,
          querystring: z.object({ v: z.string().max(64).optional() }),
          produces: ['application/vnd.mapbox-vector-tile'],
        },
      },
      async ({ params, query }, reply) => {
        const { tile, description } = await app.basemap()
        const isPinned = query.v === description.version
        reply.header('cache-control', isPinned ? `private, max-age=${YEAR_SECONDS}, immutable` : 'no-cache')
        reply.header('etag', `"${description.version}-${params.z}-${params.x}-${params.y}"`)
        const data = isOnMap(params, description) ? await tile(params.z, params.x, params.y) : undefined
        if (!data) return reply.code(204).send()
        return reply.type('application/vnd.mapbox-vector-tile').header('content-encoding', 'gzip').send(data)
      },
    )

    app.get(
      '/basemap/guidimakha.pmtiles',
      {
        config,
        schema: {
          tags: ['basemap'],
          summary: 'The whole basemap as one PMTiles file, to carry where there is no network',
          produces: ['application/vnd.pmtiles'],
        },
      },
      async (_request, reply) => {
        const { path, description } = await app.basemap()
        return reply
          .type('application/vnd.pmtiles')
          .header('content-length', description.bytes)
          .header('etag', `"${description.version}"`)
          .header('content-disposition', 'attachment; filename="borne-guidimakha.pmtiles"')
          .send(createReadStream(path))
      },
    )
  }
}

type Zooms = Pick<BasemapDescription, 'minZoom' | 'maxZoom'>

function isOnMap({ z, x, y }: z.infer<typeof TilePlace>, { minZoom, maxZoom }: Zooms): boolean {
  return z >= minZoom && z <= maxZoom && x < 2 ** z && y < 2 ** z
}

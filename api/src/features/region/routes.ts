import { createHash } from 'node:crypto'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { AdminUnits, AdminUnitsQuery, BorderSegments, EvidenceCollection, Overview } from './contract.ts'
import {
  findAdminUnitsText,
  findBorderSegmentsText,
  findEvidenceText,
  findRegionRevision,
} from './queries.ts'
import { rememberOverview } from './remember-overview.ts'

const OSM = '© les contributeurs d’OpenStreetMap, ODbL 1.0'
const COD = 'Limites administratives : ANSADE / OCHA (COD-AB), CC BY-IGO'
const COMPILED =
  'Compilation de sources publiques citées ; positions © les contributeurs d’OpenStreetMap, ODbL 1.0'

const tags = ['region']

export const regionRoutes: FastifyPluginAsyncZod = async (app) => {
  const overview = rememberOverview()

  app.get(
    '/overview',
    {
      config: { permission: 'posts.read' },
      schema: {
        tags,
        summary: 'The figures that are shown first: posts, border, settlements, roads',
        response: { 200: Overview },
      },
    },
    ({ caller, db }, reply) => {
      reply.header('cache-control', 'private, no-cache')
      return overview(db, caller)
    },
  )

  await app.register(boundaryRoutes)
}

/** Geometry that stands until the next import. */
const boundaryRoutes: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/region/border-segments',
    {
      config: { permission: 'region.read' },
      schema: {
        tags,
        summary: 'The border line by neighbour and moughataa',
        response: { 200: BorderSegments },
      },
    },
    (request, reply) =>
      sendStanding<BorderSegments>(request, reply, () => findBorderSegmentsText(request.db, OSM)),
  )

  app.get(
    '/region/admin-units',
    {
      config: { permission: 'region.read' },
      schema: {
        tags,
        summary: 'Wilayas (1), moughataas (2) or communes (3)',
        querystring: AdminUnitsQuery,
        response: { 200: AdminUnits },
      },
    },
    (request, reply) =>
      sendStanding<AdminUnits>(request, reply, () =>
        findAdminUnitsText(request.db, request.query.level, COD),
      ),
  )

  app.get(
    '/region/evidence',
    {
      config: { permission: 'region.read' },
      schema: {
        tags,
        summary: 'What open sources say of border posts: evidence, not the register',
        response: { 200: EvidenceCollection },
      },
    },
    (request, reply) =>
      sendStanding<EvidenceCollection>(request, reply, () => findEvidenceText(request.db, COMPILED)),
  )
}

/** Sends a text that stands until the next import; a client that has it already gets 304. */
async function sendStanding<Body>(
  request: FastifyRequest,
  reply: FastifyReply,
  find: () => Promise<string>,
): Promise<Body> {
  const revision = await findRegionRevision(request.db)
  const hash = createHash('sha256').update(`${revision} ${request.url}`).digest('base64url')
  const etag = `"${hash.slice(0, 22)}"`
  reply.header('etag', etag).header('cache-control', 'private, no-cache')
  if (request.headers['if-none-match']?.includes(etag)) return reply.code(304).send() as Body
  return reply.type('application/geo+json; charset=utf-8').send(await find()) as Body
}

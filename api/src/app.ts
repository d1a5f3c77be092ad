import { existsSync } from 'node:fs'
import compress from '@fastify/compress'
import etag from '@fastify/etag'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { FastifyPluginAsyncZod, ZodTypeProvider } from 'fastify-type-provider-zod'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { accountsRoutes } from './features/accounts/routes.ts'
import { auditRoutes } from './features/audit/routes.ts'
import { backupsRoutes } from './features/backups/routes.ts'
import { basemapPlugin } from './features/basemap/basemap-plugin.ts'
import { basemapRoutes, publicBasemapRoutes } from './features/basemap/routes.ts'
import { briefingsRoutes } from './features/briefings/routes.ts'
import { guardSharedPage } from './features/briefings/shared-pages.ts'
import { requireKey } from './features/briefings/shared-routes.ts'
import { coverageRoutes } from './features/coverage/routes.ts'
import { importsRoutes } from './features/imports/routes.ts'
import { missionsRoutes } from './features/missions/routes.ts'
import { networksRoutes } from './features/networks/routes.ts'
import { postsRoutes } from './features/posts/routes.ts'
import { regionRoutes } from './features/region/routes.ts'
import { roadEditsRoutes } from './features/road-edits/routes.ts'
import { roadStateRoutes } from './features/road-state/routes.ts'
import { roadsRoutes } from './features/roads/routes.ts'
import { searchRoutes } from './features/search/routes.ts'
import { sessionRoutes } from './features/session/routes.ts'
import { healthRoutes, systemRoutes } from './features/system/routes.ts'
import { tracksRoutes } from './features/tracks/routes.ts'
import { visibilityRoutes } from './features/visibility/routes.ts'
import { waysRoutes } from './features/ways/routes.ts'
import { worksRoutes } from './features/works/routes.ts'
import { accessGate, withPermission } from './platform/access/gate.ts'
import type { Backups } from './platform/backup/backups.ts'
import { chromiumPlugin } from './platform/chromium.ts'
import type { Config } from './platform/config.ts'
import type { Db } from './platform/db.ts'
import type { EngineDescription } from './platform/engine.ts'
import { sendProblem } from './platform/errors.ts'
import { limitDepth } from './platform/limit-depth.ts'
import { type LogStream, logOptions, logRequests } from './platform/log.ts'
import { openapi } from './platform/openapi.ts'
import { problem } from './platform/problems.ts'
import { roadNetworkPlugin } from './platform/road-network.ts'
import { roadStatePlugin } from './platform/road-state.ts'
import { webSafety } from './platform/web-safety.ts'

declare module 'fastify' {
  interface FastifyInstance {
    readonly backups: Backups
    readonly config: Config
    /** The database as the owner of its tables: for sign-in, loading and watching. What a person asks for goes through `request.db`. */
    readonly systemDb: Db
    readonly startedAt: Date
    describeEngine(): Promise<EngineDescription>
  }
}

const FEATURES: readonly FastifyPluginAsyncZod[] = [
  accountsRoutes,
  auditRoutes,
  backupsRoutes,
  basemapRoutes,
  briefingsRoutes,
  coverageRoutes,
  importsRoutes,
  missionsRoutes,
  networksRoutes,
  postsRoutes,
  regionRoutes,
  roadEditsRoutes,
  roadsRoutes,
  roadStateRoutes,
  searchRoutes,
  sessionRoutes,
  systemRoutes,
  tracksRoutes,
  visibilityRoutes,
  waysRoutes,
  worksRoutes,
]

interface AppParts {
  readonly backups: Backups
  readonly config: Config
  readonly db: Db
  readonly describeEngine: () => Promise<EngineDescription>
  /** Folder of the built web app; without it only the API is served. */
  readonly webDir?: string
  /** Where the log goes instead of the terminal. */
  readonly logStream?: LogStream
}

/** Builds the server; the caller listens and closes. The database stays the caller's. */
export async function buildApp({
  backups,
  config,
  db,
  describeEngine,
  logStream,
  webDir,
}: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: logOptions(config, logStream),
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
    genReqId: () => crypto.randomUUID(),
    bodyLimit: 1_048_576,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    trustProxy: config.trustProxy ?? false,
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(sendProblem)
  app
    .decorate('backups', backups)
    .decorate('config', config)
    .decorate('systemDb', db)
    .decorate('startedAt', new Date())
    .decorate('describeEngine', describeEngine)
  await app.register(webSafety)
  await app.register(logRequests)
  await app.register(accessGate)
  await app.register(limitDepth)
  await app.register(compress, { threshold: 1024, customTypes: /geo\+json|problem\+json|csv|gpx\+xml/ })
  await app.register(etag, { weak: true })
  await app.register(openapi)
  await app.register(roadNetworkPlugin)
  await app.register(roadStatePlugin)
  await app.register(basemapPlugin)
  await app.register(chromiumPlugin)
  await app.register(healthRoutes, { prefix: '/health' })
  for (const feature of FEATURES) await app.register(feature, { prefix: '/api' })
  await app.register(visitorsBasemap, { prefix: '/api/shared' })
  const served = webDir !== undefined && existsSync(webDir) ? webDir : undefined
  await app.register(withPermission('public', (scope) => servePages(scope, served)))
  return app
}

/** The basemap for visitors, who have no session but a key to what they are shown. */
const visitorsBasemap: FastifyPluginAsyncZod = async (app) => {
  app.addHook('onRequest', requireKey)
  await app.register(publicBasemapRoutes)
}

/** The files of the web app, its page at every address that is not the API's, and an answer to all the rest. */
async function servePages(app: FastifyInstance, webDir: string | undefined): Promise<void> {
  if (webDir) await serveFiles(app, webDir)
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const isPage = webDir !== undefined && request.method === 'GET' && !/^\/(api|health|assets)\//.test(path)
    if (!isPage) return sendProblem(problem('route-not-found', { path }), request, reply)
    await guardSharedPage(request, reply)
    return reply.header('cache-control', 'no-cache').sendFile('index.html')
  })
}

async function serveFiles(app: FastifyInstance, webDir: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: webDir,
    preCompressed: true,
    setHeaders(reply, path) {
      const isFingerprinted = path.includes('/assets/')
      reply.header('cache-control', isFingerprinted ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}

import { existsSync } from 'node:fs'
import compress from '@fastify/compress'
import etag from '@fastify/etag'
import fastifyStatic from '@fastify/static'
import Fastify, { type FastifyInstance, LogController } from 'fastify'
import type { FastifyPluginAsyncZod, ZodTypeProvider } from 'fastify-type-provider-zod'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { basemapRoutes } from './features/basemap/routes.ts'
import { coverageRoutes } from './features/coverage/routes.ts'
import { importsRoutes } from './features/imports/routes.ts'
import { postsRoutes } from './features/posts/routes.ts'
import { regionRoutes } from './features/region/routes.ts'
import { searchRoutes } from './features/search/routes.ts'
import { healthRoutes, systemRoutes } from './features/system/routes.ts'
import { waysRoutes } from './features/ways/routes.ts'
import type { Config } from './platform/config.ts'
import type { Db } from './platform/db.ts'
import type { EngineDescription } from './platform/engine.ts'
import { sendProblem } from './platform/errors.ts'
import { logOptions, logRequests } from './platform/log.ts'
import { openapi } from './platform/openapi.ts'
import { problem } from './platform/problems.ts'
import { roadNetworkPlugin } from './platform/road-network.ts'

declare module 'fastify' {
  interface FastifyInstance {
    readonly config: Config
    readonly db: Db
    readonly startedAt: Date
    describeEngine(): Promise<EngineDescription>
  }
}

const FEATURES: readonly FastifyPluginAsyncZod[] = [
  basemapRoutes,
  coverageRoutes,
  importsRoutes,
  postsRoutes,
  regionRoutes,
  searchRoutes,
  systemRoutes,
  waysRoutes,
]

interface AppParts {
  readonly config: Config
  readonly db: Db
  readonly describeEngine: () => Promise<EngineDescription>
  /** Folder of the built web app; without it only the API is served. */
  readonly webDir?: string
}

/** Builds the server; the caller listens and closes. The database stays the caller's. */
export async function buildApp({ config, db, describeEngine, webDir }: AppParts): Promise<FastifyInstance> {
  const app = Fastify({
    logger: logOptions(config),
    logController: new LogController({ disableRequestLogging: true }),
    frameworkErrors: (error, request, reply) => void sendProblem(error, request, reply),
    genReqId: () => crypto.randomUUID(),
    bodyLimit: 1_048_576,
    requestTimeout: 60_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 200, ignoreTrailingSlash: true },
  }).withTypeProvider<ZodTypeProvider>()
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  app.setErrorHandler(sendProblem)
  app
    .decorate('config', config)
    .decorate('db', db)
    .decorate('startedAt', new Date())
    .decorate('describeEngine', describeEngine)
  app.addHook('onSend', async (_request, reply) => {
    reply.header('x-content-type-options', 'nosniff').header('referrer-policy', 'same-origin')
  })
  await app.register(logRequests)
  await app.register(compress, { threshold: 1024, customTypes: /geo\+json|problem\+json|csv|gpx\+xml/ })
  await app.register(etag, { weak: true })
  await app.register(openapi)
  await app.register(roadNetworkPlugin)
  await app.register(healthRoutes, { prefix: '/health' })
  for (const feature of FEATURES) await app.register(feature, { prefix: '/api' })
  const hasWeb = webDir !== undefined && existsSync(webDir)
  if (hasWeb) await serveFiles(app, webDir)
  app.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? ''
    const isPage = hasWeb && request.method === 'GET' && !/^\/(api|health|assets)\//.test(path)
    if (isPage) return reply.header('cache-control', 'no-cache').sendFile('index.html')
    return sendProblem(problem('route-not-found', { path }), request, reply)
  })
  return app
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

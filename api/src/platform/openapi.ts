import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, FastifyPluginAsync } from 'fastify'
import fp from 'fastify-plugin'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { withPermission } from './access/gate.ts'
import { findProblemEntry, preferredLanguage, problem } from './problems.ts'
import { VERSION } from './version.ts'

/** The OpenAPI document, its readable page, and the words of each problem. */
export const openapi: FastifyPluginAsync = fp(async (app) => {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Borne',
        version: VERSION,
        description: 'Border posts of Guidimakha: register, ways, reach. Problems follow RFC 9457.',
        license: { name: 'MIT' },
      },
    },
    transform: jsonSchemaTransform,
    // Answers that have an id are told once, and referred to.
    transformObject: jsonSchemaTransformObject,
  })
  await app.register(withPermission('account.own', readablePage))
  app.get('/api/openapi.json', { config: { permission: 'account.own' }, schema: { hide: true } }, async () =>
    app.swagger(),
  )
  app.get(
    '/api/problems/:code',
    { config: { permission: 'public' }, schema: { hide: true, params: z.object({ code: z.string() }) } },
    async (request) => {
      const { code } = request.params as { code: string }
      const entry = findProblemEntry(code)
      if (!entry) throw problem('route-not-found', { path: request.url })
      return { code, status: entry.status, ...entry[preferredLanguage(request.headers['accept-language'])] }
    },
  )
})

async function readablePage(app: FastifyInstance): Promise<void> {
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { layout: 'BaseLayout', validatorUrl: null },
    theme: { title: 'Borne API' },
    staticCSP: true,
    // The page sets styles from its script; nothing may come from elsewhere.
    transformStaticCSP: () =>
      "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; frame-ancestors 'none'",
  })
}

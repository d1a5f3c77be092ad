import diagnostics from 'node:diagnostics_channel'
import type { buildApp } from '../../api/src/app.ts'

type App = Awaited<ReturnType<typeof buildApp>>

/**
 * Notes every route of the servers that are built while `build` runs, hidden ones and those of plug-ins too, as
 * `GET /api/posts/:postId`.
 */
export async function routesOf(build: () => Promise<unknown>): Promise<string[]> {
  const routes = new Set<string>()
  const watch = (message: unknown): void => {
    const { fastify } = message as { fastify: App }
    fastify.addHook('onRoute', ({ method, url }) => {
      for (const verb of [method].flat()) routes.add(`${verb} ${url.replaceAll(/\(\^[^)]*\)/g, '')}`)
    })
  }
  diagnostics.subscribe('fastify.initialization', watch)
  try {
    await build()
  } finally {
    diagnostics.unsubscribe('fastify.initialization', watch)
  }
  return [...routes]
}

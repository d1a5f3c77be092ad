import fp from 'fastify-plugin'
import { type OpenBasemap, openBasemap } from './open-basemap.ts'

declare module 'fastify' {
  interface FastifyInstance {
    /** The basemap, opened when first asked for. */
    basemap(): Promise<OpenBasemap>
  }
}

/** One open basemap for whoever asks for it: people who are signed in, and visitors with a key. */
export const basemapPlugin = fp(async (app) => {
  let opened: Promise<OpenBasemap> | undefined
  app.decorate('basemap', () => {
    opened ??= openBasemap({ dataDir: app.config.dataDir })
    return opened
  })
  app.addHook('onClose', async () => {
    await (await opened)?.close()
  })
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Fastify from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { basemapPlugin } from './basemap-plugin.ts'
import { buildBasemap } from './build-basemap.ts'
import { basemapRoutes } from './routes.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'borne-basemap-routes-'))
let version: string

beforeAll(() => {
  version = buildBasemap({ dataDir }).version
})
afterAll(() => rmSync(dataDir, { recursive: true }))

/** Tile numbers of Sélibaby at zoom 10. */
const SELIBABY = [10, 477, 468] as const

describe('the routes', () => {
  const openApp = async () => {
    const app = Fastify()
    app.setValidatorCompiler(validatorCompiler)
    app.setSerializerCompiler(serializerCompiler)
    app.decorate('config', { dataDir } as typeof app.config)
    await app.register(basemapPlugin)
    await app.register(basemapRoutes, { prefix: '/api' })
    return app
  }

  test('describe the basemap with its attribution and outline', async () => {
    const app = await openApp()
    const description = (await app.inject('/api/basemap')).json()
    expect(description).toMatchObject({ version: version, minZoom: 4, maxZoom: 13 })
    expect(description.attribution.join()).toMatch(/OpenStreetMap.*ODbL/)
    expect(description.outline[0]).toEqual(description.outline.at(-1))
    await app.close()
  })

  test('serve a tile gzipped, for a year under its version, and nothing where nothing is', async () => {
    const app = await openApp()
    const [z, x, y] = SELIBABY
    const pinned = await app.inject(`/api/basemap/${z}/${x}/${y}.mvt?v=${version}`)
    expect(pinned.statusCode).toBe(200)
    expect(pinned.headers).toMatchObject({
      'content-type': 'application/vnd.mapbox-vector-tile',
      'content-encoding': 'gzip',
      'cache-control': 'private, max-age=31536000, immutable',
    })
    expect(gunzipSync(pinned.rawPayload).toString('latin1')).toContain('place')
    const old = await app.inject(`/api/basemap/${z}/${x}/${y}.mvt?v=older`)
    expect(old.headers['cache-control']).toBe('no-cache')
    expect((await app.inject('/api/basemap/10/0/0.mvt')).statusCode).toBe(204)
    expect((await app.inject('/api/basemap/3/1/1.mvt')).statusCode).toBe(204)
    expect((await app.inject('/api/basemap/10/-1/0.mvt')).statusCode).toBe(404)
    await app.close()
  })

  test('give the whole basemap away as one PMTiles file', async () => {
    const app = await openApp()
    const { rawPayload, headers } = await app.inject('/api/basemap/guidimakha.pmtiles')
    expect(rawPayload.subarray(0, 7).toString()).toBe('PMTiles')
    expect(Number(headers['content-length'])).toBe(rawPayload.length)
    await app.close()
  })
})

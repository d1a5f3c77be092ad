import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile'
import { PbfReader } from 'pbf'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildBasemap, GEODATA_DIR } from '../../api/src/features/basemap/build-basemap.ts'
import { STILL_PICTURE_FILE, stillPictureModule } from '../../api/src/features/basemap/draw-still-picture.ts'
import { GeodataFiles } from '../../api/src/features/basemap/geodata-files.ts'
import { type OpenBasemap, openBasemap } from '../../api/src/features/basemap/open-basemap.ts'
import { basemapStyle } from '../../web/src/map/basemap-style.ts'

const dataDir = mkdtempSync(join(tmpdir(), 'borne-basemap-'))
let basemap: OpenBasemap
/** Of processor time: the clock also counts what else the machine does. */
let buildSeconds: number

beforeAll(async () => {
  const before = process.cpuUsage()
  buildBasemap({ dataDir })
  const { user, system } = process.cpuUsage(before)
  buildSeconds = (user + system) / 1e6
  basemap = await openBasemap({ dataDir })
})
afterAll(async () => {
  await basemap.close()
  rmSync(dataDir, { recursive: true })
})

/** Tile numbers of a place. */
function tileAt(lon: number, lat: number, z: number): [z: number, x: number, y: number] {
  const y = (1 - Math.asinh(Math.tan((lat * Math.PI) / 180)) / Math.PI) / 2
  return [z, Math.floor(((lon + 180) / 360) * 2 ** z), Math.floor(y * 2 ** z)]
}

async function readTile(lon: number, lat: number, z: number): Promise<VectorTile> {
  const data = await basemap.tile(...tileAt(lon, lat, z))
  return new VectorTile(new PbfReader(data ? gunzipSync(data) : new Uint8Array()))
}

function featuresOf(tile: VectorTile, name: string): VectorTileFeature[] {
  const layer = tile.layers[name]
  return layer ? Array.from({ length: layer.length }, (_, index) => layer.feature(index)) : []
}

describe('the tiles', () => {
  test('are cut in well under 15 s, and small', () => {
    expect(buildSeconds).toBeLessThan(15)
    expect(basemap.description.bytes).toBeLessThan(6_000_000)
  })

  test('name the towns in French and in Arabic, without vowel signs', async () => {
    const places = featuresOf(await readTile(-12.18, 15.16, 10), 'place')
    const selibaby = places.find(({ properties }) => properties.name_fr === 'Sélibaby')
    expect(selibaby?.properties).toMatchObject({ rank: 1, guidimakha: 1, name_ar: 'سيليبابي' })
    const arabic = places.map(({ properties }) => String(properties.name_ar ?? '')).join('')
    expect(arabic).not.toMatch(/[\u064B-\u0652\u0640]/)
  })

  test('tell wadis from rivers', async () => {
    const lines = featuresOf(await readTile(-12.0, 15.3, 9), 'waterway')
    expect(lines.some(({ properties }) => properties.intermittent === 1)).toBe(true)
    const rivers = featuresOf(await readTile(-12.46, 14.9, 9), 'waterway')
    expect(
      rivers.some(({ properties }) => properties.class === 'river' && properties.intermittent === undefined),
    ).toBe(true)
  })

  test('hold the ferry of Gouraye', async () => {
    const roads = featuresOf(await readTile(-12.457, 14.905, 13), 'road')
    expect(roads.map(({ properties }) => properties.class)).toContain('ferry')
  })

  test('hold documented roads apart from mapped ones, and no gap connector', async () => {
    const tile = await readTile(-12.1, 15.0, 9)
    expect(featuresOf(tile, 'documented_road').map(({ properties }) => properties.grade)).toContain(
      'documented',
    )
    expect(new Set(featuresOf(tile, 'road').map(({ properties }) => properties.grade))).toEqual(
      new Set(['mapped']),
    )
  })

  test('write nothing that is only of use while cutting', async () => {
    const tile = await readTile(-12.18, 15.16, 12)
    for (const name of Object.keys(tile.layers)) {
      for (const { properties } of featuresOf(tile, name)) expect(properties).not.toHaveProperty('fromZoom')
    }
  })

  test('name the country on each side of the border', async () => {
    const names = featuresOf(await readTile(-12.45, 14.95, 10), 'country').map(
      ({ properties }) => properties.name_fr,
    )
    expect(names).toEqual(expect.arrayContaining(['Mauritanie', 'Sénégal']))
  })

  test('have every layer that the style draws', async () => {
    const places = [4, 6, 8, 9, 11, 13].flatMap((z) =>
      [
        [-12.18, 15.16],
        [-12.46, 14.9],
        [-11.44, 14.45],
        [-12.04, 15.08],
        [-12.2, 14.75],
      ].map(([lon, lat]) => [lon, lat, z] as const),
    )
    const found = new Set<string>()
    for (const [lon, lat, z] of places) {
      for (const name of Object.keys((await readTile(lon!, lat!, z)).layers)) found.add(name)
    }
    const { layers } = basemapStyle({ theme: 'day', labels: 'fr', version: 'v' })
    const asked = layers.flatMap((layer) => ('source-layer' in layer ? [String(layer['source-layer'])] : []))
    expect(asked.length).toBeGreaterThan(20)
    expect([...new Set(asked)].filter((name) => !found.has(name))).toEqual([])
  })
})

describe('the file', () => {
  test('is found again, and cut anew only when the data changed', () => {
    expect(buildBasemap({ dataDir })).toMatchObject({ version: basemap.description.version, isNew: false })
  })

  test('leaves no other basemap beside it', () => {
    writeFileSync(join(dataDir, 'basemap', 'older.pmtiles'), 'x')
    writeFileSync(join(dataDir, 'basemap', `${basemap.description.version}.pmtiles.part`), 'x')
    rmSync(basemap.path)
    buildBasemap({ dataDir })
    expect(readdirSync(join(dataDir, 'basemap'))).toEqual([`${basemap.description.version}.pmtiles`])
  })

  test('names the file of the data that is missing', () => {
    expect(() => buildBasemap({ dataDir, geodataDir: dataDir })).toThrow(
      /adm0_westafrica_simplified\.geojson/,
    )
  })
})

test('the still picture is drawn from the present data', () => {
  const drawn = stillPictureModule(new GeodataFiles(GEODATA_DIR)).replaceAll(/\s/g, '')
  expect(readFileSync(STILL_PICTURE_FILE, 'utf8').replaceAll(/\s/g, '')).toBe(drawn)
})

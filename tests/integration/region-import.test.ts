import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readDataset } from '@borne/geodata/import/read-road-network'
import type { Feature } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DATASETS } from '../../api/src/features/imports/datasets.ts'
import { importRegion } from '../../api/src/features/imports/import-region.ts'
import type { OpenedDb } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { enginesUnderTest } from '../support/db-test.ts'
import { post } from '../support/given-post.ts'
import { openEmpty } from '../support/open-empty.ts'

const BUNDLED = fileURLToPath(new URL('../../geodata/data', import.meta.url))
const GOURAYE: [number, number] = [-12.45024, 14.90099]

/** The bundled files, with the roads of Guidimakha only: what the tests change is quick to load again. */
async function sourceFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'borne-region-'))
  await cp(BUNDLED, folder, { recursive: true })
  for (const name of ['roads_main', 'roads_local'] as const) {
    const roads = await features(BUNDLED, name)
    await writeRoads(
      folder,
      name,
      roads.filter((road) => road.properties?.gui === 1),
    )
  }
  return folder
}

async function features(folder: string, name: string): Promise<Feature[]> {
  return JSON.parse((await readDataset(folder, name)).text).features
}

async function writeRoads(folder: string, name: string, roads: readonly Feature[]): Promise<void> {
  await rm(join(folder, `${name}.geojson.gz`), { force: true })
  const text = JSON.stringify({ type: 'FeatureCollection', features: roads })
  await writeFile(join(folder, `${name}.geojson`), text)
}

/** Rows of every table that an import fills. */
function countRows(db: OpenedDb) {
  return db.one<Record<string, number>>(sql`
    select (select count(*) from country) as countries, (select count(*) from admin_unit) as units,
           (select count(*) from border_segment) as segments, (select count(*) from settlement) as settlements,
           (select count(*) from place_name) as names, (select count(*) from place) as places,
           (select count(*) from road_edge) as edges,
           (select count(*) from road_gap) as gaps, (select count(*) from border_road_crossing) as crossings,
           (select count(*) from waterway) as waterways, (select count(*) from water_area) as waters,
           (select count(*) from post_evidence) as evidence`)
}

function runsOf(db: OpenedDb, dataset: string) {
  return db.many<{
    id: number
    status: string
    rowsRead: number
    rowsLoaded: number
    rowsRejected: number
  }>(sql`
    select id, status, rows_read as "rowsRead", rows_loaded as "rowsLoaded", rows_rejected as "rowsRejected"
      from import_run where dataset = ${dataset} order by id`)
}

describe.each(enginesUnderTest)('the region on the %s engine', (engine) => {
  let db: OpenedDb
  let source: string
  let close: () => Promise<void>
  beforeAll(async () => {
    source = await sourceFolder()
    const opened = await openEmpty(engine, 'import')
    db = opened.db
    close = opened.close
    await importRegion(db, { sourceDir: source })
  }, 240_000)
  afterAll(async () => {
    await close()
    await rm(source, { recursive: true })
  })

  test('every data set is loaded, with its origin and its counts', async () => {
    expect(await countRows(db)).toMatchObject({
      countries: 3,
      units: 15 + 17 + 86,
      segments: 9,
      settlements: 2459,
      places: 942 + 416 + 1195 + 15,
      crossings: 79,
      waterways: 3228,
      waters: 1014,
      evidence: 13,
    })
    for (const [dataset, origin] of Object.entries(DATASETS)) {
      const runs = await runsOf(db, dataset)
      expect(runs, dataset).toHaveLength(1)
      expect(runs[0]).toMatchObject({ status: 'loaded' })
      expect(runs[0]!.rowsRead).toBe(runs[0]!.rowsLoaded + runs[0]!.rowsRejected)
      expect(origin.licence).not.toBe('')
    }
  })

  test('gaps of roads that are not loaded are refused, with the row and the reason', async () => {
    const [run] = await runsOf(db, 'road_network_gaps')
    const { gaps } = await countRows(db)
    expect(run).toMatchObject({ rowsRead: 100, rowsLoaded: gaps, rowsRejected: 100 - gaps! })
    const rejects = await db.many<{ reason: string }>(sql`
      select reason from import_reject where import_run_id = ${run!.id}`)
    expect(rejects).toHaveLength(100 - gaps!)
    expect(new Set(rejects.map((reject) => reject.reason))).toEqual(new Set(['unknown-edge']))
  })

  test('border lengths are geodesic: PostGIS measures the same on the ellipsoid', async () => {
    const segments = await db.many<{ id: string; ours: number; postgis: number }>(sql`
      select id, length_metres as ours, st_length(geom::geography) as postgis from border_segment`)
    for (const { ours, postgis } of segments) expect(Math.abs(ours / postgis - 1)).toBeLessThan(1e-6)
  })

  test('a place is found under each of its spellings', async () => {
    for (const [key, id] of [
      ['selibaby', 's28'],
      ['khabou', 's30'],
      ['ghabou', 's30'],
    ] as const) {
      const found = await db.many<{ id: string }>(sql`
        select settlement_id as id from place_name where search_key = ${key}`)
      expect(found.map((row) => row.id)).toContain(id)
    }
  })

  test('the same files again load nothing', async () => {
    const before = await countRows(db)
    expect(await importRegion(db, { sourceDir: source })).toEqual([])
    expect(await countRows(db)).toEqual(before)
    expect(await runsOf(db, 'settlements')).toHaveLength(1)
  })

  test('a changed file replaces its rows, once, and leaves what refers to the region in place', async () => {
    const gouraye = await post(db, { name: 'Gouraye', position: GOURAYE })
    expect(gouraye.moughataa).toBe('Ghabou')
    const before = await countRows(db)
    const settlements = await features(source, 'settlements')
    await writeRoads(source, 'settlements', settlements.slice(1))
    const loaded = await importRegion(db, { sourceDir: source })
    expect(loaded).toContain('settlements')
    expect(loaded).not.toContain('roads_main')
    const after = await countRows(db)
    expect(after).toEqual({ ...before, settlements: 2458, names: after.names })
    expect(after.names).toBeLessThan(before.names!)
    const kept = await db.one<{ commune: string | null; segment: string | null }>(sql`
      select commune_pcode as commune, border_segment_id as segment from border_post where id = ${gouraye.id}`)
    expect(kept).toMatchObject({ commune: expect.stringMatching(/^MR103/), segment: 'mrt-sen-04' })
  })

  test('a bad row is left out with its reason, the others are taken', async () => {
    const roads = await features(source, 'roads_local')
    const [first, ...others] = roads as [Feature, ...Feature[]]
    const wrong = { ...first, properties: { ...first.properties, highway: 'elevator' } }
    await writeRoads(source, 'roads_local', [wrong, ...others])
    await importRegion(db, { sourceDir: source })
    const run = (await runsOf(db, 'roads_local')).at(-1)!
    expect(run).toMatchObject({ rowsRead: roads.length, rowsLoaded: roads.length - 1, rowsRejected: 1 })
    const reject = await db.one(sql`
      select row_number as "rowNumber", reason, detail from import_reject where import_run_id = ${run.id}`)
    expect(reject).toEqual({ rowNumber: 1, reason: 'unknown-class', detail: 'elevator' })
  })

  test.each([
    ['truncated', 'import-file-truncated', (text: string) => text.slice(0, -40)],
    ['of other fields', 'import-fields-missing', (text: string) => text.replaceAll('"len_m"', '"length"')],
  ])('a file %s changes nothing, and is told', async (_name, code, spoil) => {
    const before = await countRows(db)
    const { text } = await readDataset(source, 'roads_main')
    await writeFile(join(source, 'roads_main.geojson'), spoil(text))
    await expect(importRegion(db, { sourceDir: source })).rejects.toMatchObject({ code })
    expect(await countRows(db)).toEqual(before)
    expect((await runsOf(db, 'roads_main')).at(-1)).toMatchObject({ status: 'failed', rowsLoaded: 0 })
    await writeFile(join(source, 'roads_main.geojson'), text)
    expect(await importRegion(db, { sourceDir: source })).toEqual([])
  })
})

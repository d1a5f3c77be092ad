import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { BorderPostDetail } from '../../api/src/features/posts/contract.ts'
import { importPosts } from '../../api/src/features/posts/import-posts.ts'
import { findPost } from '../../api/src/features/posts/queries.ts'
import type { Db } from '../../api/src/platform/db.ts'
import { sql } from '../../api/src/platform/sql.ts'
import { dbTest } from '../support/db-test.ts'
import { withApp } from '../support/inject-app.ts'

async function withFile(name: string, text: string, work: (path: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'borne-import-'))
  try {
    await writeFile(join(folder, name), text)
    await work(join(folder, name))
  } finally {
    await rm(folder, { recursive: true })
  }
}

const counts = (db: Db) =>
  db.one<{ posts: number; runs: number }>(
    sql`select (select count(*) from border_post) as posts, (select count(*) from import_run) as runs`,
  )

function feature(name: string, coordinates: unknown, properties: object = {}) {
  return {
    type: 'Feature',
    geometry: { type: 'Point', coordinates },
    properties: {
      name,
      kind: 'river',
      physicalStatus: 'planned',
      physicalStatusSince: '2025-01-06',
      ...properties,
    },
  }
}
const collection = (...features: object[]) => JSON.stringify({ type: 'FeatureCollection', features })

const GOURAYE = [-12.45024, 14.90099]
const WOMPOU = [-12.72414, 15.13154]

dbTest(
  'rows are loaded once, whatever is loaded again, and bad rows are kept with their reason',
  async ({ db, given }) => {
    await given.region()
    const text = collection(
      feature('Gouraye', GOURAYE, { externalId: 'g-1' }),
      feature('Wompou', WOMPOU),
      feature('Ailleurs', [2.35, 48.85]),
      feature('Renversé', [15.15799, -12.18479]),
      feature('Sans statut', WOMPOU, { physicalStatus: 'open' }),
      { ...feature('Polygone', null), geometry: { type: 'Polygon', coordinates: [[GOURAYE]] } },
    )
    await withFile('postes.geojson', text, async (path) => {
      const seen: number[] = []
      const first = await importPosts(db, path, { onProgress: (done) => seen.push(done) })
      expect(first).toMatchObject({ rowsRead: 6, rowsLoaded: 2, rowsRejected: 4, created: 2, unchanged: 0 })
      expect(first.rejects.map(({ rowNumber, reason }) => [rowNumber, reason])).toEqual([
        [3, 'position-outside-region'],
        [4, 'position-swapped'],
        [5, 'field-invalid'],
        [6, 'position-not-a-point'],
      ])
      expect(seen).toEqual([1, 2, 3, 4, 5, 6])

      const second = await importPosts(db, path)

      expect(second).toMatchObject({ created: 0, updated: 0, unchanged: 2, rowsRejected: 4 })
      expect(await counts(db)).toMatchObject({ posts: 2 })
      const kept = await db.many(sql`
      select run.dataset, run.status, run.rows_read as "rowsRead", run.rows_loaded as "rowsLoaded",
             run.rows_rejected as "rowsRejected", run.file_name as "fileName", count(reject.id) as rejects
        from import_run run
        join import_reject reject on reject.import_run_id = run.id
       where run.id in (${first.importRunId}, ${second.importRunId})
       group by run.id`)
      expect(kept).toEqual(
        Array.from({ length: 2 }, () => ({
          dataset: 'posts',
          status: 'loaded',
          rowsRead: 6,
          rowsLoaded: 2,
          rowsRejected: 4,
          fileName: 'postes.geojson',
          rejects: 4,
        })),
      )
    })
  },
)

dbTest('a known post takes what the file says and keeps what it does not speak of', async ({ db, given }) => {
  await given.region()
  const known = await given.post({
    name: 'Gouraye',
    position: [-12.45024, 14.90099],
    notes: 'vu sur place',
    agency: 'police',
  })
  const moved = feature('GOURAYE', [-12.4503, 14.901], {
    physicalStatus: 'under-works',
    physicalStatusSince: '2026-03-02',
    progressPercent: 20,
  })
  await withFile('postes.geojson', collection(moved), async (path) => {
    expect(await importPosts(db, path)).toMatchObject({ created: 0, updated: 1 })
    const post = (await findPost(db, known.id)) as BorderPostDetail
    expect(post).toMatchObject({
      name: 'GOURAYE',
      notes: 'vu sur place',
      agency: 'police',
      physicalStatus: 'under-works',
      progressPercent: 20,
      version: 2,
    })
    expect(post.physicalHistory).toHaveLength(2)
    const change = await db.one(sql`
      select action, import_run_id is not null as "hasRun" from post_change
       where post_id = ${known.id} and version = 2`)
    expect(change).toEqual({ action: 'imported', hasRun: true })
  })
})

dbTest('a preview tells what would be done and does none of it', async ({ db, given }) => {
  await given.region()
  const before = await counts(db)
  await withFile(
    'postes.geojson',
    collection(feature('Gouraye', GOURAYE), feature('x', [0, 0])),
    async (path) => {
      expect(await importPosts(db, path, { isPreview: true })).toMatchObject({ created: 1, rowsRejected: 1 })
    },
  )
  expect(await counts(db)).toEqual(before)
})

dbTest('a truncated file, and one whose fields do not match, write nothing', async ({ db, given }) => {
  await given.region()
  const before = await counts(db)
  const whole = collection(feature('Gouraye', GOURAYE), feature('Wompou', WOMPOU))
  for (const [name, text, code] of [
    ['coupe.geojson', whole.slice(0, -40), 'posts-file-truncated'],
    ['coupe.csv', 'name,kind,physicalStatus,physicalStatusSince\n"Goura', 'posts-file-truncated'],
    ['autres.csv', 'nom,type\nGouraye,fleuve\n', 'posts-file-fields'],
  ] as const) {
    await withFile(name, text, async (path) => {
      await expect(importPosts(db, path), name).rejects.toMatchObject({ code })
    })
  }
  expect(await counts(db)).toEqual(before)
})

dbTest(
  'what is exported carries its attribution and can be imported without a change',
  async ({ db, given }) => {
    await given.region()
    await given.post({
      name: 'Gouraye, « bac »',
      nameAr: 'غوري',
      aliases: [
        { name: 'Koury', language: 'other' },
        { name: '=1+1', language: 'fr' },
      ],
      position: [-12.45024, 14.90099],
      notes: 'ligne 1\nligne 2',
      legalHistory: [
        { status: 'bilateral', validFrom: '2025-02-11', actReference: 'arrêté', note: 'à voir' },
      ],
    })
    await given.post({ name: 'Sans position', position: null })
    await withApp(db, async ({ app }) => {
      for (const extension of ['csv', 'geojson']) {
        const answer = await app.inject(`/api/exports/posts.${extension}`)
        expect(answer.headers['content-disposition']).toContain(`.${extension}"`)
        expect(answer.headers['content-disposition']).not.toContain('DEMONSTRATION')
        expect(answer.body).toContain('OpenStreetMap, ODbL 1.0')
        await withFile(`retour.${extension}`, answer.body, async (path) => {
          expect(await importPosts(db, path)).toMatchObject({ rowsRead: 2, unchanged: 2, rejects: [] })
        })
      }
    })
  },
)

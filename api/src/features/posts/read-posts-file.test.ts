import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readPostsFile } from './read-posts-file.ts'
import { rowToPost } from './row-to-post.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'borne-posts-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function read(name: string, text: string) {
  await writeFile(join(folder, name), text)
  return readPostsFile(join(folder, name))
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error) => error.code,
  )

const FEATURE = {
  type: 'Feature',
  properties: { name: 'Ghabou', kind: 'river', physicalStatus: 'planned', physicalStatusSince: '2025-01-01' },
  geometry: { type: 'Point', coordinates: [-12.088, 14.7413, 31] },
}
const collection = (...features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features })
const CSV = 'name;kind;physicalStatus;physicalStatusSince;longitude;latitude;aliases\n'

test('a GeoJSON feature becomes a row, its height left aside', async () => {
  const { rows } = await read('posts.geojson', collection(FEATURE))
  expect(rows).toEqual([{ rowNumber: 1, fields: FEATURE.properties, position: [-12.088, 14.7413] }])
})

test('a CSV line becomes a row, decimal commas read', async () => {
  const { rows } = await read(
    'posts.csv',
    `${CSV}Ghabou;river;planned;2025-01-01;-12,088;14,7413;Khabou | غابو\n`,
  )
  expect(rows[0]?.rowNumber).toBe(2)
  const row = rows[0] && rowToPost(rows[0])
  expect(row).toMatchObject({
    post: {
      name: 'Ghabou',
      position: [-12.088, 14.7413],
      aliases: [
        { name: 'Khabou', language: 'other' },
        { name: 'غابو', language: 'ar' },
      ],
      physicalHistory: [{ status: 'planned', validFrom: '2025-01-01', progressPercent: null, note: '' }],
    },
  })
})

test('a row states only what the file speaks of', async () => {
  const { rows } = await read('posts.geojson', collection(FEATURE))
  const row = rows[0] && rowToPost(rows[0])
  expect(row && 'stated' in row ? Object.keys(row.stated).sort() : row).toEqual([
    'kind',
    'name',
    'physicalHistory',
    'position',
  ])
})

test('a polygon where a point belongs is kept for the rule that names it', async () => {
  const polygon = { type: 'Polygon', coordinates: [[[-12, 15]]] }
  const { rows } = await read('polygon.geojson', collection({ ...FEATURE, geometry: polygon }))
  expect(rows[0]?.position).toEqual(polygon)
})

test('a truncated file is told as such', async () => {
  expect(await codeOf(read('cut.geojson', collection(FEATURE).slice(0, -25)))).toBe('posts-file-truncated')
  expect(await codeOf(read('cut.csv', `${CSV}"Ghabou;river`))).toBe('posts-file-truncated')
})

test('a file whose fields do not match names what is missing and what was found', async () => {
  const other = { ...FEATURE, properties: { nom: 'Ghabou', kind: 'river' } }
  const error = await read('other.geojson', collection(other)).catch((caught) => caught)
  expect(error.code).toBe('posts-file-fields')
  expect(error.params).toEqual({ missing: 'name, physicalStatus, physicalStatusSince', found: 'nom, kind' })
  expect(await codeOf(read('feature.geojson', JSON.stringify(FEATURE)))).toBe('posts-file-fields')
})

test('other files are refused by name', async () => {
  expect(await codeOf(read('posts.kml', '<kml/>'))).toBe('posts-file-format')
  expect(await codeOf(readPostsFile(join(folder, 'absent.csv')))).toBe('posts-file-missing')
})

test.each([
  ['a status out of the list', { physicalStatus: 'open' }, 'physicalStatus'],
  ['a day that is none', { physicalStatusSince: '2025-02-30' }, 'physicalStatusSince'],
  ['a name of 10 000 characters', { name: 'x'.repeat(10_000) }, 'name'],
  ['a progress over 100', { progressPercent: '140' }, 'progressPercent'],
])('a row with %s is refused by field', (_what, fields, field) => {
  const row = { rowNumber: 1, fields: { ...FEATURE.properties, ...fields }, position: null }
  expect(rowToPost(row)).toMatchObject({ reason: 'field-invalid', detail: expect.stringContaining(field) })
})

test('a line with too few cells is refused as incomplete', async () => {
  const { rows } = await read('short.csv', `${CSV}Ghabou;river;planned\n`)
  expect(rows[0] && rowToPost(rows[0])).toMatchObject({ reason: 'row-incomplete', detail: '3 / 7' })
})

import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ImportError } from './import-error.ts'
import { readFeatures, readSourceFile } from './read-geojson.ts'

const COLLECTION = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    { type: 'Feature', properties: { id: 1 }, geometry: { type: 'Point', coordinates: [-12, 15] } },
    { type: 'Feature', properties: { name: 'Ghabou' }, geometry: null },
  ],
})
const file = (text: string) => ({ text, fileName: 'x.geojson' })

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'borne-geojson-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function written(name: string, bytes: string | Buffer) {
  await writeFile(join(folder, name), bytes)
  return readSourceFile(join(folder, name))
}
function refusal(text: string, required: readonly string[] = []): ImportError {
  try {
    readFeatures(file(text), required)
  } catch (error) {
    if (error instanceof ImportError) return error
    throw error
  }
  throw new Error('the file was taken')
}

test('a gzipped file and the same file as it is give the same text', async () => {
  const plain = await written('a.geojson', COLLECTION)
  const packed = await written('a.geojson.gz', gzipSync(COLLECTION))
  expect(packed.text).toBe(plain.text)
  expect(packed.sha256).not.toBe(plain.sha256)
  expect(readFeatures(packed, ['id', 'name'])).toHaveLength(2)
})

test('a file that is not there, or no gzip, or cut off inside the gzip is named', async () => {
  await expect(readSourceFile(join(folder, 'none.geojson'))).rejects.toMatchObject({
    code: 'import-file-missing',
    fileName: 'none.geojson',
  })
  const plain = await written('b.geojson.gz', COLLECTION)
  expect(() => plain.text).toThrow(expect.objectContaining({ code: 'import-file-not-gzip' }))
  const cut = await written('c.geojson.gz', gzipSync(COLLECTION).subarray(0, 60))
  expect(() => cut.text).toThrow(expect.objectContaining({ code: 'import-file-not-gzip' }))
})

test('a truncated file is told from one that is no JSON, wherever it is cut', () => {
  for (let length = 1; length < COLLECTION.length; length++) {
    expect(refusal(COLLECTION.slice(0, length)).code, `cut after ${length}`).toBe('import-file-truncated')
  }
  expect(refusal('{"type": FeatureCollection}').code).toBe('import-file-not-geojson')
})

test('what is not a FeatureCollection, or is empty, is refused', () => {
  expect(refusal('[]').code).toBe('import-file-not-geojson')
  expect(refusal('null').code).toBe('import-file-not-geojson')
  expect(refusal('{"type":"FeatureCollection"}').code).toBe('import-file-not-geojson')
  expect(refusal('{"type":"FeatureCollection","features":[]}').code).toBe('import-file-empty')
})

test('fields that no row has are named', () => {
  const error = refusal(COLLECTION, ['id', 'highway', 'len_m'])
  expect(error.code).toBe('import-fields-missing')
  expect(error.fields).toEqual(['highway', 'len_m'])
  expect(error.message).toContain('highway, len_m')
})

import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { rolledBack } from '../../api/src/platform/db.ts'
import { engineUnderTest } from '../support/db-test.ts'
import { type TestApp, withApp } from '../support/inject-app.ts'

const SNAPSHOT = fileURLToPath(new URL('openapi.json', import.meta.url))

interface Operation {
  readonly tags?: readonly string[]
  readonly summary?: string
}
interface OpenApi {
  readonly paths: Record<string, Record<string, Operation>>
}

const documents: Promise<OpenApi>[] = []
afterAll(() => {
  documents.length = 0
})

async function describeApi(): Promise<OpenApi> {
  let document: OpenApi | undefined
  await rolledBack(await engineUnderTest('embedded'), (db) =>
    withApp(db, async ({ app }: TestApp) => {
      const answer = await app.inject({ url: '/api/openapi.json' })
      document = answer.json<OpenApi>()
    }),
  )
  if (!document) throw new Error('the server gave no document')
  return document
}

function document(): Promise<OpenApi> {
  const found = documents[0] ?? describeApi()
  documents[0] = found
  return found
}

test('the OpenAPI document is the one that was reviewed', async () => {
  // A value a line, so that a change is a few lines; indented, half of the file would be spaces.
  const lines = JSON.stringify(await document(), null, 1).replace(/\n +/g, '\n')
  await expect(`${lines}\n`).toMatchFileSnapshot(SNAPSHOT)
})

test('each operation says what it is for and where it belongs', async () => {
  const { paths } = await document()
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ name: `${method} ${path}`, operation })),
  )
  expect(operations.length).toBeGreaterThan(15)
  const silent = operations.filter(({ operation }) => !operation.summary || !operation.tags?.length)
  expect(silent.map(({ name }) => name)).toEqual([])
})

test('every path is under /api or /health', async () => {
  const { paths } = await document()
  expect(Object.keys(paths).filter((path) => !/^\/(api|health)\//.test(path))).toEqual([])
})

import { rm } from 'node:fs/promises'
import { migrate } from '@borne/migrations'
import pg from 'pg'
import { expect, test } from 'vitest'
import { PostChanges } from '../../api/src/features/posts/contract.ts'
import { dbOver, type OpenedDb } from '../../api/src/platform/db.ts'
import { openEmbeddedEngine } from '../../api/src/platform/embedded-postgis/embedded-engine.ts'
import { openServerEngine } from '../../api/src/platform/server-engine.ts'
import { createDatabase, enginesUnderTest } from '../support/db-test.ts'
import { migratedDataFolder } from '../support/embedded-template.ts'
import { post as givenPost, postInput } from '../support/given-post.ts'
import { withApp } from '../support/inject-app.ts'

const AT_ONCE = 8

/** A database of its own, where transactions are real: what others do meanwhile is seen, and can be waited for. */
const OPEN = {
  embedded: async (work: (db: OpenedDb) => Promise<void>) => {
    const dataDir = await migratedDataFolder()
    const db = dbOver(await openEmbeddedEngine({ dataDir }))
    try {
      await work(db)
    } finally {
      await db.close()
      await rm(dataDir, { recursive: true, force: true })
    }
  },
  server: async (work: (db: OpenedDb) => Promise<void>) => {
    const serverUrl = process.env.BORNE_TEST_DATABASE_URL!
    const name = `borne_at_once_${process.pid}`
    const db = dbOver(await openServerEngine(await createDatabase(serverUrl, name)))
    try {
      await migrate(db.pool)
      await work(db)
    } finally {
      await db.close()
      await dropDatabase(serverUrl, name)
    }
  },
}

async function dropDatabase(serverUrl: string, name: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  await client.query(`drop database ${name}`)
  await client.end()
}

for (const engine of enginesUnderTest) {
  test(`of edits of one version at once, exactly one wins [${engine}]`, async () => {
    await OPEN[engine](async (db) => {
      const post = await givenPost(db, { name: 'Ghabou' })
      await withApp(db, async ({ app }) => {
        const edit = (notes: string) =>
          app.inject({ method: 'PATCH', url: `/api/posts/${post.id}`, payload: { version: 1, notes } })
        const answers = await Promise.all(Array.from({ length: AT_ONCE }, (_, i) => edit(`n° ${i}`)))

        const won = answers.filter(({ statusCode }) => statusCode === 200)
        expect(won).toHaveLength(1)
        const lost = answers.filter(({ statusCode }) => statusCode === 409)
        expect(lost).toHaveLength(AT_ONCE - 1)
        for (const answer of lost) {
          expect(answer.json().extra.current).toMatchObject({ version: 2, notes: won[0]!.json().notes })
        }
        const { items } = PostChanges.parse((await app.inject(`/api/posts/${post.id}/changes`)).json())
        expect(items.map(({ version }) => version)).toEqual([2, 1])
      })
    })
  })

  test(`a list read while posts are written is never older than the last answer [${engine}]`, async () => {
    await OPEN[engine](async (db) => {
      await withApp(db, async ({ app }) => {
        const write = async () => {
          const answer = await app.inject({ method: 'POST', url: '/api/posts', payload: postInput() })
          expect(answer.statusCode).toBe(201)
        }
        for (let written = 1; written <= AT_ONCE; written++) {
          await write()
          const totals = await Promise.all(
            Array.from({ length: AT_ONCE }, async () => (await app.inject('/api/posts')).json().total),
          )
          expect(totals).toEqual(Array.from({ length: AT_ONCE }, () => written))
        }
      })
    })
  })
}

import { expect, test } from 'vitest'
import { PostChanges } from '../../api/src/features/posts/contract.ts'
import { enginesUnderTest } from '../support/db-test.ts'
import { post as givenPost, postInput } from '../support/given-post.ts'
import { withApp } from '../support/inject-app.ts'
import { inOwnDatabase } from '../support/own-database.ts'

const AT_ONCE = 8

for (const engine of enginesUnderTest) {
  test(`of edits of one version at once, exactly one wins [${engine}]`, async () => {
    await inOwnDatabase(engine, async (db) => {
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
    await inOwnDatabase(engine, async (db) => {
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

import { expect } from 'vitest'
import { SearchHits } from '../../api/src/features/search/contract.ts'
import { findPlaces } from '../../api/src/features/search/find-places.ts'
import { dbTest } from '../support/db-test.ts'
import { withApp } from '../support/inject-app.ts'

dbTest('a post is found in any spelling, without accents, in either script', async ({ db, given }) => {
  await given.region()
  const ghabou = await given.post({
    name: 'Ghabou',
    nameAr: 'غابو',
    aliases: [{ name: 'Khabou', language: 'other' }],
  })
  const selibaby = await given.post({ name: 'Sélibaby' })
  for (const [typed, id, matchedName] of [
    ['khabou', ghabou.id, 'Khabou'],
    ['Ghabou', ghabou.id, null],
    ['غابو', ghabou.id, 'غابو'],
    ['غَابُو', ghabou.id, 'غابو'],
    ['Selibaby', selibaby.id, null],
    ['gahbou', ghabou.id, null],
  ] as const) {
    const [first] = await findPlaces(db, typed, 5)
    expect(first, typed).toMatchObject({ type: 'post', id, matchedName })
  }
})

dbTest('settlements, units and places are found too, each told from its namesakes', async ({ db, given }) => {
  await given.region()
  await withApp(db, async ({ app }) => {
    const search = async (q: string, limit = 12) =>
      SearchHits.parse((await app.inject({ url: '/api/search', query: { q, limit: String(limit) } })).json())
        .items
    const ghabou = await search('Ghabou')
    expect(ghabou.map(({ type, kind }) => `${type} ${kind}`)).toEqual(
      expect.arrayContaining(['admin-unit moughataa', 'admin-unit commune', 'settlement town']),
    )
    expect((await search('khabou'))[0]).toMatchObject({ name: 'Ghabou', matchedName: 'Khabou' })
    const boully = (await search('boully')).filter(({ name }) => name === 'Boully')
    expect(boully).toHaveLength(2)
    expect(boully.every(({ context }) => context === 'Ould Yengé')).toBe(true)
    expect(new Set(boully.map(({ position }) => position?.[1])).size).toBe(2)
    expect(await search('gour', 3)).toHaveLength(3)
    expect(await search('!!')).toEqual([])
    expect(await search('xqzxqz')).toEqual([])
  })
})

dbTest('the search says what is wrong with a question', async ({ db }) => {
  await withApp(db, async ({ app }) => {
    for (const url of ['/api/search', '/api/search?q=', `/api/search?q=${'x'.repeat(101)}`]) {
      expect((await app.inject(url)).json()).toMatchObject({
        code: 'validation-failed',
        errors: [{ field: 'q' }],
      })
    }
    expect((await app.inject('/api/search?q=%25')).json()).toEqual({ items: [] })
  })
})

dbTest('archived posts are not found', async ({ db, given }) => {
  const post = await given.post({ name: 'Ghabou' })
  await withApp(db, async ({ app }) => {
    await app.inject({ method: 'POST', url: `/api/posts/${post.id}/archive`, payload: { version: 1 } })
    expect((await app.inject('/api/search?q=ghabou')).json()).toEqual({ items: [] })
  })
})

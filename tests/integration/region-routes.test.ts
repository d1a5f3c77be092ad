import { expect } from 'vitest'
import {
  AdminUnits,
  BorderSegments,
  EvidenceCollection,
  Overview,
} from '../../api/src/features/region/contract.ts'
import { dbTest } from '../support/db-test.ts'
import { withApp } from '../support/inject-app.ts'

dbTest('the overview sums up posts and region, and follows both', async ({ db, given }) => {
  await withApp(db, async ({ app }) => {
    const overview = async () => Overview.parse((await app.inject('/api/overview')).json())
    expect(await overview()).toMatchObject({
      postCount: 0,
      borderMetres: 0,
      dataDate: null,
      isDemonstration: false,
    })

    await given.region()
    const post = await given.post({ positionConfidence: 'unconfirmed' })

    const full = await overview()
    expect(full).toMatchObject({
      postCount: 1,
      postsByStatus: [{ status: 'planned', count: 1 }],
      unconfirmedPositionCount: 1,
      settlementCount: 307,
      dataDate: '2021-08-06',
    })
    // SOURCES.md, section 2: 80.7 km with Senegal, 181.7 km with Mali.
    const kilometres = Object.fromEntries(
      full.borderByNeighbour.map(({ neighbour, lengthMetres }) => [neighbour, lengthMetres / 1000]),
    )
    expect(Math.abs(kilometres.SEN! - 80.7)).toBeLessThan(0.807)
    expect(Math.abs(kilometres.MLI! - 181.7)).toBeLessThan(1.817)
    expect(full.attribution.join(' ')).toContain('OpenStreetMap')
    await app.inject({ method: 'POST', url: `/api/posts/${post.id}/archive`, payload: { version: 1 } })
    expect(await overview()).toMatchObject({ postCount: 0, postsByStatus: [] })
  })
})

dbTest(
  'border, units and evidence come whole, with attribution, and are not sent twice',
  async ({ db, given }) => {
    await given.region()
    await withApp(db, async ({ app }) => {
      for (const [url, schema, count] of [
        ['/api/region/border-segments', BorderSegments, 9],
        ['/api/region/admin-units', AdminUnits, 17],
        ['/api/region/admin-units?level=3', AdminUnits, 86],
        ['/api/region/evidence', EvidenceCollection, 13],
      ] as const) {
        const answer = await app.inject(url)
        const collection = schema.parse(answer.json())
        expect(collection.features, url).toHaveLength(count)
        expect(collection.attribution, url).not.toBe('')
        const again = await app.inject({ url, headers: { 'if-none-match': String(answer.headers.etag) } })
        expect(again, url).toMatchObject({ statusCode: 304, body: '' })
      }
      expect((await app.inject('/api/region/admin-units?level=7')).json()).toMatchObject({
        code: 'validation-failed',
        errors: [{ field: 'level' }],
      })
    })
  },
)

dbTest('evidence keeps its sources and is no post', async ({ db, given }) => {
  await given.region()
  await withApp(db, async ({ app }) => {
    const { features } = EvidenceCollection.parse((await app.inject('/api/region/evidence')).json())
    const melgue = features.find(({ properties }) => properties.name === 'El Melgué')
    expect(melgue?.properties.sources).toContain('iom.int')
    expect((await app.inject('/api/posts')).json().total).toBe(0)
  })
})
